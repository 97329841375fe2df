# What scales on an alarm is its action; a rule of EventBridge hears of the state of those that it names, and of all where it names none.
#: plan: nofail:alarm-actions@out; nofail:alarm-actions@aws_cloudwatch_metric_alarm.heard; fail:alarm-actions@unheard
#: source: nofail:alarm-actions@out; nofail:alarm-actions@aws_cloudwatch_metric_alarm.heard; fail:alarm-actions@unheard
#: folder: nofail:alarm-actions@out; fail:alarm-actions@unheard

resource "aws_cloudwatch_metric_alarm" "out" {
  alarm_name          = "out"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { LoadBalancer = "app/main/0123456789abcdef" }
  alarm_actions       = [aws_appautoscaling_policy.out.arn]
}
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
resource "aws_cloudwatch_metric_alarm" "unheard" {
  alarm_name          = "unheard"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { LoadBalancer = "app/main/0123456789abcdef" }
}
resource "aws_appautoscaling_policy" "out" {
  name               = "out"
  policy_type        = "StepScaling"
  resource_id        = "service/main/s"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
  step_scaling_policy_configuration {
    adjustment_type = "ChangeInCapacity"
    step_adjustment {
      metric_interval_lower_bound = 0
      scaling_adjustment          = 1
    }
  }
}
resource "aws_cloudwatch_event_rule" "r" {
  name = "r"
  event_pattern = jsonencode({
    source      = ["aws.cloudwatch"]
    detail-type = ["CloudWatch Alarm State Change"]
    detail      = { alarmName = ["heard"] }
  })
}
resource "aws_cloudwatch_dashboard" "d" {
  dashboard_name = "d"
  dashboard_body = jsonencode({
    widgets = [{ type = "alarm", properties = { alarms = [aws_cloudwatch_metric_alarm.unheard.arn] } }]
  })
}
