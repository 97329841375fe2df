# Ids in one text, as Parameter Store keeps them.
#: plan: fail:zone-service-spans@one; open:zone-service-spans@three; nofail:zone-service-spans@three; zone:us-east-1a!=survives

variable "ids" { default = "subnet-0aaaaaaaaaaaaaaaa,subnet-0bbbbbbbbbbbbbbbb,subnet-0cccccccccccccccc" }
resource "aws_ecs_service" "three" {
  name            = "three"
  task_definition = "t:1"
  desired_count   = 3
  launch_type     = "FARGATE"
  network_configuration { subnets = split(",", var.ids) }
}
resource "aws_ecs_service" "one" {
  name            = "one"
  task_definition = "t:1"
  desired_count   = 3
  launch_type     = "FARGATE"
  network_configuration { subnets = slice(split(",", var.ids), 0, 1) }
}
