# A range of ports, which includes that of the listener, is open to everyone by IPv6.
#: plan: fail:network-http-redirect

resource "aws_lb" "l" {
  subnets                    = [for s in aws_subnet.main : s.id]
  drop_invalid_header_fields = true
  security_groups            = [aws_security_group.lb.id]
}
resource "aws_lb_target_group" "t" {
  port     = 8080
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_security_group" "lb" { vpc_id = aws_vpc.main.id }

resource "aws_vpc_security_group_ingress_rule" "all" {
  security_group_id = aws_security_group.lb.id
  cidr_ipv6         = "::/0"
  ip_protocol       = "tcp"
  from_port         = 8000
  to_port           = 9999
}


resource "aws_lb_listener" "test" {
  load_balancer_arn = aws_lb.l.arn
  port              = 9000
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.t.arn
  }
}
