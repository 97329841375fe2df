resource "aws_rds_cluster" "main" {
  count                 = 2
  engine                = "aurora-postgresql"
  copy_tags_to_snapshot = true
}

resource "aws_fsx_openzfs_file_system" "z" {
  storage_capacity     = 64
  subnet_ids           = ["subnet-0123456789abcdef0"]
  deployment_type      = "SINGLE_AZ_1"
  throughput_capacity  = 64
  copy_tags_to_backups = true
  copy_tags_to_volumes = true
}

resource "aws_neptune_cluster" "n" {
  cluster_identifier    = "n"
  engine                = "neptune"
  copy_tags_to_snapshot = true
}
