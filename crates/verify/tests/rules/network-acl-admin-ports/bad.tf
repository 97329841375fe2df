resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_network_acl" "all" {
  vpc_id = aws_vpc.main.id
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }
}

resource "aws_network_acl" "apart" {
  vpc_id = aws_vpc.main.id
}

resource "aws_network_acl_rule" "desktop" {
  network_acl_id  = aws_network_acl.apart.id
  rule_number     = 100
  rule_action     = "allow"
  protocol        = "6"
  ipv6_cidr_block = "::/0"
  from_port       = 3000
  to_port         = 4000
}
