resource "aws_ecs_cluster" "main" {
  name = "payments"

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_service" "services" {
  for_each = toset(["api", "worker"])
  name     = each.key
  cluster  = aws_ecs_cluster.main.id
}

resource "aws_cloudwatch_metric_alarm" "tasks" {
  for_each            = aws_ecs_service.services
  alarm_name          = "tasks-${each.key}"
  namespace           = "ECS/ContainerInsights"
  metric_name         = "RunningTaskCount"
  statistic           = "Minimum"
  comparison_operator = "LessThanThreshold"
  threshold           = 2
  period              = 60
  evaluation_periods  = 5
  treat_missing_data  = "breaching"

  dimensions = {
    ClusterName = aws_ecs_cluster.main.name
    ServiceName = each.value.name
  }
}
