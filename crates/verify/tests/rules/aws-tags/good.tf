resource "aws_ecs_cluster" "payments" {
  for_each = toset(["cards", "transfers"])
  name     = each.value

  tags = {
    Owner   = "payments@example.com"
    Purpose = "Zahlungen für Händler"
  }
}

resource "aws_vpc" "payments" {
  cidr_block = "10.0.0.0/16"

  tags = {
    Name = "payments (cards & transfers)"
  }
}
