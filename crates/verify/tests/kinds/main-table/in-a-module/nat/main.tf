variable "subnet_id" { type = string }
resource "aws_nat_gateway" "this" {
  connectivity_type = "private"
  subnet_id         = var.subnet_id
}
output "id" { value = aws_nat_gateway.this.id }
