# Inline rules and rules of their own undo each other on each apply.
#: plan: open:network-one-notation
#: source: fail:network-one-notation
#: folder: fail:network-one-notation

resource "aws_security_group" "g" {
  vpc_id = aws_vpc.main.id
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
  lifecycle { ignore_changes = [description] }
}

resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.g.id
  cidr_ipv4         = "10.0.0.0/16"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
