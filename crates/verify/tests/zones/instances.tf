# One machine is lost with its zone; behind a load balancer the others go on; beside each other nobody knows.
resource "aws_instance" "alone" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"
  subnet_id     = aws_subnet.main["a"].id
}

resource "aws_instance" "anywhere" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"
}

resource "aws_instance" "member" {
  for_each      = aws_subnet.main
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"
  subnet_id     = each.value.id
}

resource "aws_instance" "balanced" {
  for_each      = toset(["a", "b"])
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"
  subnet_id     = aws_subnet.main[each.key].id
}

resource "aws_instance" "together" {
  count         = 2
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"
  subnet_id     = aws_subnet.main["c"].id
}

resource "aws_lb" "main" {
  name    = "main"
  subnets = [aws_subnet.main["a"].id, aws_subnet.main["b"].id, aws_subnet.main["c"].id]
}

resource "aws_lb_target_group" "main" {
  for_each = toset(["balanced", "together"])
  name     = each.key
  port     = 80
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_lb_listener" "balanced" {
  load_balancer_arn = aws_lb.main.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.main["balanced"].arn
  }
}

resource "aws_lb_listener" "together" {
  load_balancer_arn = aws_lb.main.arn
  port              = 81
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.main["together"].arn
  }
}

resource "aws_lb_target_group_attachment" "balanced" {
  for_each         = aws_instance.balanced
  target_group_arn = aws_lb_target_group.main["balanced"].arn
  target_id        = each.value.id
}

resource "aws_lb_target_group_attachment" "together" {
  count            = 2
  target_group_arn = aws_lb_target_group.main["together"].arn
  target_id        = aws_instance.together[count.index].id
}

resource "aws_cloudwatch_metric_alarm" "unhealthy" {
  alarm_name          = "unhealthy"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "UnHealthyHostCount"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3

  dimensions = {
    LoadBalancer = aws_lb.main.arn_suffix
    TargetGroup  = aws_lb_target_group.main["balanced"].arn_suffix
  }
}

resource "aws_ebs_volume" "loose" {
  availability_zone = "us-east-1b"
  size              = 10
}

resource "aws_ebs_volume" "attached" {
  availability_zone = "us-east-1a"
  size              = 10
}

resource "aws_volume_attachment" "attached" {
  device_name = "/dev/sdf"
  instance_id = aws_instance.alone.id
  volume_id   = aws_ebs_volume.attached.id
}
