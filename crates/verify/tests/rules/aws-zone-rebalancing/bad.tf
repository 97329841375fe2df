resource "aws_ecs_service" "daemon" {
  name                          = "daemon"
  availability_zone_rebalancing = "ENABLED"
  scheduling_strategy           = "DAEMON"
}

resource "aws_ecs_service" "classic" {
  name                          = "classic"
  availability_zone_rebalancing = "ENABLED"

  load_balancer {
    elb_name       = "payments"
    container_name = "payments"
    container_port = 8080
  }
}

resource "aws_ecs_service" "bound" {
  name                          = "bound"
  availability_zone_rebalancing = "ENABLED"

  placement_constraints {
    type       = "memberOf"
    expression = "attribute:ecs.availability-zone in [us-east-1a, us-east-1b]"
  }
}

resource "aws_ecs_service" "packed" {
  name                          = "packed"
  availability_zone_rebalancing = "ENABLED"

  ordered_placement_strategy {
    type  = "binpack"
    field = "memory"
  }
}
