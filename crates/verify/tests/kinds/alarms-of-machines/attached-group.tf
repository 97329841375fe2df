# The group is attached by a resource of its own.
#: plan: zone:us-east-1a!=lost; alarm:aws_cloudwatch_metric_alarm.u

resource "aws_sns_topic" "t" { kms_master_key_id = "alias/pay" }
resource "aws_lb" "l" {
  internal                   = true
  subnets                    = [for s in aws_subnet.main : s.id]
  drop_invalid_header_fields = true
}
resource "aws_lb_target_group" "t" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}
resource "aws_cloudwatch_metric_alarm" "u" {
  alarm_name          = "unhealthy"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "UnHealthyHostCount"
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.t.arn]
  dimensions = {
    TargetGroup  = aws_lb_target_group.t.arn_suffix
    LoadBalancer = aws_lb.l.arn_suffix

  }
}

resource "aws_autoscaling_group" "app" {
  min_size            = 3
  max_size            = 6
  vpc_zone_identifier = [for s in aws_subnet.main : s.id]
  health_check_type   = "ELB"
  launch_template { id = "lt-0123456789abcdef0" }
}
resource "aws_autoscaling_attachment" "app" {
  autoscaling_group_name = aws_autoscaling_group.app.id
  lb_target_group_arn    = aws_lb_target_group.t.arn
}
