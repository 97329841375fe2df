resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_subnet" "public" {
  count      = 2
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.${count.index}.0/24"
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route" "internet" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.main.id
}

resource "aws_route_table_association" "public" {
  count          = 2
  subnet_id      = aws_subnet.public[count.index].id
  route_table_id = aws_route_table.public.id
}

resource "aws_subnet" "private" {
  for_each   = { a = "10.0.10.0/24", b = "10.0.11.0/24" }
  vpc_id     = aws_vpc.main.id
  cidr_block = each.value
}

resource "aws_eip" "nat" {}

resource "aws_nat_gateway" "main" {
  subnet_id     = aws_subnet.public[0].id
  allocation_id = aws_eip.nat.id
}

resource "aws_route_table" "private" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.main.id
  }
}

resource "aws_route_table_association" "private" {
  for_each       = aws_subnet.private
  subnet_id      = each.value.id
  route_table_id = aws_route_table.private.id
}

resource "aws_db_subnet_group" "public" {
  subnet_ids = aws_subnet.public[*].id
}

resource "aws_elasticache_subnet_group" "mixed" {
  name       = "cache"
  subnet_ids = [aws_subnet.private["a"].id, aws_subnet.public[1].id]
}

resource "aws_vpc" "by_main_table" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_internet_gateway" "by_main_table" {
  vpc_id = aws_vpc.by_main_table.id
}

resource "aws_default_route_table" "by_main_table" {
  default_route_table_id = aws_vpc.by_main_table.default_route_table_id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.by_main_table.id
  }
}

resource "aws_subnet" "by_main_table" {
  vpc_id     = aws_vpc.by_main_table.id
  cidr_block = "10.1.0.0/24"
}

resource "aws_db_proxy" "by_main_table" {
  name           = "proxy"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::123456789012:role/proxy"
  vpc_subnet_ids = [aws_subnet.by_main_table.id]

  auth {
    secret_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:database"
  }
}
