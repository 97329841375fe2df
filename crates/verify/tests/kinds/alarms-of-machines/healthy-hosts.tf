# Three machines, and an alarm on fewer than three.
#: plan: zone:us-east-1a!=lost; alarm:aws_cloudwatch_metric_alarm.few

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
resource "aws_cloudwatch_metric_alarm" "few" {
  alarm_name          = "few-healthy"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HealthyHostCount"
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 3
  comparison_operator = "LessThanThreshold"
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.t.arn]
  dimensions = {
    TargetGroup  = aws_lb_target_group.t.arn_suffix
    LoadBalancer = aws_lb.l.arn_suffix

  }
}

resource "aws_instance" "app" {
  for_each      = aws_subnet.main
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
  subnet_id     = each.value.id
}
resource "aws_lb_target_group_attachment" "app" {
  for_each         = aws_instance.app
  target_group_arn = aws_lb_target_group.t.arn
  target_id        = each.value.id
}
