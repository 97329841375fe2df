resource "aws_instance" "worker" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.small"
  user_data     = <<-EOT
    #!/bin/sh
    export DB_PASSWORD=hunter22
    exec /usr/bin/worker
  EOT
}

resource "aws_launch_template" "workers" {
  user_data = base64encode("worker --database=postgres://app:hunter22@db:5432/payments")
}

resource "aws_instance" "encoded" {
  ami              = "ami-0123456789abcdef0"
  instance_type    = "t4g.small"
  user_data_base64 = base64encode("AWS_ACCESS_KEY_ID=AKIAIOSFODNN7ABCDEFG worker")
}

# Of this a plan shows the hash.
locals {
  script = "export DB_PASSWORD=hunter22"
}

resource "aws_instance" "hashed" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7g.large"
  user_data     = local.script
}

# Of this a plan shows nothing at all.
resource "aws_secretsmanager_secret" "database" {}

resource "aws_launch_template" "unread" {
  user_data = base64encode("worker --secret=${aws_secretsmanager_secret.database.arn}")
}
