resource "aws_instance" "worker" {
  count         = 2
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.small"
  user_data     = <<-EOT
    #!/bin/sh
    export DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id database)
    export SECRET_NAME=payments
    exec /usr/bin/worker
  EOT
}

resource "aws_launch_template" "known" {
  user_data = base64encode("worker --region=us-east-1")
}
