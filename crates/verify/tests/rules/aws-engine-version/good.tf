resource "aws_rds_cluster" "payments" {
  for_each       = toset(["15", "16.8", "17.7", "16.4-limitless"])
  engine         = "aurora-postgresql"
  engine_version = each.value
}

resource "aws_rds_cluster" "mysql" {
  for_each       = toset(["8.0", "8.0.mysql_aurora.3.08.0", "5.7.mysql_aurora.2.11.4"])
  engine         = "aurora-mysql"
  engine_version = each.value
}

resource "aws_db_instance" "old" {
  engine         = "postgres"
  engine_version = "11.22-rds.20240418"
  instance_class = "db.m6g.large"
}

resource "aws_rds_cluster" "minor" {
  cluster_identifier = "minor"
  engine             = "aurora-postgresql"
  engine_version     = "16.10"
}

resource "aws_rds_cluster" "major" {
  cluster_identifier          = "major"
  engine                      = "aurora-postgresql"
  engine_version              = "17.7"
  allow_major_version_upgrade = true
}

resource "aws_rds_cluster" "mysql_minor" {
  cluster_identifier = "mysql-minor"
  engine             = "aurora-mysql"
  engine_version     = "8.0.mysql_aurora.3.08.0"
}

resource "aws_db_instance" "beside" {
  identifier     = "beside"
  instance_class = "db.m6g.large"
  engine         = "postgres"
  engine_version = "17.7"
  blue_green_update {
    enabled = true
  }
}

resource "aws_db_instance" "patched" {
  identifier     = "patched"
  instance_class = "db.m6g.large"
  engine         = "postgres"
  engine_version = "11.22-rds.20240808"
}
