# Names of services are no protocols.
#: plan: fail:aws-protocol@a; fail:aws-protocol@b; fail:aws-protocol@c; nofail:aws-protocol@ok

resource "aws_security_group" "g" { vpc_id = aws_vpc.main.id }
resource "aws_vpc_security_group_ingress_rule" "a" {
  security_group_id = aws_security_group.g.id
  cidr_ipv4         = "10.0.0.0/16"
  ip_protocol       = "https"
  from_port         = 443
  to_port           = 443
}
resource "aws_vpc_security_group_egress_rule" "b" {
  security_group_id = aws_security_group.g.id
  cidr_ipv4         = "10.0.0.0/16"
  ip_protocol       = "postgresql"
  from_port         = 5432
  to_port           = 5432
}
resource "aws_security_group_rule" "c" {
  security_group_id = aws_security_group.g.id
  type              = "egress"
  cidr_blocks       = ["10.0.0.0/16"]
  protocol          = "http"
  from_port         = 80
  to_port           = 80
}
resource "aws_vpc_security_group_egress_rule" "ok" {
  for_each          = toset(["tcp", "udp", "6", "50"])
  security_group_id = aws_security_group.g.id
  cidr_ipv4         = "10.0.0.0/16"
  ip_protocol       = each.key
  from_port         = 443
  to_port           = 443
}
