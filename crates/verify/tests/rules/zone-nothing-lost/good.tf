resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "main" {
  for_each          = { "us-east-1a" = 0, "us-east-1b" = 1 }
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, each.value)
  availability_zone = each.key
}

resource "aws_launch_template" "app" {
  name          = "app"
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m7g.large"
}

resource "aws_autoscaling_group" "app" {
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = [aws_subnet.main["us-east-1a"].id, aws_subnet.main["us-east-1b"].id]

  launch_template {
    id = aws_launch_template.app.id
  }
}

resource "aws_apigatewayv2_vpc_link" "app" {
  name               = "app"
  security_group_ids = []
  subnet_ids         = [aws_subnet.main["us-east-1a"].id, aws_subnet.main["us-east-1b"].id]
}
