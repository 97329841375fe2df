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
    type = "forward"

    forward {
      target_group {
        arn = aws_lb_target_group.payments["blue"].arn
      }

      target_group {
        arn = aws_lb_target_group.payments["green"].arn
      }
    }
  }
}

resource "aws_ecs_service" "waiting" {
  name = "waiting"

  load_balancer {
    target_group_arn = aws_lb_target_group.payments["blue"].arn
    container_name   = "payments"
    container_port   = 8443
  }

  depends_on = [aws_lb_listener.https]
}

resource "aws_ecs_service" "referring" {
  name = "referring"

  load_balancer {
    target_group_arn = aws_lb_target_group.payments["green"].arn
    container_name   = "payments"
    container_port   = 8443
  }

  tags = {
    Listener = aws_lb_listener.https.arn
  }
}
