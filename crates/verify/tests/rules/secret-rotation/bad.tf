resource "aws_secretsmanager_secret_rotation" "yearly" {
  secret_id           = "gateway"
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate"

  rotation_rules {
    automatically_after_days = 365
  }
}

resource "aws_secretsmanager_secret_rotation" "rate" {
  secret_id           = "gateway"
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate"

  rotation_rules {
    schedule_expression = "rate(180 days)"
  }
}
