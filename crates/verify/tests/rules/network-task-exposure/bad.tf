resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "public" {
  count      = 2
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.${count.index}.0/24"
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route" "internet" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}

resource "aws_route_table_association" "public" {
  count          = 2
  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

resource "aws_ecs_service" "public" {
  name            = "app"
  task_definition = "app:1"

  network_configuration {
    subnets          = aws_subnet.public[*].id
    assign_public_ip = true
  }
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule     = "nightly"
  arn      = "arn:aws:ecs:us-east-1:123456789012:cluster/main"
  role_arn = "arn:aws:iam::123456789012:role/nightly"

  ecs_target {
    task_definition_arn = "arn:aws:ecs:us-east-1:123456789012:task-definition/nightly:1"
    launch_type         = "FARGATE"

    network_configuration {
      subnets          = ["subnet-1"]
      assign_public_ip = true
    }
  }
}
