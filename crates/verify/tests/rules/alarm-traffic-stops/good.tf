resource "aws_lb" "counted" {
  name    = "payments"
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb_target_group" "counted" {
  name        = "payments"
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_lb_listener" "counted" {
  load_balancer_arn = aws_lb.counted.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/payments"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.counted.arn
  }
}

resource "aws_cloudwatch_metric_alarm" "few" {
  alarm_name          = "few"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "RequestCount"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 2
  comparison_operator = "LessThanThreshold"
  threshold           = 60
  treat_missing_data  = "breaching"
  dimensions          = { LoadBalancer = aws_lb.counted.arn_suffix }
}

resource "aws_lb" "per_target" {
  name    = "shop"
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb_target_group" "per_target" {
  name        = "shop"
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_lb_listener" "per_target" {
  load_balancer_arn = aws_lb.per_target.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/payments"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.per_target.arn
  }
}

resource "aws_cloudwatch_metric_alarm" "per_target" {
  alarm_name          = "per-target"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "RequestCountPerTarget"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 2
  comparison_operator = "LessThanThreshold"
  threshold           = 60
  treat_missing_data  = "breaching"
  dimensions          = { TargetGroup = aws_lb_target_group.per_target.arn_suffix }
}

resource "aws_lb" "filled" {
  name    = "cards"
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb_target_group" "filled" {
  name        = "cards"
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_lb_listener" "filled" {
  load_balancer_arn = aws_lb.filled.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/payments"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.filled.arn
  }
}

resource "aws_cloudwatch_metric_alarm" "filled" {
  alarm_name          = "filled"
  evaluation_periods  = 2
  comparison_operator = "LessThanThreshold"
  threshold           = 60
  treat_missing_data  = "notBreaching"

  metric_query {
    id          = "filled"
    expression  = "FILL(requests, 0)"
    return_data = true
  }

  metric_query {
    id = "requests"
    metric {
      namespace   = "AWS/ApplicationELB"
      metric_name = "RequestCount"
      stat        = "Sum"
      period      = 300
      dimensions  = { LoadBalancer = aws_lb.filled.arn_suffix }
    }
  }
}

resource "aws_lb" "asked" {
  name    = "wallet"
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb_target_group" "asked" {
  name        = "wallet"
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_lb_listener" "asked" {
  load_balancer_arn = aws_lb.asked.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/payments"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.asked.arn
  }
}

resource "aws_route53_record" "asked" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "wallet.example.com"
  type    = "A"

  alias {
    name                   = aws_lb.asked.dns_name
    zone_id                = aws_lb.asked.zone_id
    evaluate_target_health = true
  }
}

resource "aws_route53_health_check" "asked" {
  type              = "HTTPS"
  fqdn              = "wallet.example.com"
  port              = 443
  request_interval  = 30
  failure_threshold = 3
}

resource "aws_cloudwatch_metric_alarm" "asked" {
  alarm_name          = "asked"
  namespace           = "AWS/Route53"
  metric_name         = "HealthCheckStatus"
  statistic           = "Minimum"
  period              = 300
  evaluation_periods  = 2
  comparison_operator = "LessThanThreshold"
  threshold           = 60
  treat_missing_data  = "breaching"
  dimensions          = { HealthCheckId = aws_route53_health_check.asked.id }
}

resource "aws_lb" "tests" {
  name    = "payments-staging"
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb_target_group" "tests" {
  name        = "payments-staging"
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_lb_listener" "tests" {
  load_balancer_arn = aws_lb.tests.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/payments"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.tests.arn
  }
}

resource "aws_lb" "inner" {
  name     = "ledger"
  internal = true
  subnets  = ["subnet-1", "subnet-2"]
}

resource "aws_lb_target_group" "inner" {
  name        = "ledger"
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_lb_listener" "inner" {
  load_balancer_arn = aws_lb.inner.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/payments"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.inner.arn
  }
}

resource "aws_lb" "without_targets" {
  name    = "moved"
  subnets = ["subnet-1", "subnet-2"]
}
