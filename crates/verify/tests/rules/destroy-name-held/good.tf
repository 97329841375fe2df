resource "aws_secretsmanager_secret" "kept" {
  name = "kept"
}
