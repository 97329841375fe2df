resource "aws_secretsmanager_secret" "gateway" {
  for_each = toset(["a", "b"])
}

resource "aws_secretsmanager_secret_rotation" "monthly" {
  for_each            = aws_secretsmanager_secret.gateway
  secret_id           = each.value.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate"

  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_secretsmanager_secret_rotation" "rate" {
  secret_id           = "gateway"
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate"

  rotation_rules {
    schedule_expression = "rate(10 days)"
  }
}
