resource "aws_vpc" "payments" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc" "reports" {
  cidr_block = "10.0.128.0/17"
}

resource "aws_vpc_peering_connection" "reports" {
  vpc_id      = aws_vpc.payments.id
  peer_vpc_id = aws_vpc.reports.id
}
