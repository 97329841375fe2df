resource "aws_kms_key" "data" {
  enable_key_rotation = true
}

resource "aws_kms_alias" "data" {
  name          = "alias/data"
  target_key_id = aws_kms_key.data.id
}

resource "aws_rds_cluster" "payments" {
  engine                        = "aurora-postgresql"
  storage_encrypted             = true
  kms_key_id                    = aws_kms_key.data.arn
  master_user_secret_kms_key_id = aws_kms_key.data.arn
}

resource "aws_sns_topic" "page" {
  name              = "page"
  kms_master_key_id = aws_kms_alias.data.arn
}

resource "aws_s3_bucket_server_side_encryption_configuration" "own" {
  bucket = "own"

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.data.arn
    }
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "delivered" {
  bucket = "delivered"

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}
