resource "aws_vpc" "silent" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc" "only_accepted" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "only_accepted" {
  vpc_id               = aws_vpc.only_accepted.id
  log_destination      = "arn:aws:s3:::flows"
  log_destination_type = "s3"
  traffic_type         = "ACCEPT"
}

resource "aws_vpc" "one_subnet" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "logged" {
  vpc_id     = aws_vpc.one_subnet.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_subnet" "silent" {
  vpc_id     = aws_vpc.one_subnet.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_flow_log" "one_subnet" {
  subnet_id            = aws_subnet.logged.id
  log_destination      = "arn:aws:s3:::flows"
  log_destination_type = "s3"
  traffic_type         = "ALL"
}
