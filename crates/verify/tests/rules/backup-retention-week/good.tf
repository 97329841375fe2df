resource "aws_rds_cluster" "payments" {
  for_each                = { a = 7, b = 35 }
  engine                  = "aurora-postgresql"
  backup_retention_period = each.value
}
