# A dynamic block's subnets are not in the plan: unknown.
#: plan: open:zone-service-spans; zone:us-east-1a=unknown|lost
#: source: fail:zone-service-spans; zone:us-east-1a=lost

resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "app" {
  for_each          = { a = 1, b = 2, c = 3 }
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.${each.value}.0/24"
  availability_zone = "us-east-1${each.key}"
}
resource "aws_ecs_cluster" "c" { name = "c" }
resource "aws_ecs_task_definition" "t" {
  family                   = "t"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  container_definitions    = jsonencode([{ name = "a", image = "x" }])
}
resource "aws_ecs_service" "s" {
  name            = "s"
  cluster         = aws_ecs_cluster.c.id
  task_definition = aws_ecs_task_definition.t.arn
  launch_type     = "FARGATE"
  desired_count   = 9
  dynamic "network_configuration" {
    for_each = [{ subnets = [aws_subnet.app["a"].id] }]
    content {
      subnets = network_configuration.value.subnets
    }
  }
}
