resource "aws_lb_target_group" "main" {
  name     = "main"
  port     = 8443
  protocol = "HTTPS"
  vpc_id   = "vpc-1"

  health_check {
    protocol = "HTTPS"
    path     = "/healthz"
  }
}

resource "aws_lb_target_group" "function" {
  name        = "function"
  target_type = "lambda"
}
