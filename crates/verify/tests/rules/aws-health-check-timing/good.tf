resource "aws_lb_target_group" "payments" {
  for_each    = { a = 5, b = 9 }
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = "vpc-0123456789abcdef0"

  health_check {
    interval = 10
    timeout  = each.value
  }
}

resource "aws_lb_target_group" "tcp" {
  port     = 443
  protocol = "TCP"
  vpc_id   = "vpc-0123456789abcdef0"

  health_check {
    interval = 10
    timeout  = 10
  }
}
