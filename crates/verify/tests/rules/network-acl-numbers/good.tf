resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_network_acl" "each" {
  for_each = toset(["app", "data"])
  vpc_id   = aws_vpc.main.id
}

resource "aws_network_acl_rule" "in" {
  for_each       = aws_network_acl.each
  network_acl_id = each.value.id
  rule_number    = 100
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "10.0.0.0/16"
}

resource "aws_network_acl_rule" "out" {
  for_each       = aws_network_acl.each
  network_acl_id = each.value.id
  egress         = true
  rule_number    = 100
  protocol       = "-1"
  rule_action    = "allow"
  cidr_block     = "10.0.0.0/16"
}
