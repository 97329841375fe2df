variable "subnet_id" { type = string }
variable "create" { default = true }
resource "aws_instance" "this" {
  count         = var.create ? 1 : 0
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
  subnet_id     = var.subnet_id
}
