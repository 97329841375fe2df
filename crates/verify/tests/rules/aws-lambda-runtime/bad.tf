resource "aws_lambda_function" "validator" {
  for_each      = toset(["nodejs14.x", "python3.7", "go1.x", "provided"])
  function_name = "validator"
  role          = "arn:aws:iam::123456789012:role/validator"
  runtime       = each.value
  handler       = "bootstrap"
  s3_bucket     = "functions"
  s3_key        = "validator.zip"
}
