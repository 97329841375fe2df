# Three shards of one node each: the loss of any zone may take a third of the keys.
#: plan: zone:us-east-1a!=survives; zone:us-east-1b!=survives

resource "aws_elasticache_subnet_group" "g" {
  name       = "g"
  subnet_ids = [for s in aws_subnet.main : s.id]
}

resource "aws_elasticache_replication_group" "c" {
  replication_group_id       = "c"
  description                = "c"
  node_type                  = "cache.t4g.small"
  num_node_groups            = 3
  replicas_per_node_group    = 0
  automatic_failover_enabled = true
  subnet_group_name          = aws_elasticache_subnet_group.g.name
}
