resource "aws_ecs_task_definition" "payments" {
  for_each                 = { "1024" = "1024", "300" = "512", "0.25 vCPU" = "4 GB", "lots" = "512" }
  family                   = "payments"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = each.key
  memory                   = each.value
  container_definitions    = jsonencode([{ name = "payments", image = "payments:1" }])
}

resource "aws_ecs_task_definition" "without_size" {
  family                   = "payments"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "bridge"
  container_definitions    = jsonencode([{ name = "payments", image = "payments:1", memory = 512 }])
}
