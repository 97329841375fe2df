# Subnets come as ids: unknown, but one id is one zone.
#: plan: fail:zone-*@aws_autoscaling_group.g; zone:us-east-1a!=survives

# the network is another state: the subnets come as ids
variable "subnet_ids" { default = ["subnet-0aaaaaaaaaaaaaaaa", "subnet-0bbbbbbbbbbbbbbbb", "subnet-0cccccccccccccccc"] }
resource "aws_db_subnet_group" "g" {
  name       = "g"
  subnet_ids = var.subnet_ids
}
resource "aws_rds_cluster" "c" {
  cluster_identifier          = "pay"
  engine                      = "aurora-postgresql"
  engine_version              = "16.6"
  master_username             = "app"
  manage_master_user_password = true
  storage_encrypted           = true
  backup_retention_period     = 7
  skip_final_snapshot         = true
  db_subnet_group_name        = aws_db_subnet_group.g.name
}
resource "aws_rds_cluster_instance" "i" {
  for_each           = toset(["us-east-1a", "us-east-1b"])
  cluster_identifier = aws_rds_cluster.c.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
  availability_zone  = each.key
}
resource "aws_ecs_service" "s" {
  name            = "s"
  cluster         = "c"
  task_definition = "s:1"
  desired_count   = 1
  launch_type     = "FARGATE"
  network_configuration { subnets = var.subnet_ids }
}
resource "aws_lb" "l" {
  name                       = "l"
  internal                   = true
  subnets                    = var.subnet_ids
  drop_invalid_header_fields = true
}
resource "aws_autoscaling_group" "g" {
  min_size            = 1
  max_size            = 1
  vpc_zone_identifier = [var.subnet_ids[0]]
  launch_template { id = "lt-0123456789abcdef0" }
}
