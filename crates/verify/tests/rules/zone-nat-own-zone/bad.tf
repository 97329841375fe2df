variable "zones" {
  type    = map(number)
  default = { "us-east-1a" = 0, "us-east-1b" = 1, "us-east-1c" = 2 }
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "app" {
  for_each          = var.zones
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 4, each.value)
  availability_zone = each.key
}

resource "aws_subnet" "public" {
  for_each          = var.zones
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, 100 + each.value)
  availability_zone = each.key
}

resource "aws_eip" "nat" {
  count  = 1
  domain = "vpc"
}

resource "aws_nat_gateway" "main" {
  count         = 1
  allocation_id = aws_eip.nat[0].id
  subnet_id     = aws_subnet.public["us-east-1a"].id
}

resource "aws_route_table" "app" {
  for_each = var.zones
  vpc_id   = aws_vpc.main.id
}

resource "aws_route" "app" {
  for_each               = var.zones
  route_table_id         = aws_route_table.app[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main[0].id
}

resource "aws_route_table_association" "app" {
  for_each       = var.zones
  subnet_id      = aws_subnet.app[each.key].id
  route_table_id = aws_route_table.app[each.key].id
}

# Crossed: each zone leaves through the next one, by the value of for_each.
resource "aws_subnet" "crossed" {
  for_each          = { "us-east-1a" = 10, "us-east-1b" = 11, "us-east-1c" = 12 }
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 4, each.value)
  availability_zone = each.key
}

resource "aws_nat_gateway" "each" {
  for_each          = aws_subnet.crossed
  connectivity_type = "private"
  subnet_id         = each.value.id
}

resource "aws_route_table" "crossed" {
  for_each = { "us-east-1a" = "us-east-1b", "us-east-1b" = "us-east-1c", "us-east-1c" = "us-east-1a" }
  vpc_id   = aws_vpc.main.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.each[each.value].id
  }
}

resource "aws_route_table_association" "crossed" {
  for_each       = aws_subnet.crossed
  subnet_id      = each.value.id
  route_table_id = aws_route_table.crossed[each.key].id
}
