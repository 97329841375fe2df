resource "aws_rds_cluster" "main" {
  engine                    = "aurora-postgresql"
  final_snapshot_identifier = "payments-final"
}
