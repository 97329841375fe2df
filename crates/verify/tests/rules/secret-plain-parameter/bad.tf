resource "aws_ssm_parameter" "each" {
  for_each = toset(["db_password", "api-key", "clientSecret"])
  name     = "/payments/${each.key}"
  type     = "String"
  value    = "hunter22"
}
