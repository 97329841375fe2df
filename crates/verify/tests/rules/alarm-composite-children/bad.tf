resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
}

resource "aws_cloudwatch_metric_alarm" "healthy_hosts" {
  alarm_name          = "healthy-hosts"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
}

resource "aws_cloudwatch_composite_alarm" "by_text" {
  alarm_name = "by-text"
  alarm_rule = "ALARM(errors) OR ALARM(${aws_cloudwatch_metric_alarm.healthy_hosts.alarm_name})"
}

resource "aws_cloudwatch_composite_alarm" "misspelt" {
  alarm_name = "misspelt"
  alarm_rule = "ALARM(\"healthy-host\")"
}

resource "aws_cloudwatch_composite_alarm" "elsewhere" {
  alarm_name = "elsewhere"
  alarm_rule = "ALARM(someone-elses)"
}

resource "aws_cloudwatch_composite_alarm" "too_many" {
  alarm_name = "too-many"
  alarm_rule = join(" OR ", [for number in range(101) : "ALARM(errors-${number})"])
}
