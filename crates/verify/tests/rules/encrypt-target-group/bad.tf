resource "aws_lb_target_group" "clear" {
  name     = "clear"
  port     = 8443
  protocol = "HTTP"
  vpc_id   = "vpc-1"

  health_check {
    protocol = "HTTP"
    path     = "/healthz"
  }
}

resource "aws_lb_target_group" "checked_in_clear" {
  name     = "checked-in-clear"
  port     = 8443
  protocol = "HTTPS"
  vpc_id   = "vpc-1"

  health_check {
    protocol = "HTTP"
    path     = "/healthz"
  }
}
