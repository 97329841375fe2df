# Both directions are emptied and then ignored.
#: plan: nofail:network-one-notation

resource "aws_security_group" "g" {
  vpc_id  = aws_vpc.main.id
  ingress = []
  egress  = []
  lifecycle { ignore_changes = [ingress, egress] }
}

resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.g.id
  cidr_ipv4         = "10.0.0.0/16"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
