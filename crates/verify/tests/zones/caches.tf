# ElastiCache in all its forms: one node, a replica without failover, a replica in the same zone, Multi-AZ, shards, Memcached.
resource "aws_elasticache_subnet_group" "all" {
  name       = "all"
  subnet_ids = [aws_subnet.main["a"].id, aws_subnet.main["b"].id, aws_subnet.main["c"].id]
}

resource "aws_elasticache_subnet_group" "one" {
  name       = "one"
  subnet_ids = [aws_subnet.main["b"].id]
}

resource "aws_elasticache_cluster" "redis" {
  cluster_id        = "redis"
  engine            = "redis"
  node_type         = "cache.t4g.small"
  num_cache_nodes   = 1
  subnet_group_name = aws_elasticache_subnet_group.all.name
}

resource "aws_elasticache_cluster" "pinned" {
  cluster_id        = "pinned"
  engine            = "valkey"
  node_type         = "cache.t4g.small"
  num_cache_nodes   = 1
  availability_zone = "us-east-1c"
  subnet_group_name = aws_elasticache_subnet_group.all.name
}

resource "aws_elasticache_cluster" "memcached" {
  cluster_id        = "memcached"
  engine            = "memcached"
  node_type         = "cache.t4g.small"
  num_cache_nodes   = 3
  subnet_group_name = aws_elasticache_subnet_group.all.name
}

resource "aws_elasticache_cluster" "memcached_cross_zone" {
  cluster_id        = "cross"
  engine            = "memcached"
  node_type         = "cache.t4g.small"
  num_cache_nodes   = 3
  az_mode           = "cross-az"
  subnet_group_name = aws_elasticache_subnet_group.all.name
}

resource "aws_elasticache_replication_group" "multi_az" {
  replication_group_id       = "multi-az"
  description                = "Survives."
  node_type                  = "cache.t4g.small"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = true
  subnet_group_name          = aws_elasticache_subnet_group.all.name
}

resource "aws_elasticache_replication_group" "shards" {
  replication_group_id       = "shards"
  description                = "Survives."
  node_type                  = "cache.t4g.small"
  num_node_groups            = 3
  replicas_per_node_group    = 1
  automatic_failover_enabled = true
  multi_az_enabled           = true
  subnet_group_name          = aws_elasticache_subnet_group.all.name
}

resource "aws_elasticache_replication_group" "shards_of_one" {
  replication_group_id       = "shards-of-one"
  description                = "Each shard is one node."
  node_type                  = "cache.t4g.small"
  num_node_groups            = 3
  replicas_per_node_group    = 0
  automatic_failover_enabled = true
  subnet_group_name          = aws_elasticache_subnet_group.all.name
}

resource "aws_elasticache_replication_group" "one_node" {
  replication_group_id = "one-node"
  description          = "One node."
  node_type            = "cache.t4g.small"
  subnet_group_name    = aws_elasticache_subnet_group.one.name
}

resource "aws_elasticache_replication_group" "no_failover" {
  replication_group_id = "no-failover"
  description          = "Nobody takes over."
  node_type            = "cache.t4g.small"
  num_cache_clusters   = 2
  subnet_group_name    = aws_elasticache_subnet_group.all.name
}

resource "aws_elasticache_replication_group" "one_zone" {
  replication_group_id       = "one-zone"
  description                = "The replica is in the same zone."
  node_type                  = "cache.t4g.small"
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = true
  subnet_group_name          = aws_elasticache_subnet_group.one.name
}

resource "aws_elasticache_serverless_cache" "one_subnet" {
  engine     = "valkey"
  name       = "one"
  subnet_ids = [aws_subnet.main["a"].id]
}

resource "aws_elasticache_serverless_cache" "anywhere" {
  engine = "valkey"
  name   = "anywhere"
}
