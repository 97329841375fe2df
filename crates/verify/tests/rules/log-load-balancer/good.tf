resource "aws_lb" "main" {
  name    = "main"
  subnets = ["subnet-1", "subnet-2"]

  access_logs {
    bucket  = "access-logs"
    enabled = true
  }
}

resource "aws_alb" "old" {
  name    = "old"
  subnets = ["subnet-1", "subnet-2"]

  access_logs {
    bucket  = "access-logs"
    enabled = true
  }
}

resource "aws_lb" "network" {
  name    = "network"
  subnets = ["subnet-1", "subnet-2"]

  load_balancer_type = "network"
}
