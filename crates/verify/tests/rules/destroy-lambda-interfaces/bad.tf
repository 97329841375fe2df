resource "aws_lambda_function" "default" {
  function_name = "default"
  role          = "arn:aws:iam::123456789012:role/validator"
  runtime       = "provided.al2023"
  handler       = "bootstrap"
  s3_bucket     = "functions"
  s3_key        = "validator.zip"

  vpc_config {
    subnet_ids         = ["subnet-0123456789abcdef0"]
    security_group_ids = ["sg-0123456789abcdef1"]
  }
}

resource "aws_lambda_function" "without_other" {
  function_name                      = "without-other"
  role                               = "arn:aws:iam::123456789012:role/validator"
  runtime                            = "provided.al2023"
  handler                            = "bootstrap"
  s3_bucket                          = "functions"
  s3_key                             = "validator.zip"
  replace_security_groups_on_destroy = true

  vpc_config {
    subnet_ids         = ["subnet-0123456789abcdef0"]
    security_group_ids = ["sg-0123456789abcdef1"]
  }
}
