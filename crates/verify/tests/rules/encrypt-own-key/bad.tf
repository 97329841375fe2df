resource "aws_kms_key" "data" {
  enable_key_rotation = true
}

resource "aws_rds_cluster" "payments" {
  engine            = "aurora-postgresql"
  storage_encrypted = true
}

resource "aws_sqs_queue" "pages" {
  name              = "pages"
  kms_master_key_id = "alias/aws/sqs"
}

resource "aws_cloudwatch_log_group" "payments" {
  name = "/ecs/payments"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "aws" {
  bucket = "aws"

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}
