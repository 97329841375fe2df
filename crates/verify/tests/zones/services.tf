# Services of ECS: one task, tasks in one zone, on machines, on machines that nobody knows.
resource "aws_ecs_cluster" "main" {
  for_each = toset(["machines", "elsewhere"])
  name     = each.key
}

resource "aws_ecs_task_definition" "main" {
  family                = "main"
  container_definitions = jsonencode([{ name = "main", image = "main", memory = 128 }])
}

resource "aws_ecs_service" "one_task" {
  name            = "one-task"
  cluster         = aws_ecs_cluster.main["elsewhere"].id
  task_definition = aws_ecs_task_definition.main.arn
  launch_type     = "FARGATE"
  desired_count   = 1

  network_configuration {
    subnets = [aws_subnet.main["a"].id, aws_subnet.main["b"].id, aws_subnet.main["c"].id]
  }
}

resource "aws_ecs_service" "two_tasks" {
  name            = "two-tasks"
  cluster         = aws_ecs_cluster.main["elsewhere"].id
  task_definition = aws_ecs_task_definition.main.arn
  launch_type     = "FARGATE"
  desired_count   = 2

  network_configuration {
    subnets = [aws_subnet.main["a"].id, aws_subnet.main["b"].id, aws_subnet.main["c"].id]
  }
}

resource "aws_ecs_service" "one_zone" {
  name            = "one-zone"
  cluster         = aws_ecs_cluster.main["elsewhere"].id
  task_definition = aws_ecs_task_definition.main.arn
  launch_type     = "FARGATE"
  desired_count   = 4

  network_configuration {
    subnets = ["subnet-0123456789abcdef0"]
  }
}

resource "aws_launch_template" "main" {
  name          = "main"
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m7g.large"
}

resource "aws_autoscaling_group" "machines" {
  min_size            = 3
  max_size            = 3
  vpc_zone_identifier = [aws_subnet.main["a"].id, aws_subnet.main["b"].id]

  launch_template {
    id = aws_launch_template.main.id
  }
}

resource "aws_ecs_capacity_provider" "machines" {
  name = "machines"

  auto_scaling_group_provider {
    auto_scaling_group_arn = aws_autoscaling_group.machines.arn
  }
}

resource "aws_ecs_cluster_capacity_providers" "machines" {
  cluster_name       = aws_ecs_cluster.main["machines"].name
  capacity_providers = [aws_ecs_capacity_provider.machines.name]
}

resource "aws_ecs_service" "on_machines" {
  name            = "on-machines"
  cluster         = aws_ecs_cluster.main["machines"].id
  task_definition = aws_ecs_task_definition.main.arn
  desired_count   = 4
}

resource "aws_ecs_service" "one_on_machines" {
  name            = "one-on-machines"
  cluster         = aws_ecs_cluster.main["machines"].id
  task_definition = aws_ecs_task_definition.main.arn
  desired_count   = 1
}

resource "aws_ecs_service" "on_unknown_machines" {
  name            = "on-unknown-machines"
  cluster         = aws_ecs_cluster.main["elsewhere"].id
  task_definition = aws_ecs_task_definition.main.arn
  desired_count   = 4
}

resource "aws_ecs_service" "daemon" {
  name                = "daemon"
  cluster             = aws_ecs_cluster.main["machines"].id
  task_definition     = aws_ecs_task_definition.main.arn
  scheduling_strategy = "DAEMON"
}
