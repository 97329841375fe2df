# Network and gateway come from modules.
#: plan: fail:zone-nat-own-zone; zone:us-east-1a!=survives

module "nat" {
  source    = "./nat"
  subnet_id = aws_subnet.main["a"].id
}
module "table" {
  source   = "./table"
  table_id = aws_vpc.main.default_route_table_id
  nat_id   = module.nat.id
}
