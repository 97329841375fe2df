resource "aws_ecs_service" "deadlock" {
  name                               = "deadlock"
  desired_count                      = 10
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 100
}

resource "aws_ecs_service" "rebalancing" {
  name                               = "rebalancing"
  desired_count                      = 10
  availability_zone_rebalancing      = "ENABLED"
  deployment_minimum_healthy_percent = 50
  deployment_maximum_percent         = 100
}

resource "aws_ecs_service" "rounding" {
  name                               = "rounding"
  desired_count                      = 1
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 150
}
