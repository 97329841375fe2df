resource "aws_s3_bucket" "logs" {
  bucket = "access-logs"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_lb" "payments" {
  for_each = toset(["cards", "transfers"])
  subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]

  access_logs {
    bucket  = aws_s3_bucket.logs.bucket
    enabled = true
  }
}

resource "aws_s3_bucket" "network" {
  bucket = "network-logs"

  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm = "aws:kms"
      }
    }
  }
}

resource "aws_lb" "network" {
  load_balancer_type = "network"
  subnets            = ["subnet-0123456789abcdef0"]

  access_logs {
    bucket  = aws_s3_bucket.network.bucket
    enabled = true
  }
}
