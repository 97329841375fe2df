resource "aws_cloudwatch_metric_alarm" "plural" {
  alarm_name          = "plural"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HealthyHostsCount"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
}

resource "aws_cloudwatch_metric_alarm" "lower_case" {
  alarm_name          = "lower-case"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "UnhealthyHostCount"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
}

resource "aws_cloudwatch_metric_alarm" "other_namespace" {
  alarm_name          = "other-namespace"
  namespace           = "AWS/ECS"
  metric_name         = "RunningTaskCount"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
}

resource "aws_cloudwatch_metric_alarm" "namespace_in_capitals" {
  alarm_name          = "namespace-in-capitals"
  namespace           = "AWS/APPLICATIONELB"
  metric_name         = "HealthyHostCount"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
}

resource "aws_cloudwatch_metric_alarm" "misspelt_namespace" {
  alarm_name          = "misspelt-namespace"
  namespace           = "AWS/AplicationELB"
  metric_name         = "HealthyHostCount"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
}

resource "aws_cloudwatch_metric_alarm" "invented" {
  alarm_name          = "invented"
  namespace           = "AWS/RDS"
  metric_name         = "ReplicationDelaySeconds"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
}

resource "aws_cloudwatch_metric_alarm" "in_a_query" {
  alarm_name          = "in-a-query"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 5
  threshold           = 1

  metric_query {
    id          = "errors"
    return_data = true

    metric {
      namespace   = "AWS/Lambda"
      metric_name = "Error"
      stat        = "Sum"
      period      = 60
    }
  }
}
