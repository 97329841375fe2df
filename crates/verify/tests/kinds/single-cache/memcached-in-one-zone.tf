# All nodes of Memcached in the zone that is written.
#: plan: zone:us-east-1b=lost; zone:us-east-1a=survives

resource "aws_elasticache_subnet_group" "g" {
  name       = "g"
  subnet_ids = [for s in aws_subnet.main : s.id]
}

resource "aws_elasticache_cluster" "c" {
  cluster_id        = "c"
  engine            = "memcached"
  node_type         = "cache.t4g.small"
  num_cache_nodes   = 3
  az_mode           = "single-az"
  availability_zone = "us-east-1b"
  subnet_group_name = aws_elasticache_subnet_group.g.name
}
