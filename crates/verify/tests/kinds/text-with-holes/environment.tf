# The containers come from a for expression over a map.
#: plan: open:secret-in-environment
#: source: fail:secret-in-environment
#: folder: fail:secret-in-environment

resource "aws_sqs_queue" "q" { sqs_managed_sse_enabled = true }
locals {
  containers = { api = { image = "nginx:1", env = { QUEUE = aws_sqs_queue.q.url, DB_PASSWORD = "Sup3rSecretPw0rd!" } } }
}
resource "aws_ecs_task_definition" "api" {
  family                   = "api"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  container_definitions = jsonencode([for name, c in local.containers : {
    name        = name
    image       = c.image
    essential   = true
    environment = [for k, v in c.env : { name = k, value = v }]
  }])
}
