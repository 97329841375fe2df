resource "aws_ssm_parameter" "password" {
  name  = "/payments/db_password"
  type  = "SecureString"
  value = "changeme"
}

resource "aws_ssm_parameter" "each" {
  for_each = toset(["db_password_arn", "token_url", "level"])
  name     = "/payments/${each.key}"
  type     = "String"
  value    = "info"
}
