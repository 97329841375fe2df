resource "aws_lb" "silent" {
  name    = "silent"
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb" "not_enabled" {
  name    = "not-enabled"
  subnets = ["subnet-1", "subnet-2"]

  access_logs {
    bucket = "access-logs"
  }
}

resource "aws_lb" "switched_off" {
  name    = "switched-off"
  subnets = ["subnet-1", "subnet-2"]

  access_logs {
    bucket  = "access-logs"
    enabled = false
  }
}

# Whether the block is there is known only after the apply.
resource "aws_s3_bucket" "logs" {
  bucket_prefix = "logs-"
}

resource "aws_lb" "by_bucket" {
  for_each = toset(["a", "b"])
  name     = each.key
  subnets  = ["subnet-1", "subnet-2"]

  dynamic "access_logs" {
    for_each = aws_s3_bucket.logs.id == "" ? [] : [aws_s3_bucket.logs.id]

    content {
      bucket  = access_logs.value
      enabled = true
    }
  }
}

resource "aws_lb" "switch" {
  name    = "switch"
  subnets = ["subnet-1", "subnet-2"]

  access_logs {
    bucket  = aws_s3_bucket.logs.id
    enabled = aws_s3_bucket.logs.id != ""
  }
}
