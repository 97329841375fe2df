resource "aws_lb" "quiet" {
  name    = "payments"
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb_target_group" "quiet" {
  name        = "payments"
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_lb_listener" "quiet" {
  load_balancer_arn = aws_lb.quiet.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/payments"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.quiet.arn
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
  treat_missing_data  = "notBreaching"
  dimensions          = { LoadBalancer = aws_lb.quiet.arn_suffix }
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_ELB_5XX_Count"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 2
  comparison_operator = "GreaterThanThreshold"
  threshold           = 60
  treat_missing_data  = "notBreaching"
  dimensions          = { LoadBalancer = aws_lb.quiet.arn_suffix }
}

resource "aws_lb" "healthy" {
  name    = "shop-prod"
  subnets = ["subnet-1", "subnet-2"]

  tags = { Environment = "production" }
}

resource "aws_lb_target_group" "healthy" {
  name        = "shop-prod"
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_lb_listener" "healthy" {
  load_balancer_arn = aws_lb.healthy.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/payments"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.healthy.arn
  }
}

resource "aws_cloudwatch_metric_alarm" "hosts" {
  alarm_name          = "hosts"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HealthyHostCount"
  statistic           = "Minimum"
  period              = 300
  evaluation_periods  = 2
  comparison_operator = "LessThanThreshold"
  threshold           = 60
  treat_missing_data  = "breaching"
  dimensions          = { LoadBalancer = aws_lb.healthy.arn_suffix, TargetGroup = aws_lb_target_group.healthy.arn_suffix }
}
