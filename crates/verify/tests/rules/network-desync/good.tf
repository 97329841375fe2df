resource "aws_lb" "each" {
  for_each               = toset(["defensive", "strictest"])
  name                   = each.key
  subnets                = ["subnet-1", "subnet-2"]
  desync_mitigation_mode = each.key
}

resource "aws_lb" "default" {
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb" "network" {
  load_balancer_type = "network"
  subnets            = ["subnet-1", "subnet-2"]
}
