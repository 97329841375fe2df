resource "aws_ecs_task_definition" "payments" {
  for_each                 = { "256" = "512", "1024" = "2048", "1 vCPU" = "3 GB", ".5 vcpu" = "1GB", "16384" = "122880" }
  family                   = "payments"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = each.key
  memory                   = each.value
  container_definitions    = jsonencode([{ name = "payments", image = "payments:1" }])
}

resource "aws_ecs_task_definition" "ec2" {
  family                   = "batch"
  requires_compatibilities = ["EC2"]
  cpu                      = 300
  memory                   = 300
  container_definitions    = jsonencode([{ name = "batch", image = "batch:1" }])
}
