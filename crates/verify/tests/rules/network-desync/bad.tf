resource "aws_lb" "each" {
  for_each               = toset(["monitor", "strictest"])
  name                   = each.key
  subnets                = ["subnet-1", "subnet-2"]
  desync_mitigation_mode = each.key
}

resource "aws_elb" "classic" {
  subnets                = ["subnet-1", "subnet-2"]
  desync_mitigation_mode = "monitor"

  listener {
    instance_port     = 443
    instance_protocol = "tcp"
    lb_port           = 443
    lb_protocol       = "tcp"
  }
}
