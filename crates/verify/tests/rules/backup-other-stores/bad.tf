resource "aws_docdb_cluster" "documents" {
  cluster_identifier = "documents"
}
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "Sessions"
}

resource "aws_efs_file_system" "alone" {}

resource "aws_efs_file_system" "switched_off" {}

resource "aws_efs_backup_policy" "switched_off" {
  file_system_id = aws_efs_file_system.switched_off.id
  backup_policy {
    status = "DISABLED"
  }
}
