resource "aws_ecs_service" "fargate" {
  name                          = "payments"
  availability_zone_rebalancing = "ENABLED"
}

resource "aws_ecs_service" "ec2" {
  name                          = "batch"
  availability_zone_rebalancing = "ENABLED"

  ordered_placement_strategy {
    type  = "spread"
    field = "attribute:ecs.availability-zone"
  }

  ordered_placement_strategy {
    type  = "binpack"
    field = "memory"
  }
}
