module "net" {
  source = "./modules/net"
  for_each = { a = { cidr = "10.1.0.0/16", n = 2 }, b = { cidr = "10.2.0.0/16" } }
  config = each.value
}
locals {
  subnets = { for k, m in module.net : k => m.subnets }
  flat = merge([for k, m in module.net : { for i, c in m.cidrs : "${k}-${i}" => c }]...)
}
resource "aws_network_acl" "n" {
  for_each = module.net
  vpc_id = each.value.vpc
  dynamic "ingress" {
    for_each = each.value.cidrs
    iterator = c
    content {
      rule_no = 100 + c.key
      protocol = -1
      action = "allow"
      from_port = 0
      to_port = 0
      cidr_block = c.value
    }
  }
  ingress {
    rule_no = 50
    protocol = "tcp"
    action = "deny"
    from_port = 22
    to_port = 22
    cidr_block = "0.0.0.0/0"
  }
  tags = { for k, v in { Name = each.key, Skip = null } : k => v if v != null }
}
resource "aws_ssm_parameter" "p" {
  for_each = local.flat
  name = "/${each.key}"
  type = "String"
  value = "${each.value} ${module.net["a"].names[0]} %{ for k in keys(local.subnets) ~} ${k} %{ endfor ~}"
}
resource "aws_route53_record" "r" {
  count = length(local.flat) > 2 ? 1 : 0
  zone_id = "Z1"
  name = <<-E
    x${count.index}
  E
  type = "A"
  ttl = try(module.net["zz"].x, 60)
  records = [for c in values(local.flat) : cidrhost(c, 5)]
}
resource "aws_iam_role" "x" {
  name = "x"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::1:root" } , Action = "sts:AssumeRole" }] })
  dynamic "inline_policy" {
    for_each = toset(["b", "a"])
    content {
      name = inline_policy.key
      policy = jsonencode({ R = inline_policy.value })
    }
  }
}
output "s" {
  value = local.subnets
}
