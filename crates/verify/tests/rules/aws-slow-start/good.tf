resource "aws_lb_target_group" "slow" {
  port       = 443
  protocol   = "HTTPS"
  vpc_id     = "vpc-0123456789abcdef0"
  slow_start = 60
}

resource "aws_lb_target_group" "mitigated" {
  for_each                          = toset(["blue", "green"])
  port                              = 443
  protocol                          = "HTTPS"
  vpc_id                            = "vpc-0123456789abcdef0"
  load_balancing_algorithm_type     = "weighted_random"
  load_balancing_anomaly_mitigation = "on"
}
