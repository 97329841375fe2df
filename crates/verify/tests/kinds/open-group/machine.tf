# A machine carries the group with SSH open to everyone.
#: plan: fail:network-admin-ports@ingress_rule.machine
#: source: fail:network-admin-ports@ingress_rule.machine
#: folder: fail:network-admin-ports@ingress_rule.machine

resource "aws_security_group" "machine" {
  vpc_id = aws_vpc.main.id
}
resource "aws_vpc_security_group_ingress_rule" "machine" {
  security_group_id = aws_security_group.machine.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 20
  to_port           = 30
}
resource "aws_instance" "m" {
  ami                    = "ami-0123456789abcdef0"
  instance_type          = "m6i.large"
  subnet_id              = aws_subnet.main["a"].id
  vpc_security_group_ids = [aws_security_group.machine.id]
}
