# A hardened stack as a platform team writes it: a root that calls modules, count and element() over lists, dynamic blocks, locals,
# rules within security groups, policies by jsonencode.

variable "name" {
  type    = string
  default = "ledger"
}

variable "azs" {
  type    = list(string)
  default = ["us-east-1a", "us-east-1b", "us-east-1c"]
}

variable "single_nat" {
  type    = bool
  default = false
}

locals {
  account = "123456789012"
  region  = "us-east-1"

  services = {
    api    = { port = 8443, cpu = 1024, memory = 2048, desired = 9, min = 6, max = 30 }
    worker = { port = 9443, cpu = 512, memory = 1024, desired = 6, min = 6, max = 18 }
  }
}

module "network" {
  source = "./modules/network"

  name             = var.name
  region           = local.region
  cidr             = "10.40.0.0/16"
  azs              = var.azs
  public_subnets   = ["10.40.0.0/24", "10.40.1.0/24", "10.40.2.0/24"]
  private_subnets  = ["10.40.16.0/20", "10.40.32.0/20", "10.40.48.0/20"]
  database_subnets = ["10.40.100.0/24", "10.40.101.0/24", "10.40.102.0/24"]
  single_nat       = var.single_nat
  log_key_arn      = aws_kms_key.this.arn
  account          = local.account
}

module "service" {
  source   = "./modules/service"
  for_each = local.services

  name                 = "${var.name}-${each.key}"
  cluster_id           = aws_ecs_cluster.this.id
  cluster_name         = aws_ecs_cluster.this.name
  vpc_id               = module.network.vpc_id
  subnet_ids           = module.network.private_subnet_ids
  port                 = each.value.port
  cpu                  = each.value.cpu
  memory               = each.value.memory
  desired              = each.value.desired
  min                  = each.value.min
  max                  = each.value.max
  region               = local.region
  account              = local.account
  log_key_arn          = aws_kms_key.this.arn
  load_balancer_groups = [aws_security_group.alb.id]
  target_group_arns    = [aws_alb_target_group.this[each.key].arn]
  secret_arn           = aws_secretsmanager_secret.partner.arn
  secret_key_arn       = aws_kms_key.this.arn

  # A target group takes tasks once a listener leads to it.
  depends_on = [aws_alb_listener.https, aws_alb_listener_rule.worker]
}

module "aurora" {
  source = "./modules/aurora"

  name           = "${var.name}-db"
  azs            = var.azs
  account        = local.account
  vpc_id         = module.network.vpc_id
  subnet_ids     = module.network.database_subnet_ids
  proxy_subnets  = module.network.private_subnet_ids
  client_groups  = [for service in module.service : service.security_group_id]
  instance_class = "db.r7g.large"
  instances      = 3
  kms_key_arn    = aws_kms_key.this.arn
}

module "alarms" {
  source = "./modules/alarms"

  name          = var.name
  account       = local.account
  kms_key_id    = aws_kms_key.this.id
  load_balancer = aws_alb.this.arn_suffix
  target_groups = { for name, group in aws_alb_target_group.this : name => group.arn_suffix }
  cluster_name  = aws_ecs_cluster.this.name
  services      = { for name, service in module.service : name => { name = service.name, min = local.services[name].min } }
  database      = module.aurora.cluster_identifier
  readers       = module.aurora.instance_identifiers
}

resource "aws_secretsmanager_secret" "partner" {
  name       = "${var.name}/partner"
  kms_key_id = aws_kms_key.this.arn
}

resource "aws_ecs_cluster" "this" {
  name = var.name

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

# Of every database of the account, to the topic of another stack.
resource "aws_db_event_subscription" "all" {
  name      = "databases"
  sns_topic = "arn:aws:sns:us-east-1:123456789012:database-events"
}
