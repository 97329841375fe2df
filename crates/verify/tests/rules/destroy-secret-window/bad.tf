resource "aws_secretsmanager_secret" "default" {
  name = "secret"
}

resource "aws_secretsmanager_secret" "week" {
  name                    = "secret-week"
  recovery_window_in_days = 7
}
