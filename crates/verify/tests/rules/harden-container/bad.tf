resource "aws_ecs_task_definition" "root" {
  family       = "root"
  network_mode = "host"
  pid_mode     = "host"
  container_definitions = jsonencode([{
    name       = "root"
    image      = "nginx:1"
    user       = "0"
    privileged = true
  }])
}

resource "aws_ecs_task_definition" "image_decides" {
  family = "image-decides"
  container_definitions = jsonencode([{
    name                   = "api"
    image                  = "nginx:1"
    readonlyRootFilesystem = true
    linuxParameters        = { capabilities = { add = ["SYS_ADMIN"] } }
  }])
}

resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

resource "aws_ecs_task_definition" "unread" {
  family                = "unread"
  container_definitions = jsonencode([{ name = "api", image = "nginx:1", environment = [{ name = "QUEUE", value = aws_sqs_queue.jobs.url }] }])
}
