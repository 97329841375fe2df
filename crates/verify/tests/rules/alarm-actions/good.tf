resource "aws_sns_topic" "page" {
  name = "page"
}

resource "aws_cloudwatch_metric_alarm" "tells" {
  alarm_name          = "tells"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.page.arn]
}

# What is given from outside exists elsewhere.
locals {
  on_call = "arn:aws:sns:us-east-1:123456789012:on-call"
}

resource "aws_cloudwatch_metric_alarm" "tells_someone_elsewhere" {
  alarm_name          = "tells-someone-elsewhere"
  namespace           = "AWS/Lambda"
  metric_name         = "Throttles"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [local.on_call]
}

resource "aws_cloudwatch_metric_alarm" "child" {
  alarm_name          = "child"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
}

resource "aws_cloudwatch_composite_alarm" "of_a_child" {
  alarm_name    = "of-a-child"
  alarm_rule    = "ALARM(\"${aws_cloudwatch_metric_alarm.child.alarm_name}\")"
  alarm_actions = [aws_sns_topic.page.arn]
}

resource "aws_cloudwatch_metric_alarm" "stops_traffic" {
  alarm_name          = "stops-traffic"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
}

resource "aws_route53_health_check" "region" {
  type                            = "CLOUDWATCH_METRIC"
  cloudwatch_alarm_name           = aws_cloudwatch_metric_alarm.stops_traffic.alarm_name
  cloudwatch_alarm_region         = "us-east-1"
  insufficient_data_health_status = "Unhealthy"
}

# Others act on these.
resource "aws_cloudwatch_metric_alarm" "used" {
  for_each            = toset(["refresh", "endpoint"])
  alarm_name          = "used-${each.key}"
  namespace           = "AWS/EC2"
  metric_name         = "CPUUtilization"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  threshold           = 90
  period              = 60
  statistic           = "Average"
}

resource "aws_autoscaling_group" "refreshed" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-1", "subnet-2"]

  launch_template {
    id = "lt-0123456789abcdef0"
  }

  instance_refresh {
    strategy = "Rolling"

    preferences {
      alarm_specification {
        alarms = [aws_cloudwatch_metric_alarm.used["refresh"].alarm_name]
      }
    }
  }
}

resource "aws_sagemaker_endpoint" "model" {
  endpoint_config_name = "model"

  deployment_config {
    blue_green_update_policy {
      traffic_routing_configuration {
        type                     = "ALL_AT_ONCE"
        wait_interval_in_seconds = 60
      }
    }

    auto_rollback_configuration {
      alarms {
        alarm_name = aws_cloudwatch_metric_alarm.used["endpoint"].alarm_name
      }
    }
  }
}
