# Provable: one subnet, one zone; EC2 takes no protocol called ssh.
#: plan: fail:zone-load-balancer-spans@one_subnet; fail:zone-load-balancer-spans@one_zone
#: plan: fail:*@ssh_by_name

resource "aws_lb" "one_subnet" {
  name               = "one-subnet"
  load_balancer_type = "network"
  subnets            = ["subnet-0aaa1110aaa1110aa"]
}
resource "aws_elb" "one_zone" {
  name               = "one-zone"
  availability_zones = ["us-east-1a"]
  listener {
    instance_port     = 8443
    instance_protocol = "tcp"
    lb_port           = 443
    lb_protocol       = "tcp"
  }
}
resource "aws_security_group" "open" {
  name   = "open"
  vpc_id = "vpc-0aaa1110aaa1110aa"
}
resource "aws_vpc_security_group_ingress_rule" "ssh_by_name" {
  security_group_id = aws_security_group.open.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "ssh"
  from_port         = 22
  to_port           = 22
}
resource "aws_security_group_rule" "by_number" {
  security_group_id = aws_security_group.open.id
  type              = "ingress"
  cidr_blocks       = ["0.0.0.0/0"]
  protocol          = "6"
  from_port         = 22
  to_port           = 22
}
resource "aws_vpc_security_group_ingress_rule" "half_the_world" {
  security_group_id = aws_security_group.open.id
  cidr_ipv4         = "0.0.0.0/1"
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
}
