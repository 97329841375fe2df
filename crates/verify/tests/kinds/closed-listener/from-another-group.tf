# Only what is in another group reaches it.
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

resource "aws_security_group" "cdn" { vpc_id = aws_vpc.main.id }
resource "aws_vpc_security_group_ingress_rule" "cdn" {
  security_group_id            = aws_security_group.lb.id
  referenced_security_group_id = aws_security_group.cdn.id
  ip_protocol                  = "tcp"
  from_port                    = 80
  to_port                      = 80
}


resource "aws_lb_listener" "test" {
  load_balancer_arn = aws_lb.l.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.t.arn
  }
}
