# One task: the loss of its zone takes it; what is lost is a finding, not only a row.
#: plan: fail|open:zone-*@worker; zone:us-east-1a=lost|unknown

resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "s" {
  for_each          = { a = 1, b = 2, c = 3 }
  vpc_id            = aws_vpc.v.id
  cidr_block        = "10.0.${each.value}.0/24"
  availability_zone = "us-east-1${each.key}"
}
resource "aws_ecs_cluster" "c" { name = "c" }
resource "aws_ecs_service" "worker" {
  name            = "worker"
  cluster         = aws_ecs_cluster.c.id
  task_definition = "worker:1"
  desired_count   = 1
  launch_type     = "FARGATE"
  network_configuration { subnets = [for s in aws_subnet.s : s.id] }
}
