# One cache node: its zone is not known, some zone's loss takes it.
#: plan: zone:us-east-1a!=survives; zone:us-east-1b!=survives

resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "s" {
  for_each          = { a = 1, b = 2, c = 3 }
  vpc_id            = aws_vpc.v.id
  cidr_block        = "10.0.${each.value}.0/24"
  availability_zone = "us-east-1${each.key}"
}
resource "aws_elasticache_subnet_group" "g" {
  name       = "g"
  subnet_ids = [for s in aws_subnet.s : s.id]
}
resource "aws_elasticache_cluster" "sessions" {
  cluster_id        = "sessions"
  engine            = "redis"
  node_type         = "cache.t4g.small"
  num_cache_nodes   = 1
  subnet_group_name = aws_elasticache_subnet_group.g.name
}
