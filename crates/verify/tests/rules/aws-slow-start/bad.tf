resource "aws_lb_target_group" "slow" {
  for_each                      = toset(["least_outstanding_requests", "weighted_random"])
  port                          = 443
  protocol                      = "HTTPS"
  vpc_id                        = "vpc-0123456789abcdef0"
  load_balancing_algorithm_type = each.value
  slow_start                    = 60
}

resource "aws_lb_target_group" "mitigated" {
  port                              = 443
  protocol                          = "HTTPS"
  vpc_id                            = "vpc-0123456789abcdef0"
  load_balancing_anomaly_mitigation = "on"
}
