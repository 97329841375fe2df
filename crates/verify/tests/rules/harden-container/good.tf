resource "aws_ecs_task_definition" "api" {
  family       = "api"
  network_mode = "awsvpc"
  container_definitions = jsonencode([{
    name                   = "api"
    image                  = "nginx:1"
    user                   = "10001:10001"
    readonlyRootFilesystem = true
  }])
}
