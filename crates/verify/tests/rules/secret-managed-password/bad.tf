resource "aws_rds_cluster" "payments" {
  engine          = "aurora-postgresql"
  master_username = "payadmin"
  master_password = "hunter22hunter22"
}

resource "terraform_data" "password" {}

resource "aws_db_instance" "known_after_apply" {
  count          = 2
  instance_class = "db.t4g.medium"
  username       = "payments"
  password       = terraform_data.password.id
}

resource "aws_docdb_cluster" "documents" {
  master_username = "payments"
  master_password = terraform_data.password.id
}
