resource "aws_ecs_cluster" "enabled" {
  name = "enabled"

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_cloudwatch_metric_alarm" "enabled" {
  alarm_name          = "enabled"
  namespace           = "ECS/ContainerInsights"
  metric_name         = "RunningTaskCount"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions = {
    ClusterName = aws_ecs_cluster.enabled.name
    ServiceName = "payments"
  }
}

resource "aws_ecs_cluster" "enhanced" {
  name = "enhanced"

  setting {
    name  = "containerInsights"
    value = "enhanced"
  }
}

resource "aws_cloudwatch_metric_alarm" "enhanced" {
  alarm_name          = "enhanced"
  namespace           = "ECS/ContainerInsights"
  metric_name         = "RunningTaskCount"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions = {
    ClusterName = aws_ecs_cluster.enhanced.name
    ServiceName = "payments"
  }
}

# Nothing of Container Insights is watched here.

resource "aws_ecs_cluster" "plain" {
  name = "plain"
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name          = "cpu"
  namespace           = "AWS/ECS"
  metric_name         = "CPUUtilization"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions          = { ClusterName = aws_ecs_cluster.plain.name }
}
