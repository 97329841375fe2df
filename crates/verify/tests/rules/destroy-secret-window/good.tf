resource "aws_secretsmanager_secret" "main" {
  count                   = 2
  name                    = "secret-${count.index}"
  recovery_window_in_days = 0
}
