# A function in one subnet of another state.
#: plan: fail:zone-function-spans; zone:us-east-1a!=survives

resource "aws_lambda_function" "f" {
  function_name = "f"
  role          = "arn:aws:iam::123456789012:role/f"
  image_uri     = "123456789012.dkr.ecr.us-east-1.amazonaws.com/f:1"
  package_type  = "Image"
  vpc_config {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnet_ids         = ["subnet-0aaaaaaaaaaaaaaaa"]
  }
}
