resource "aws_security_group" "alb" {
  name_prefix = "${var.name}-alb-"
  description = "Customers to the load balancer"
  vpc_id      = module.network.vpc_id

  ingress {
    description = "HTTPS"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  dynamic "egress" {
    for_each = local.services

    content {
      description = "Tasks of ${egress.key}"
      from_port   = egress.value.port
      to_port     = egress.value.port
      protocol    = "tcp"
      cidr_blocks = ["10.40.0.0/16"]
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_alb" "this" {
  name                       = var.name
  load_balancer_type         = "application"
  internal                   = false
  subnets                    = module.network.public_subnet_ids
  security_groups            = [aws_security_group.alb.id]
  drop_invalid_header_fields = true
  desync_mitigation_mode     = "defensive"

  access_logs {
    bucket  = aws_s3_bucket.access.id
    enabled = true
  }

  depends_on = [aws_s3_bucket_policy.access]
}

resource "aws_alb_target_group" "this" {
  for_each             = local.services
  name                 = "${var.name}-${each.key}"
  port                 = each.value.port
  protocol             = "HTTPS"
  vpc_id               = module.network.vpc_id
  target_type          = "ip"
  deregistration_delay = 30

  health_check {
    path                = "/health"
    protocol            = "HTTPS"
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 2
  }
}

resource "aws_alb_listener" "https" {
  load_balancer_arn = aws_alb.this.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/7e1c2d3b-4a59-4687-9786-a5b4c3d2e1f0"

  default_action {
    type             = "forward"
    target_group_arn = aws_alb_target_group.this["api"].arn
  }
}

resource "aws_alb_listener_rule" "worker" {
  listener_arn = aws_alb_listener.https.arn
  priority     = 10

  action {
    type             = "forward"
    target_group_arn = aws_alb_target_group.this["worker"].arn
  }

  condition {
    path_pattern {
      values = ["/jobs/*"]
    }
  }
}

resource "aws_s3_bucket" "access" {
  bucket = "${var.name}-${local.account}-access"
}

resource "aws_s3_bucket_versioning" "access" {
  bucket = aws_s3_bucket.access.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "access" {
  bucket = aws_s3_bucket.access.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_public_access_block" "access" {
  bucket                  = aws_s3_bucket.access.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_lifecycle_configuration" "access" {
  bucket     = aws_s3_bucket.access.id
  depends_on = [aws_s3_bucket_versioning.access]

  rule {
    id     = "expire"
    status = "Enabled"

    filter {}

    expiration {
      days = 400
    }

    noncurrent_version_expiration {
      noncurrent_days = 30
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_s3_bucket_policy" "access" {
  bucket = aws_s3_bucket.access.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }
        Action    = "s3:PutObject"
        Resource  = "arn:aws:s3:::${aws_s3_bucket.access.bucket}/AWSLogs/${local.account}/*"
        Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = ["arn:aws:s3:::${aws_s3_bucket.access.bucket}", "arn:aws:s3:::${aws_s3_bucket.access.bucket}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

# The web ACL is the company's, kept in a stack of its own.
resource "aws_wafv2_web_acl_association" "this" {
  resource_arn = aws_alb.this.arn
  web_acl_arn  = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/company/a1b2c3d4-5678-90ab-cdef-111111111111"
}
