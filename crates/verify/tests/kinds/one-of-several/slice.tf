# One subnet, chosen by slice(): a plan tells the whole only.
#: plan: fail|open:zone-service-spans; zone:us-east-1a!=survives
#: source: fail:zone-service-spans
#: folder: fail:zone-service-spans

resource "aws_ecs_service" "s" {
  name            = "s"
  task_definition = "t:1"
  desired_count   = 3
  launch_type     = "FARGATE"
  network_configuration { subnets = slice([for s in aws_subnet.main : s.id], 0, 1) }
}
