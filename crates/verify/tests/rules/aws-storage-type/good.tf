resource "aws_rds_cluster" "payments" {
  engine       = "aurora-postgresql"
  storage_type = "aurora-iopt1"
}

resource "aws_rds_cluster" "multi_az" {
  engine                    = "postgres"
  db_cluster_instance_class = "db.m6gd.large"
  storage_type              = "io1"
  allocated_storage         = 100
  iops                      = 1000
}

resource "aws_db_instance" "rds" {
  for_each       = { gp3 = null, io2 = 3000 }
  engine         = "postgres"
  instance_class = "db.m6g.large"
  storage_type   = each.key
  iops           = each.value
}
