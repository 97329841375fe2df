# One id, written twice.
#: plan: fail:zone-service-spans; zone:us-east-1a!=survives

resource "aws_ecs_service" "s" {
  name            = "s"
  task_definition = "t:1"
  desired_count   = 3
  launch_type     = "FARGATE"
  network_configuration { subnets = ["subnet-0aaaaaaaaaaaaaaaa", "subnet-0aaaaaaaaaaaaaaaa"] }
}
