# The dimension is the name of something that is no group.
#: plan: fail|open:alarm-dimensions-exist
#: source: fail:alarm-dimensions-exist
#: folder: fail:alarm-dimensions-exist

resource "aws_launch_configuration" "app" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
}
resource "aws_cloudwatch_metric_alarm" "app" {
  alarm_name          = "app"
  namespace           = "AWS/EC2"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 1
  threshold           = 90
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { AutoScalingGroupName = aws_launch_configuration.app.name }
}
