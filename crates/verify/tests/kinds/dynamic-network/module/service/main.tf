variable "network" { type = any }
resource "aws_ecs_service" "this" {
  name            = "s"
  task_definition = "t:1"
  desired_count   = 9
  launch_type     = "FARGATE"
  dynamic "network_configuration" {
    for_each = var.network
    content { subnets = network_configuration.value.subnet_ids }
  }
}
