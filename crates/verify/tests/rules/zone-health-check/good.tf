resource "aws_lb_target_group" "default" {
  name        = "default"
  target_type = "lambda"
}

resource "aws_lb_target_group" "checked" {
  name        = "checked"
  target_type = "lambda"

  health_check {
    enabled = true
    path    = "/healthz"
  }
}
