resource "aws_docdb_cluster" "documents" {
  cluster_identifier      = "documents"
  backup_retention_period = 7
}
