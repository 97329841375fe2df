# The id of a group is its name.
#: plan: nofail:alarm-dimensions-exist
#: source: nofail:alarm-dimensions-exist
#: folder: nofail:alarm-dimensions-exist

resource "aws_launch_configuration" "app" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
}
resource "aws_autoscaling_group" "app" {
  name_prefix          = "app-"
  launch_configuration = aws_launch_configuration.app.name
  min_size             = 3
  max_size             = 6
  vpc_zone_identifier  = [for s in aws_subnet.main : s.id]
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
  dimensions          = { AutoScalingGroupName = aws_autoscaling_group.app.id }
}
