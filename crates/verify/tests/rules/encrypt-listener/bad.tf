resource "aws_lb" "inner" {
  name     = "inner"
  subnets  = ["subnet-1", "subnet-2"]
  internal = true
}

resource "aws_lb_target_group" "main" {
  name     = "main"
  port     = 8443
  protocol = "HTTPS"
  vpc_id   = "vpc-1"
}

resource "aws_lb_listener" "forwards" {
  load_balancer_arn = aws_lb.inner.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.main.arn
  }
}

resource "aws_lb_listener" "by_rule" {
  load_balancer_arn = aws_lb.inner.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

resource "aws_lb_listener_rule" "by_rule" {
  listener_arn = aws_lb_listener.by_rule.arn

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.main.arn
  }

  condition {
    path_pattern {
      values = ["/*"]
    }
  }
}
