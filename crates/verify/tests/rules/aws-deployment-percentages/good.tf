resource "aws_ecs_service" "payments" {
  for_each                           = { a = 200, b = 150 }
  name                               = each.key
  desired_count                      = 4
  availability_zone_rebalancing      = "ENABLED"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = each.value
}

resource "aws_ecs_service" "defaults" {
  name          = "defaults"
  desired_count = 1
}

resource "aws_ecs_service" "daemon" {
  name                               = "daemon"
  scheduling_strategy                = "DAEMON"
  deployment_minimum_healthy_percent = 0
  deployment_maximum_percent         = 100
}

resource "aws_ecs_service" "stops_first" {
  name                               = "stops-first"
  desired_count                      = 2
  deployment_minimum_healthy_percent = 50
  deployment_maximum_percent         = 100
}
