resource "aws_db_instance" "by_default" {
  identifier     = "by-default"
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}

resource "aws_docdb_cluster" "documents" {
  cluster_identifier = "documents"
  storage_encrypted  = false
}

resource "aws_efs_file_system" "files" {
  creation_token = "files"
}

resource "aws_ebs_volume" "disk" {
  availability_zone = "us-east-1a"
  size              = 10
  encrypted         = false
}

resource "aws_ebs_volume" "account_decides" {
  availability_zone = "us-east-1a"
  size              = 10
}

resource "aws_instance" "bastion" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.nano"

  root_block_device {
    encrypted = false
  }
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "Sessions"
  engine               = "redis"
}

resource "aws_kinesis_stream" "events" {
  name        = "events"
  shard_count = 1
}

resource "aws_opensearch_domain" "search" {
  domain_name = "search"
}

resource "aws_workspaces_workspace" "w" {
  directory_id                   = "d-0123456789"
  bundle_id                      = "wsb-012345678"
  user_name                      = "w"
  root_volume_encryption_enabled = false
  user_volume_encryption_enabled = false
}

resource "aws_spot_fleet_request" "f" {
  iam_fleet_role  = "arn:aws:iam::123456789012:role/fleet"
  target_capacity = 3
  launch_specification {
    ami           = "ami-0123456789abcdef0"
    instance_type = "m6i.large"
    root_block_device {
      encrypted = false
    }
  }
}
