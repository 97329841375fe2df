resource "aws_lb" "silent" {
  name    = "silent"
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb" "not_enabled" {
  name    = "not-enabled"
  subnets = ["subnet-1", "subnet-2"]

  access_logs {
    bucket = "access-logs"
  }
}

resource "aws_lb" "switched_off" {
  name    = "switched-off"
  subnets = ["subnet-1", "subnet-2"]

  access_logs {
    bucket  = "access-logs"
    enabled = false
  }
}
