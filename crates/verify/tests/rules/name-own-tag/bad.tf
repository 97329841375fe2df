resource "aws_vpc" "beside" {
  cidr_block = "10.0.0.0/16"

  tags = {
    Name        = "vpc-prod"
    Environment = "prod"
  }
}

resource "aws_vpc" "empty" {
  cidr_block = "10.0.0.0/16"

  tags = {
    Name = ""
  }
}
