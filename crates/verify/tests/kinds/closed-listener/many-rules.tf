# A listener with many rules is reported once.
#: plan: once:network-http-redirect
#: source: once:network-http-redirect
#: folder: once:network-http-redirect

resource "aws_security_group" "l" {
  vpc_id = aws_vpc.main.id
  ingress {
    protocol    = "tcp"
    from_port   = 80
    to_port     = 80
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_lb" "l" {
  name            = "l"
  subnets         = [for s in aws_subnet.main : s.id]
  security_groups = [aws_security_group.l.id]
}
resource "aws_lb_target_group" "t" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}
resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.l.arn
  port              = 80
  protocol          = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.t.arn
  }
}
resource "aws_lb_listener_rule" "r" {
  for_each     = { one = 1, two = 2, three = 3 }
  listener_arn = aws_lb_listener.http.arn
  priority     = each.value
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.t.arn
  }
  condition {
    path_pattern {
      values = ["/${each.key}"]
    }
  }
}
