resource "aws_lambda_function" "main" {
  for_each                           = toset(["a", "b"])
  function_name                      = each.value
  role                               = "arn:aws:iam::123456789012:role/validator"
  runtime                            = "provided.al2023"
  handler                            = "bootstrap"
  s3_bucket                          = "functions"
  s3_key                             = "validator.zip"
  replace_security_groups_on_destroy = true
  replacement_security_group_ids     = ["sg-0123456789abcdef0"]

  vpc_config {
    subnet_ids         = ["subnet-0123456789abcdef0"]
    security_group_ids = ["sg-0123456789abcdef1"]
  }
}
