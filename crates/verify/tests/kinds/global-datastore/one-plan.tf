# The whole datastore is in one plan: the member takes from its primary what it is.
#: plan: nofail:encrypt-storage@member; nofail:encrypt-transit@member
#: plan: nofail:zone-cache-failover@member; fail:encrypt-storage@primary
#: folder: nofail:encrypt-storage@member; nofail:zone-cache-failover@member

provider "aws" {
  alias                       = "west"
  region                      = "us-west-2"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}
resource "aws_elasticache_replication_group" "primary" {
  replication_group_id = "primary"
  description          = "primary"
  engine               = "redis"
  node_type            = "cache.r7g.large"
  num_cache_clusters   = 2
}
resource "aws_elasticache_global_replication_group" "payments" {
  global_replication_group_id_suffix = "payments"
  primary_replication_group_id       = aws_elasticache_replication_group.primary.id
}
resource "aws_elasticache_replication_group" "member" {
  provider                    = aws.west
  replication_group_id        = "member"
  description                 = "member"
  global_replication_group_id = aws_elasticache_global_replication_group.payments.global_replication_group_id
  num_cache_clusters          = 2
}
