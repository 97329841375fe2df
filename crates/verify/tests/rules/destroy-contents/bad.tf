resource "aws_s3_bucket" "main" {
  bucket = "main"
}

resource "aws_ecr_repository" "main" {
  name         = "main"
  force_delete = false
}

resource "aws_backup_vault" "main" {
  name = "main"
}
