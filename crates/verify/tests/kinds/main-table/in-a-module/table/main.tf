variable "table_id" { type = string }
variable "nat_id" { type = string }
resource "aws_default_route_table" "this" {
  default_route_table_id = var.table_id
  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = var.nat_id
  }
}
