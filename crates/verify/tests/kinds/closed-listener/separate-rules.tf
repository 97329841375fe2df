# The group is open on 443 alone, by rules of their own.
#: plan: nofail:network-http-redirect

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

resource "aws_vpc_security_group_ingress_rule" "https" {
  security_group_id = aws_security_group.lb.id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}
resource "aws_security_group_rule" "test" {
  security_group_id = aws_security_group.lb.id
  type              = "ingress"
  cidr_blocks       = ["10.0.0.0/8"]
  protocol          = "tcp"
  from_port         = 9000
  to_port           = 9000
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
