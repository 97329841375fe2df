resource "aws_db_instance" "main" {
  identifier        = "main"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.t4g.medium"
  storage_encrypted = true
}

resource "aws_db_instance" "replica" {
  identifier          = "replica"
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.main.identifier
}

resource "aws_efs_file_system" "files" {
  encrypted = true
}

resource "aws_ebs_volume" "disks" {
  count             = 2
  availability_zone = "us-east-1a"
  size              = 10
  encrypted         = true
}

resource "aws_instance" "bastion" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.nano"

  root_block_device {
    encrypted = true
  }
}

resource "aws_launch_template" "workers" {
  name = "workers"

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      encrypted   = "true"
      volume_size = 10
    }
  }
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions"
  at_rest_encryption_enabled = true
}

resource "aws_kinesis_stream" "events" {
  name            = "events"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"
}

resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  encrypt_at_rest {
    enabled = true
  }
}

# Always encrypted.
resource "aws_dynamodb_table" "keys" {
  name         = "keys"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_workspaces_workspace" "w" {
  directory_id                   = "d-0123456789"
  bundle_id                      = "wsb-012345678"
  user_name                      = "w"
  root_volume_encryption_enabled = true
  user_volume_encryption_enabled = true
}

resource "aws_spot_fleet_request" "f" {
  iam_fleet_role  = "arn:aws:iam::123456789012:role/fleet"
  target_capacity = 3
  launch_specification {
    ami           = "ami-0123456789abcdef0"
    instance_type = "m6i.large"
    root_block_device {
      encrypted = true
    }
  }
}
