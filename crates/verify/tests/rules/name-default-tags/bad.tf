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

resource "aws_vpc" "other" {
  cidr_block = "10.0.0.0/16"

  tags = {
    Name        = "vpc-prod"
    Project     = "payments"
    Environment = "staging"
    ManagedBy   = "terraform"
    DataClass   = "payment"
  }
}

resource "aws_vpc" "third" {
  cidr_block = "10.0.0.0/16"

  tags = {
    Name        = "vpc-prod"
    Project     = "payments"
    Environment = "prod"
    ManagedBy   = "terraform"
    DataClass   = "payment"
  }
}

resource "aws_vpc" "untold" {
  cidr_block = "10.0.0.0/16"

  tags = {
    Name        = "vpc-prod"
    Project     = "payments"
    Environment = "prod"
    ManagedBy   = "terraform"
  }
}
