resource "aws_security_group" "inline" {
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}

resource "aws_security_group" "beside" {
  for_each = toset(["a", "b"])
}

resource "aws_vpc_security_group_ingress_rule" "https" {
  for_each          = aws_security_group.beside
  security_group_id = each.value.id
  cidr_ipv4         = "10.0.0.0/16"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_security_group" "old" {}

resource "aws_security_group_rule" "old" {
  count             = 2
  security_group_id = aws_security_group.old.id
  type              = count.index == 0 ? "ingress" : "egress"
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = ["10.0.0.0/16"]
}
