# A group that is no member decides itself.
#: plan: fail:encrypt-storage; fail:encrypt-transit; fail:zone-cache-failover
#: folder: fail:encrypt-storage; fail:encrypt-transit; fail:zone-cache-failover

resource "aws_elasticache_replication_group" "c" {
  replication_group_id = "c"
  description          = "c"
  engine               = "redis"
  node_type            = "cache.t4g.small"
  num_cache_clusters   = 2
}
