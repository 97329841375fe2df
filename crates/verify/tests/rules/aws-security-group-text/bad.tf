resource "aws_security_group" "application" {
  for_each    = toset(["ALB → ECS", "Zahlungen für Händler", "what the customer's bank sends"])
  description = each.value
}

resource "aws_vpc_security_group_egress_rule" "application" {
  security_group_id = "sg-0123456789abcdef0"
  description       = "To the database – TLS only"
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
  cidr_ipv4         = "10.0.0.0/16"
}
