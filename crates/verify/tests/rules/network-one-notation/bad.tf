resource "aws_security_group" "app" {
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "metrics" {
  security_group_id = aws_security_group.app.id
  cidr_ipv4         = "10.0.0.0/16"
  ip_protocol       = "tcp"
  from_port         = 9090
  to_port           = 9090
}

resource "aws_security_group" "both_kinds" {}

resource "aws_security_group_rule" "old" {
  security_group_id = aws_security_group.both_kinds.id
  type              = "ingress"
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = ["10.0.0.0/16"]
}

resource "aws_vpc_security_group_egress_rule" "new" {
  security_group_id = aws_security_group.both_kinds.id
  cidr_ipv4         = "10.0.0.0/16"
  ip_protocol       = "-1"
}

# With `ignore_changes` this takes the rule away that AWS makes by itself; a plan does not show it.
resource "aws_security_group" "emptied" {
  for_each = toset(["a", "b"])
  egress   = []
  ingress  = []
}

resource "aws_vpc_security_group_egress_rule" "emptied" {
  for_each          = toset(["a", "b"])
  security_group_id = aws_security_group.emptied[each.key].id
  cidr_ipv4         = "10.0.0.0/16"
  ip_protocol       = "-1"
}

resource "aws_security_group_rule" "emptied" {
  security_group_id = aws_security_group.emptied_old.id
  type              = "ingress"
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = ["10.0.0.0/16"]
}

resource "aws_security_group" "emptied_old" {
  ingress = []
}
