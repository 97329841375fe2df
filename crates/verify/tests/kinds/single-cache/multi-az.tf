# Failover and Multi-AZ.
#: plan: nofail:zone-*; zone:us-east-1a=unknown
#: source: nofail:zone-*; zone:us-east-1a=survives; zone:us-east-1b=survives
#: folder: nofail:zone-*; zone:us-east-1a=survives; zone:us-east-1b=survives

resource "aws_elasticache_subnet_group" "g" {
  name       = "g"
  subnet_ids = [for s in aws_subnet.main : s.id]
}

resource "aws_elasticache_replication_group" "c" {
  replication_group_id       = "c"
  description                = "c"
  node_type                  = "cache.t4g.small"
  num_cache_clusters         = 3
  automatic_failover_enabled = true
  multi_az_enabled           = true
  subnet_group_name          = aws_elasticache_subnet_group.g.name
}
