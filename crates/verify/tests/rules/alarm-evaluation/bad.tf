resource "aws_cloudwatch_metric_alarm" "six_of_five" {
  alarm_name          = "six-of-five"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 6
}

resource "aws_cloudwatch_metric_alarm" "two_days" {
  alarm_name          = "two-days"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 300
  evaluation_periods  = 576
}

resource "aws_cloudwatch_metric_alarm" "eight_days" {
  alarm_name          = "eight-days"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 86400
  evaluation_periods  = 8
}

resource "aws_cloudwatch_metric_alarm" "too_often" {
  alarm_name          = "too-often"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
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
  period              = 300
  evaluation_periods  = 1
  dimensions = {
    BucketName  = "payments"
    StorageType = "StandardStorage"
  }
}
