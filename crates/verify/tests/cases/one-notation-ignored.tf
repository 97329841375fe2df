# An empty `egress` under ignore_changes is how the default rule is taken away.
#: plan: nofail:network-one-notation

resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "s" {
  for_each          = { a = 1, b = 2, c = 3 }
  vpc_id            = aws_vpc.v.id
  cidr_block        = "10.0.${each.value}.0/24"
  availability_zone = "us-east-1${each.key}"
}
# takes away AWS's default egress rule once, and leaves the rest to rules of their own
resource "aws_security_group" "g" {
  name   = "g"
  vpc_id = aws_vpc.v.id
  egress = []
  lifecycle { ignore_changes = [egress] }
}
resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.g.id
  cidr_ipv4         = "10.0.0.0/16"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
