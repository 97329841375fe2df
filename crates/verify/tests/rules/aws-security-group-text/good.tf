resource "aws_security_group" "application" {
  for_each    = toset(["Tasks (port 8443)", "Load balancer: tasks & health checks"])
  description = each.value

  ingress {
    description = "From the load balancer"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}

resource "aws_vpc_security_group_egress_rule" "application" {
  security_group_id = "sg-0123456789abcdef0"
  description       = "To the endpoints; TLS only!"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/16"
}
