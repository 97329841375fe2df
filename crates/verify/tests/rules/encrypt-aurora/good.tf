resource "aws_kms_key" "data" {
  enable_key_rotation = true
}

resource "aws_rds_cluster" "payments" {
  engine            = "aurora-postgresql"
  storage_encrypted = true
  kms_key_id        = aws_kms_key.data.arn
}
