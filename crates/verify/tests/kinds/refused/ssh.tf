# SSH from everywhere, in other notations, on a machine.
#: plan: fail:network-admin-ports@number; fail:network-admin-ports@halves; fail:network-admin-ports@all; fail:network-admin-ports@range; nofail:network-admin-ports@office

resource "aws_security_group" "g" { vpc_id = aws_vpc.main.id }
resource "aws_instance" "app" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m6i.large"
  subnet_id              = aws_subnet.main["a"].id
  vpc_security_group_ids = [aws_security_group.g.id]
}
resource "aws_security_group_rule" "number" {
  security_group_id = aws_security_group.g.id
  type              = "ingress"
  cidr_blocks       = ["0.0.0.0/0"]
  protocol          = "6"
  from_port         = 22
  to_port           = 22
}
resource "aws_security_group_rule" "halves" {
  security_group_id = aws_security_group.g.id
  type              = "ingress"
  cidr_blocks       = ["0.0.0.0/1", "128.0.0.0/1"]
  protocol          = "tcp"
  from_port         = 3389
  to_port           = 3389
}
resource "aws_vpc_security_group_ingress_rule" "all" {
  security_group_id = aws_security_group.g.id
  cidr_ipv6         = "::/0"
  ip_protocol       = "-1"
}
resource "aws_vpc_security_group_ingress_rule" "range" {
  security_group_id = aws_security_group.g.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 0
  to_port           = 1023
}
resource "aws_vpc_security_group_ingress_rule" "office" {
  security_group_id = aws_security_group.g.id
  cidr_ipv4         = "203.0.113.0/24"
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
}
