resource "aws_docdb_cluster" "documents" {
  cluster_identifier = "documents"
}
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "Sessions"
}
