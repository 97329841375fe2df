resource "aws_lb" "main" {
  name    = "payments"
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb_target_group" "main" {
  name        = "payments"
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_cloudwatch_metric_alarm" "without_load_balancer" {
  alarm_name          = "without-load-balancer"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HealthyHostCount"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions          = { TargetGroup = aws_lb_target_group.main.arn_suffix }
}

resource "aws_cloudwatch_metric_alarm" "without_any" {
  alarm_name          = "without-any"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_ELB_5XX_Count"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
}

resource "aws_cloudwatch_metric_alarm" "by_target_group" {
  alarm_name          = "by-target-group"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_ELB_5XX_Count"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions = {
    LoadBalancer = "app/payments/0123456789abcdef"
    TargetGroup  = "targetgroup/payments/0123456789abcdef"
  }
}

resource "aws_cloudwatch_metric_alarm" "without_service" {
  alarm_name          = "without-service"
  namespace           = "ECS/ContainerInsights"
  metric_name         = "RunningTaskCount"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions          = { ClusterName = "payments" }
}

resource "aws_cloudwatch_metric_alarm" "misspelt" {
  alarm_name          = "misspelt"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions          = { DBInstanceID = "payments-a" }
}

resource "aws_cloudwatch_metric_alarm" "bucket" {
  alarm_name          = "bucket"
  namespace           = "AWS/S3"
  metric_name         = "5xxErrors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions          = { BucketName = "payments" }
}

resource "aws_cloudwatch_metric_alarm" "in_a_query" {
  alarm_name          = "in-a-query"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  evaluation_periods  = 5

  metric_query {
    id          = "hosts"
    return_data = true

    metric {
      namespace   = "AWS/ApplicationELB"
      metric_name = "UnHealthyHostCount"
      stat        = "Maximum"
      period      = 60
      dimensions  = { LoadBalancer = aws_lb.main.arn_suffix }
    }
  }
}

# A plan does not show what a dynamic block refers to.
resource "aws_cloudwatch_metric_alarm" "in_a_dynamic_query" {
  alarm_name          = "in-a-dynamic-query"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  evaluation_periods  = 5

  dynamic "metric_query" {
    for_each = ["hosts"]

    content {
      id          = metric_query.value
      return_data = true

      metric {
        namespace   = "AWS/ApplicationELB"
        metric_name = "UnHealthyHostCount"
        stat        = "Maximum"
        period      = 60
        dimensions  = { LoadBalancer = aws_lb.main.arn_suffix }
      }
    }
  }
}
