resource "aws_s3_bucket" "main" {
  for_each      = toset(["access-logs", "transaction-logs"])
  bucket        = each.value
  force_destroy = true
}

resource "aws_ecr_repository" "main" {
  name         = "main"
  force_delete = true
}
