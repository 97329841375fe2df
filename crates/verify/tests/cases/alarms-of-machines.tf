# The alarm on unhealthy targets rings for machines too.
#: plan: zone:us-east-1a!=lost; alarm:aws_cloudwatch_metric_alarm.unhealthy

resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "s" {
  for_each          = { a = 1, b = 2, c = 3 }
  vpc_id            = aws_vpc.v.id
  cidr_block        = "10.0.${each.value}.0/24"
  availability_zone = "us-east-1${each.key}"
}
resource "aws_lb" "l" {
  name                       = "l"
  subnets                    = [for s in aws_subnet.s : s.id]
  drop_invalid_header_fields = true
}
resource "aws_lb_target_group" "t" {
  name     = "t"
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.v.id
}
resource "aws_autoscaling_group" "app" {
  min_size            = 3
  max_size            = 6
  vpc_zone_identifier = [for s in aws_subnet.s : s.id]
  target_group_arns   = [aws_lb_target_group.t.arn]
  launch_template { id = "lt-0123456789abcdef0" }
}
resource "aws_sns_topic" "t" {
  name              = "t"
  kms_master_key_id = "alias/pay"
}
resource "aws_cloudwatch_metric_alarm" "unhealthy" {
  alarm_name          = "unhealthy"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "UnHealthyHostCount"
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  alarm_actions       = [aws_sns_topic.t.arn]
  dimensions = {
    TargetGroup  = aws_lb_target_group.t.arn_suffix
    LoadBalancer = aws_lb.l.arn_suffix
  }
}
