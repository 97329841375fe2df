resource "aws_lambda_function" "validator" {
  for_each      = toset(["provided.al2023", "python3.13", "nodejs22.x"])
  function_name = "validator"
  role          = "arn:aws:iam::123456789012:role/validator"
  runtime       = each.value
  handler       = "bootstrap"
  s3_bucket     = "functions"
  s3_key        = "validator.zip"
}

resource "aws_lambda_function" "image" {
  function_name = "image"
  role          = "arn:aws:iam::123456789012:role/validator"
  package_type  = "Image"
  image_uri     = "123456789012.dkr.ecr.us-east-1.amazonaws.com/validator:1"
}
