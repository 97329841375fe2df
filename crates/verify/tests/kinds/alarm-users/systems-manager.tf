# What Systems Manager does names the alarm in a document and in the parameters of a task: whether it waits for it, no plan tells.
#: plan: nofail:alarm-actions
#: source: nofail:alarm-actions
#: folder: nofail:alarm-actions

resource "aws_cloudwatch_metric_alarm" "document" {
  alarm_name          = "document"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { LoadBalancer = "app/main/0123456789abcdef" }
}
resource "aws_cloudwatch_metric_alarm" "task" {
  alarm_name          = "task"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { LoadBalancer = "app/main/0123456789abcdef" }
}
resource "aws_ssm_document" "d" {
  name          = "stop"
  document_type = "Automation"
  content = jsonencode({
    schemaVersion = "0.3"
    mainSteps = [{
      name   = "quiet"
      action = "aws:assertAwsResourceProperty"
      inputs = {
        Service          = "cloudwatch"
        Api              = "DescribeAlarms"
        AlarmNames       = [aws_cloudwatch_metric_alarm.document.alarm_name]
        PropertySelector = "$.MetricAlarms[0].StateValue"
        DesiredValues    = ["OK"]
      }
    }]
  })
}
resource "aws_ssm_maintenance_window_task" "t" {
  window_id       = "mw-0123456789abcdef0"
  task_type       = "AUTOMATION"
  task_arn        = "stop"
  max_concurrency = 1
  max_errors      = 0
  targets {
    key    = "WindowTargetIds"
    values = ["0123456789abcdef0"]
  }
  task_invocation_parameters {
    automation_parameters {
      parameter {
        name   = "Alarm"
        values = [aws_cloudwatch_metric_alarm.task.arn]
      }
    }
  }
}
