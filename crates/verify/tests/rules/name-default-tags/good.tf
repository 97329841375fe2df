resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"

  tags = {
    Name        = "vpc-prod"
    Project     = "payments"
    Environment = "prod"
    ManagedBy   = "terraform"
    DataClass   = "payment"
  }
}

# Has no tags at all.
resource "aws_route" "out" {
  route_table_id         = "rtb-1"
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = "igw-1"
}
