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

resource "aws_autoscaling_group" "workers" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.app[0].id, aws_subnet.app[1].id, aws_subnet.app[2].id]

  launch_template {
    id = "lt-0123456789abcdef0"
  }
}
