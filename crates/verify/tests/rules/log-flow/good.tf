resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "main" {
  vpc_id               = aws_vpc.main.id
  log_destination      = "arn:aws:s3:::flows"
  log_destination_type = "s3"
  traffic_type         = "ALL"
}

resource "aws_vpc" "refused" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "refused" {
  vpc_id               = aws_vpc.refused.id
  log_destination      = "arn:aws:s3:::flows"
  log_destination_type = "s3"
  traffic_type         = "REJECT"
}

resource "aws_vpc" "by_subnet" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "by_subnet" {
  count      = 2
  vpc_id     = aws_vpc.by_subnet.id
  cidr_block = cidrsubnet("10.0.0.0/16", 4, count.index)
}

resource "aws_flow_log" "by_subnet" {
  count                = 2
  subnet_id            = aws_subnet.by_subnet[count.index].id
  traffic_type         = "ALL"
  log_destination      = "arn:aws:s3:::flows"
  log_destination_type = "s3"
}
