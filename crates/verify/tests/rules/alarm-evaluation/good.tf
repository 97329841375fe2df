resource "aws_cloudwatch_metric_alarm" "three_of_five" {
  alarm_name          = "three-of-five"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 3
}

resource "aws_cloudwatch_metric_alarm" "all" {
  alarm_name          = "all"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
}

resource "aws_cloudwatch_metric_alarm" "a_day" {
  alarm_name          = "a-day"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 300
  evaluation_periods  = 288
}

resource "aws_cloudwatch_metric_alarm" "a_week" {
  alarm_name          = "a-week"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 3600
  evaluation_periods  = 168
}

resource "aws_cloudwatch_metric_alarm" "high_resolution" {
  alarm_name          = "high-resolution"
  namespace           = "Payments"
  metric_name         = "Declined"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 10
  evaluation_periods  = 5
}

resource "aws_cloudwatch_metric_alarm" "storage" {
  alarm_name          = "storage"
  namespace           = "AWS/S3"
  metric_name         = "BucketSizeBytes"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 86400
  evaluation_periods  = 1
  dimensions = {
    BucketName  = "payments"
    StorageType = "StandardStorage"
  }
}
