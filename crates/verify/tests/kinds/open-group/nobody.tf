# Nothing of this plan carries the group: what it opens reaches nothing here, and what carries it is unknown.
#: plan: nofail:network-admin-ports; open:network-admin-ports@nobody; nofail:network-open-groups
#: source: nofail:network-admin-ports; open:network-admin-ports@nobody
#: folder: nofail:network-admin-ports; open:network-admin-ports@nobody

resource "aws_security_group" "nobody" {
  vpc_id = aws_vpc.main.id
}
resource "aws_vpc_security_group_ingress_rule" "nobody" {
  security_group_id = aws_security_group.nobody.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
}
