variable "vpc_id" { type = string }
variable "cidrs" { type = list(string) }
variable "rules" { default = { http = [80, 80, "tcp"], https = [443, 443, "tcp"] } }
resource "aws_security_group" "this" { vpc_id = var.vpc_id }
resource "aws_security_group_rule" "this" {
  count             = length(keys(var.rules))
  security_group_id = aws_security_group.this.id
  type              = "ingress"
  cidr_blocks       = var.cidrs
  from_port         = values(var.rules)[count.index][0]
  to_port           = values(var.rules)[count.index][1]
  protocol          = values(var.rules)[count.index][2]
}
output "id" { value = aws_security_group.this.id }
