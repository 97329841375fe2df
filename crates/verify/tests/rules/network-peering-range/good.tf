resource "aws_vpc" "each" {
  for_each   = { payments = "10.0.0.0/16", reports = "10.1.0.0/16" }
  cidr_block = each.value
}

resource "aws_vpc_peering_connection" "reports" {
  vpc_id      = aws_vpc.each["payments"].id
  peer_vpc_id = aws_vpc.each["reports"].id
}

resource "aws_vpc_peering_connection" "elsewhere" {
  vpc_id        = aws_vpc.each["payments"].id
  peer_vpc_id   = "vpc-0123456789abcdef0"
  peer_owner_id = "999999999999"
}
