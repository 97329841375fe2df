resource "aws_security_group" "app" {
  name = "app"
}
resource "aws_vpc_security_group_ingress_rule" "ssh" {
  security_group_id = aws_security_group.app.id
  cidr_ipv4         = "10.0.0.0/16"
  ip_protocol       = "ssh"
  from_port         = 22
  to_port           = 22
}
resource "aws_security_group_rule" "https" {
  security_group_id = aws_security_group.app.id
  type              = "ingress"
  cidr_blocks       = ["10.0.0.0/16"]
  protocol          = "https"
  from_port         = 443
  to_port           = 443
}
