resource "aws_lb" "public" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb_target_group" "app" {
  port     = 8080
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.public.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.app.arn
  }
}

resource "aws_lb_listener" "with_a_rule" {
  load_balancer_arn = aws_lb.public.arn
  port              = 8080
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener_rule" "api" {
  listener_arn = aws_lb_listener.with_a_rule.arn

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.app.arn
  }

  condition {
    path_pattern {
      values = ["/api/*"]
    }
  }
}

# Which listener a rule belongs to is chosen by what a plan does not show: not known, never held against HTTP.
locals {
  protocols = { http = "HTTP", https = "HTTPS" }
  rules     = { api = "https" }
}

resource "aws_lb" "keyed" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb_target_group" "keyed" {
  port     = 8080
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb_listener" "keyed" {
  for_each          = local.protocols
  load_balancer_arn = aws_lb.keyed.arn
  port              = each.key == "http" ? 80 : 443
  protocol          = each.value
  certificate_arn   = each.key == "http" ? null : "arn:aws:acm:us-east-1:123456789012:certificate/1"

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener_rule" "by_key" {
  for_each     = local.rules
  listener_arn = aws_lb_listener.keyed[each.value].arn

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.keyed.arn
  }

  condition {
    path_pattern {
      values = ["/api/*"]
    }
  }
}

resource "aws_lb_listener_rule" "by_try" {
  listener_arn = try(aws_lb_listener.keyed[local.rules["api"]].arn, null)

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.keyed.arn
  }

  condition {
    path_pattern {
      values = ["/try/*"]
    }
  }
}

resource "aws_lb_listener_rule" "by_order" {
  listener_arn = values(aws_lb_listener.keyed)[1].arn

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.keyed.arn
  }

  condition {
    path_pattern {
      values = ["/order/*"]
    }
  }
}
