#: plan: nofail:zone-service-spans; zone:us-east-1a!=lost
#: source: nofail:zone-service-spans; zone:us-east-1a!=lost

resource "aws_ecs_service" "s" {
  name            = "s"
  task_definition = "t:1"
  desired_count   = 9
  launch_type     = "FARGATE"
  dynamic "network_configuration" {
    for_each = [{ subnets = [for s in aws_subnet.main : s.id] }]
    content { subnets = network_configuration.value.subnets }
  }
}
