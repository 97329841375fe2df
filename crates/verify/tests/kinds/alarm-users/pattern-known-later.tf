# A pattern that waits for something is for the alarm that it names, and that of another service for none.
#: plan: nofail:alarm-actions@aws_cloudwatch_metric_alarm.heard; fail:alarm-actions@aws_cloudwatch_metric_alarm.quiet
#: source: nofail:alarm-actions@aws_cloudwatch_metric_alarm.heard; fail:alarm-actions@aws_cloudwatch_metric_alarm.quiet

resource "aws_cloudwatch_metric_alarm" "heard" {
  alarm_name          = "heard"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { LoadBalancer = "app/main/0123456789abcdef" }
}
resource "aws_cloudwatch_metric_alarm" "quiet" {
  alarm_name          = "quiet"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { LoadBalancer = "app/main/0123456789abcdef" }
}
resource "aws_cloudwatch_event_rule" "alarms" {
  name = "alarms"
  event_pattern = jsonencode({
    source    = ["aws.cloudwatch"]
    resources = [aws_cloudwatch_metric_alarm.heard.arn]
  })
}
resource "aws_ecs_cluster" "c" {
  name = "c"
}
resource "aws_cloudwatch_event_rule" "tasks" {
  name = "tasks"
  event_pattern = jsonencode({
    source = ["aws.ecs"]
    detail = { clusterArn = [aws_ecs_cluster.c.arn] }
  })
}
