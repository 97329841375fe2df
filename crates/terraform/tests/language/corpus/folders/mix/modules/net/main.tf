variable "config" {
  type = object({ cidr = string, n = optional(number, 1), tags = optional(map(string), {}) })
}
resource "aws_vpc" "v" {
  cidr_block = var.config.cidr
  tags = merge({ Name = "v" }, var.config.tags)
}
resource "aws_subnet" "s" {
  count = var.config.n
  vpc_id = aws_vpc.v.id
  cidr_block = cidrsubnet(aws_vpc.v.cidr_block, 8, count.index)
  tags = { Name = "${aws_vpc.v.tags.Name}-${count.index}", Vpc = aws_vpc.v.arn }
}
output "vpc" {
  value = aws_vpc.v.id
}
output "subnets" {
  value = aws_subnet.s[*].id
}
output "cidrs" {
  value = aws_subnet.s[*].cidr_block
}
output "names" {
  value = [for s in aws_subnet.s : s.tags.Name]
  depends_on = [aws_vpc.v]
}
