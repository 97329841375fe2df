resource "aws_ecs_task_definition" "files" {
  family                = "files"
  container_definitions = jsonencode([{ name = "payments", image = "payments:1" }])

  volume {
    name = "files"

    efs_volume_configuration {
      file_system_id = "fs-0123456789abcdef0"
    }
  }
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  at_rest_encryption_enabled = true
}

resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  domain_endpoint_options {
    enforce_https = false
  }
}

resource "aws_msk_cluster" "both" {
  cluster_name           = "both"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 3

  broker_node_group_info {
    client_subnets  = ["subnet-1", "subnet-2", "subnet-3"]
    instance_type   = "kafka.m7g.large"
    security_groups = ["sg-1"]
  }

  encryption_info {
    encryption_in_transit {
      client_broker = "TLS_PLAINTEXT"
    }
  }
}

resource "aws_cloudfront_distribution" "main" {
  enabled = true

  origin {
    origin_id   = "api"
    domain_name = "api.example.com"

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "http-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }

  default_cache_behavior {
    target_origin_id       = "api"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    cache_policy_id        = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
    viewer_protocol_policy = "allow-all"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}

resource "aws_dms_endpoint" "d" {
  endpoint_id   = "from-postgres"
  endpoint_type = "source"
  engine_name   = "postgres"
  username      = "d"
  password      = "from-a-secret"
  server_name   = "d.example.com"
  port          = 5432
  database_name = "d"
  ssl_mode      = "none"
}

resource "aws_dms_endpoint" "r" {
  endpoint_id   = "to-redis"
  endpoint_type = "target"
  engine_name   = "redis"
  redis_settings {
    auth_type             = "none"
    server_name           = "r.example.com"
    port                  = 6379
    ssl_security_protocol = "plaintext"
  }
}

resource "aws_transfer_server" "t" {
  endpoint_type          = "VPC"
  identity_provider_type = "AWS_LAMBDA"
  function               = "arn:aws:lambda:us-east-1:123456789012:function:t"
  protocols              = ["FTP"]
  endpoint_details {
    vpc_id     = "vpc-0123456789abcdef0"
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
}

resource "aws_redshift_parameter_group" "p" {
  name   = "p"
  family = "redshift-1.0"
  parameter {
    name  = "require_ssl"
    value = "false"
  }
}
