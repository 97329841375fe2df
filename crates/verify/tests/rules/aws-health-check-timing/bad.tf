resource "aws_lb_target_group" "equal" {
  port     = 443
  protocol = "HTTPS"
  vpc_id   = "vpc-0123456789abcdef0"

  health_check {
    interval = 10
    timeout  = 10
  }
}

resource "aws_lb_target_group" "default" {
  port     = 443
  protocol = "HTTP"
  vpc_id   = "vpc-0123456789abcdef0"

  health_check {
    interval = 5
  }
}

resource "aws_elb" "classic" {
  availability_zones = ["us-east-1a", "us-east-1b"]

  listener {
    instance_port     = 80
    instance_protocol = "HTTP"
    lb_port           = 80
    lb_protocol       = "HTTP"
  }

  health_check {
    target              = "HTTP:80/"
    healthy_threshold   = 2
    unhealthy_threshold = 2
    interval            = 5
    timeout             = 10
  }
}
