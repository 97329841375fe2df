variable "name" { type = string }
variable "azs" { type = list(string) }
variable "account" { type = string }
variable "vpc_id" { type = string }
variable "subnet_ids" { type = list(string) }
variable "proxy_subnets" { type = list(string) }
variable "client_groups" { type = list(string) }
variable "instance_class" { type = string }
variable "instances" { type = number }
variable "kms_key_arn" { type = string }

resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

resource "aws_security_group" "this" {
  name_prefix = "${var.name}-"
  description = "Database"
  vpc_id      = var.vpc_id
}

resource "aws_security_group_rule" "clients" {
  count                    = length(var.client_groups)
  type                     = "ingress"
  description              = "Tasks"
  security_group_id        = aws_security_group.this.id
  source_security_group_id = element(var.client_groups, count.index)
  from_port                = 5432
  to_port                  = 5432
  protocol                 = "tcp"
}

# The proxy and the database have the same group.
resource "aws_security_group_rule" "proxy" {
  for_each          = toset(["ingress", "egress"])
  type              = each.key
  description       = "Proxy to database"
  security_group_id = aws_security_group.this.id
  self              = true
  from_port         = 5432
  to_port           = 5432
  protocol          = "tcp"
}

resource "aws_rds_cluster_parameter_group" "this" {
  name   = var.name
  family = "aurora-postgresql16"

  dynamic "parameter" {
    for_each = { "rds.force_ssl" = "1", "log_min_duration_statement" = "1000" }

    content {
      name         = parameter.key
      value        = parameter.value
      apply_method = "pending-reboot"
    }
  }
}

resource "aws_rds_cluster" "this" {
  iam_database_authentication_enabled = true

  cluster_identifier              = var.name
  engine                          = "aurora-postgresql"
  engine_version                  = "16.8"
  master_username                 = "owner"
  manage_master_user_password     = true
  master_user_secret_kms_key_id   = var.kms_key_arn
  db_subnet_group_name            = aws_db_subnet_group.this.name
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.this.name
  vpc_security_group_ids          = [aws_security_group.this.id]
  storage_encrypted               = true
  kms_key_id                      = var.kms_key_arn
  backup_retention_period         = 30
  preferred_backup_window         = "02:00-03:00"
  preferred_maintenance_window    = "sun:04:00-sun:05:00"
  enabled_cloudwatch_logs_exports = ["postgresql"]
  copy_tags_to_snapshot           = true
  deletion_protection             = true
  skip_final_snapshot             = false
  final_snapshot_identifier       = "${var.name}-final"
}

resource "aws_rds_cluster_instance" "this" {
  count                        = var.instances
  identifier                   = "${var.name}-${count.index}"
  cluster_identifier           = aws_rds_cluster.this.id
  engine                       = "aurora-postgresql"
  engine_version               = "16.8"
  instance_class               = var.instance_class
  availability_zone            = element(var.azs, count.index)
  promotion_tier               = count.index
  publicly_accessible          = false
  monitoring_interval          = 60
  monitoring_role_arn          = aws_iam_role.monitoring.arn
  performance_insights_enabled = true
}

resource "aws_db_proxy" "this" {
  name                   = var.name
  engine_family          = "POSTGRESQL"
  role_arn               = aws_iam_role.proxy.arn
  require_tls            = true
  vpc_subnet_ids         = var.proxy_subnets
  vpc_security_group_ids = [aws_security_group.this.id]

  auth {
    auth_scheme = "SECRETS"
    iam_auth    = "REQUIRED"
    secret_arn  = aws_rds_cluster.this.master_user_secret[0].secret_arn
  }
}

resource "aws_db_proxy_default_target_group" "this" {
  db_proxy_name = aws_db_proxy.this.name
}

resource "aws_db_proxy_target" "this" {
  db_proxy_name         = aws_db_proxy.this.name
  target_group_name     = aws_db_proxy_default_target_group.this.name
  db_cluster_identifier = aws_rds_cluster.this.cluster_identifier
}

output "cluster_identifier" {
  value = aws_rds_cluster.this.cluster_identifier
}

output "instance_identifiers" {
  value = aws_rds_cluster_instance.this[*].identifier
}
