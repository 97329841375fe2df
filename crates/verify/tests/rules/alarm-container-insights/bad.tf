resource "aws_ecs_cluster" "default" {
  name = "default"
}

resource "aws_cloudwatch_metric_alarm" "default" {
  alarm_name          = "default"
  namespace           = "ECS/ContainerInsights"
  metric_name         = "RunningTaskCount"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions = {
    ClusterName = aws_ecs_cluster.default.name
    ServiceName = "payments"
  }
}

resource "aws_ecs_cluster" "disabled" {
  name = "disabled"

  setting {
    name  = "containerInsights"
    value = "disabled"
  }
}

resource "aws_cloudwatch_metric_alarm" "disabled" {
  alarm_name          = "disabled"
  namespace           = "ECS/ContainerInsights"
  metric_name         = "RunningTaskCount"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions = {
    ClusterName = aws_ecs_cluster.disabled.name
    ServiceName = "payments"
  }
}

resource "aws_ecs_cluster" "by_name" {
  name = "by_name"
}

resource "aws_cloudwatch_metric_alarm" "by_name" {
  alarm_name          = "by-name"
  namespace           = "ECS/ContainerInsights"
  metric_name         = "DesiredTaskCount"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions = {
    ClusterName = "by_name"
    ServiceName = "payments"
  }
}
