# Nothing acts on it: a dashboard shows it, an IAM policy is about something else.
#: plan: fail:alarm-actions
#: source: fail:alarm-actions
#: folder: fail:alarm-actions

resource "aws_cloudwatch_metric_alarm" "alone" {
  alarm_name          = "alone"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { LoadBalancer = "app/main/0123456789abcdef" }
}
resource "aws_ecs_service" "s" {
  name            = "alone"
  cluster         = "arn:aws:ecs:us-east-1:123456789012:cluster/main"
  task_definition = "s:1"
  desired_count   = 3
  alarms {
    enable      = true
    rollback    = true
    alarm_names = ["another"]
  }
}
