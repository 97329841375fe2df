# Of the script of a machine a plan shows a hash, in which no secret is read.
#: plan: open:secret-in-user-data@aws_instance.secret; nofail:secret-in-user-data
#: source: fail:secret-in-user-data@aws_instance.secret; nofail:secret-in-user-data@clean
#: folder: fail:secret-in-user-data@aws_instance.secret; nofail:secret-in-user-data@clean

locals {
  script = <<-EOT
    #!/bin/sh
    export DB_PASSWORD=hunter22-correct-horse
    exec payments
  EOT
}
resource "aws_instance" "secret" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
  subnet_id     = aws_subnet.main["a"].id
  user_data     = local.script
}
resource "aws_instance" "clean" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m6i.large"
  subnet_id     = aws_subnet.main["a"].id
  user_data     = join("\n", ["#!/bin/sh", "exec payments"])
}
