resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_network_acl" "app" {
  vpc_id = aws_vpc.main.id
}

resource "aws_network_acl_rule" "each" {
  for_each       = { too_high = 40000, first = 100, second = 100 }
  network_acl_id = aws_network_acl.app.id
  rule_number    = each.value
  protocol       = "tcp"
  rule_action    = "allow"
  cidr_block     = "10.0.0.0/16"
  from_port      = 443
  to_port        = 443
}

resource "aws_default_network_acl" "inline" {
  default_network_acl_id = aws_vpc.main.default_network_acl_id

  dynamic "ingress" {
    for_each = ["10.0.0.0/16", "10.1.0.0/16"]

    content {
      rule_no    = 100
      action     = "deny"
      protocol   = "-1"
      cidr_block = ingress.value
      from_port  = 0
      to_port    = 0
    }
  }
}
