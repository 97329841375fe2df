resource "aws_lb_target_group" "unchecked" {
  name        = "unchecked"
  target_type = "lambda"

  health_check {
    enabled = false
  }
}
