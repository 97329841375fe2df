resource "aws_lb" "payments" {
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
}

resource "aws_lb_target_group" "payments" {
  for_each    = toset(["blue", "green"])
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = "vpc-0123456789abcdef0"
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.payments.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/11112222-3333-4444-5555-666677778888"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.payments["blue"].arn
  }
}

resource "aws_lb_listener_rule" "green" {
  listener_arn = aws_lb_listener.https.arn

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.payments["green"].arn
  }

  condition {
    path_pattern {
      values = ["/green/*"]
    }
  }
}

resource "aws_ecs_service" "payments" {
  for_each = toset(["blue", "green"])
  name     = each.key

  load_balancer {
    target_group_arn = aws_lb_target_group.payments[each.key].arn
    container_name   = "payments"
    container_port   = 8443
  }
}
