# Everything is ignored after it was made, inline rules too.
#: plan: nofail:network-one-notation; open:network-one-notation
#: source: nofail:network-one-notation
#: folder: nofail:network-one-notation

resource "aws_security_group" "g" {
  vpc_id = aws_vpc.main.id
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
  lifecycle { ignore_changes = all }
}

resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.g.id
  cidr_ipv4         = "10.0.0.0/16"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
