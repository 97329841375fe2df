resource "aws_ecs_cluster" "account_decides" {
  name = "account-decides"
}
resource "aws_ecs_cluster" "off" {
  name = "off"
  setting {
    name  = "containerInsights"
    value = "disabled"
  }
}
resource "aws_ecs_service" "payments" {
  name             = "payments"
  task_definition  = "payments:1"
  launch_type      = "FARGATE"
  platform_version = "1.3.0"
}
resource "aws_kinesis_stream" "events" {
  name        = "events"
  shard_count = 1
}

resource "aws_rds_cluster_instance" "i" {
  cluster_identifier  = "c"
  identifier          = "i"
  engine              = "aurora-postgresql"
  instance_class      = "db.r6g.large"
  monitoring_interval = 0

}

resource "aws_elasticache_cluster" "m" {
  cluster_id      = "m"
  engine          = "memcached"
  node_type       = "cache.m6g.large"
  num_cache_nodes = 3

}

resource "aws_kinesis_firehose_delivery_stream" "f" {
  name        = "f"
  destination = "extended_s3"
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::123456789012:role/f"
    bucket_arn = "arn:aws:s3:::f"
  }
  server_side_encryption {
    enabled = false
  }
}

resource "aws_acmpca_certificate_authority" "root" {
  type    = "ROOT"
  enabled = true
  certificate_authority_configuration {
    key_algorithm     = "RSA_4096"
    signing_algorithm = "SHA512WITHRSA"
    subject {
      common_name = "example.com"
    }
  }
}

resource "aws_codebuild_report_group" "r" {
  name = "reports"
  type = "TEST"
  export_config {
    type = "S3"
    s3_destination {
      bucket              = "reports"
      encryption_disabled = true
      encryption_key      = "arn:aws:kms:us-east-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef"
      packaging           = "NONE"
    }
  }
}
