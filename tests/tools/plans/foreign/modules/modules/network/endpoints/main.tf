variable "name" { type = string }
variable "region" { type = string }
variable "vpc_id" { type = string }
variable "cidr" { type = string }
variable "subnet_ids" { type = list(string) }

locals {
  interfaces = toset(["ecr.api", "ecr.dkr", "logs", "secretsmanager"])
}

resource "aws_security_group" "this" {
  name_prefix = "${var.name}-endpoints-"
  description = "Tasks to interface endpoints"
  vpc_id      = var.vpc_id
}

resource "aws_security_group_rule" "https" {
  type              = "ingress"
  description       = "From within the VPC"
  security_group_id = aws_security_group.this.id
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = [var.cidr]
}

resource "aws_vpc_endpoint" "interface" {
  for_each            = local.interfaces
  vpc_id              = var.vpc_id
  service_name        = "com.amazonaws.${var.region}.${each.value}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = var.subnet_ids
  security_group_ids  = [aws_security_group.this.id]
}
