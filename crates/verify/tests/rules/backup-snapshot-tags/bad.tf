resource "aws_rds_cluster" "main" {
  engine = "aurora-postgresql"
}

resource "aws_db_instance" "main" {
  instance_class        = "db.m7g.large"
  copy_tags_to_snapshot = false
}

resource "aws_fsx_openzfs_file_system" "z" {
  storage_capacity     = 64
  subnet_ids           = ["subnet-0123456789abcdef0"]
  deployment_type      = "SINGLE_AZ_1"
  throughput_capacity  = 64
  copy_tags_to_backups = false
  copy_tags_to_volumes = false
}

resource "aws_neptune_cluster" "n" {
  cluster_identifier    = "n"
  engine                = "neptune"
  copy_tags_to_snapshot = false
}
