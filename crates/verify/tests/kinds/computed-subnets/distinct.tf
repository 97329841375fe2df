# All of them, through functions that keep every item, as terraform-aws-modules/vpc writes it for
# endpoints.
#: source: nofail:zone-*; zone:us-east-1a=survives
#: folder: nofail:zone-*; zone:us-east-1a=survives

variable "endpoint" {
  type    = any
  default = {}
}
resource "aws_vpc_endpoint" "logs" {
  vpc_id              = aws_vpc.main.id
  service_name        = "com.amazonaws.us-east-1.logs"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = distinct(concat([for s in aws_subnet.main : s.id], lookup(var.endpoint, "subnet_ids", [])))
}
