# A member of a global datastore is encrypted, and fails over, as the whole of it does.
#: plan: nofail:encrypt-storage; nofail:encrypt-transit; nofail:zone-cache-failover; open:zone-cache-failover
#: folder: nofail:encrypt-storage; nofail:encrypt-transit; nofail:zone-cache-failover; open:zone-cache-failover

resource "aws_elasticache_replication_group" "c" {
  replication_group_id        = "c"
  description                 = "c"
  global_replication_group_id = "ldgnf-payments"
}
