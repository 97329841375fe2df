variable "zones" {
  type    = list(string)
  default = ["us-east-1a", "us-east-1b", "us-east-1c"]
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "app" {
  count             = 3
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 4, count.index)
  availability_zone = var.zones[count.index]
}

resource "aws_ecs_service" "payments" {
  name                               = "payments"
  cluster                            = "arn:aws:ecs:us-east-1:123456789012:cluster/payments"
  task_definition                    = "payments:1"
  launch_type                        = "FARGATE"
  desired_count                      = 9
  deployment_minimum_healthy_percent = 50

  network_configuration {
    subnets = aws_subnet.app[*].id
  }
}
