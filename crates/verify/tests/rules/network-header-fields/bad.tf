resource "aws_lb" "default" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_alb" "off" {
  load_balancer_type         = "application"
  subnets                    = ["subnet-1", "subnet-2"]
  drop_invalid_header_fields = false
}
