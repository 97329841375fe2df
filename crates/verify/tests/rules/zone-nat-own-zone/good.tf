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
  for_each = var.zones
  domain   = "vpc"
}

resource "aws_nat_gateway" "main" {
  for_each      = var.zones
  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.public[each.key].id
}

resource "aws_route_table" "app" {
  for_each = var.zones
  vpc_id   = aws_vpc.main.id
}

resource "aws_route" "app" {
  for_each               = var.zones
  route_table_id         = aws_route_table.app[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.main[each.key].id
}

resource "aws_route_table_association" "app" {
  for_each       = var.zones
  subnet_id      = aws_subnet.app[each.key].id
  route_table_id = aws_route_table.app[each.key].id
}
