# Ways out: by the main route table in each of its spellings, by a NAT instance, by the endpoint of a firewall.
resource "aws_nat_gateway" "a" {
  connectivity_type = "private"
  subnet_id         = aws_subnet.main["a"].id
}

# The main route table of the network leads to the one NAT gateway.
resource "aws_default_route_table" "main" {
  default_route_table_id = aws_vpc.main.default_route_table_id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.a.id
  }
}

# By `aws_main_route_table_association`.
resource "aws_vpc" "chosen" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_subnet" "chosen" {
  for_each          = { a = 0, b = 1 }
  vpc_id            = aws_vpc.chosen.id
  cidr_block        = cidrsubnet(aws_vpc.chosen.cidr_block, 8, each.value)
  availability_zone = "us-east-1${each.key}"
}

resource "aws_nat_gateway" "chosen" {
  connectivity_type = "private"
  subnet_id         = aws_subnet.chosen["b"].id
}

resource "aws_route_table" "chosen" {
  vpc_id = aws_vpc.chosen.id
}

resource "aws_route" "chosen" {
  route_table_id         = aws_route_table.chosen.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.chosen.id
}

resource "aws_main_route_table_association" "chosen" {
  vpc_id         = aws_vpc.chosen.id
  route_table_id = aws_route_table.chosen.id
}

# By `main_route_table_id`, through a NAT instance.
resource "aws_vpc" "instance" {
  cidr_block = "10.2.0.0/16"
}

resource "aws_subnet" "instance" {
  for_each          = { a = 0, c = 1 }
  vpc_id            = aws_vpc.instance.id
  cidr_block        = cidrsubnet(aws_vpc.instance.cidr_block, 8, each.value)
  availability_zone = "us-east-1${each.key}"
}

resource "aws_instance" "nat" {
  ami               = "ami-0123456789abcdef0"
  instance_type     = "t4g.nano"
  source_dest_check = false
  subnet_id         = aws_subnet.instance["c"].id
}

resource "aws_route" "instance" {
  route_table_id         = aws_vpc.instance.main_route_table_id
  destination_cidr_block = "0.0.0.0/0"
  network_interface_id   = aws_instance.nat.primary_network_interface_id
}

# Through an endpoint of another zone, and through none at all.
resource "aws_vpc" "inspected" {
  cidr_block = "10.3.0.0/16"
}

resource "aws_subnet" "inspected" {
  for_each          = { a = 0, b = 1, c = 2 }
  vpc_id            = aws_vpc.inspected.id
  cidr_block        = cidrsubnet(aws_vpc.inspected.cidr_block, 8, each.value)
  availability_zone = "us-east-1${each.key}"
}

resource "aws_vpc_endpoint" "inspection" {
  vpc_id            = aws_vpc.inspected.id
  vpc_endpoint_type = "GatewayLoadBalancer"
  service_name      = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0"
  subnet_ids        = [aws_subnet.inspected["b"].id]
}

resource "aws_route_table" "inspected" {
  vpc_id = aws_vpc.inspected.id

  route {
    cidr_block      = "0.0.0.0/0"
    vpc_endpoint_id = aws_vpc_endpoint.inspection.id
  }
}

resource "aws_route_table_association" "inspected" {
  for_each       = toset(["a", "b"])
  subnet_id      = aws_subnet.inspected[each.key].id
  route_table_id = aws_route_table.inspected.id
}
