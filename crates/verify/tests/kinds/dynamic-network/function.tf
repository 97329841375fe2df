#: plan: open:zone-function-spans; zone:us-east-1a=unknown|lost
#: source: fail:zone-function-spans; zone:us-east-1a=lost
#: folder: fail:zone-function-spans; zone:us-east-1a=lost

resource "aws_lambda_function" "f" {
  function_name = "f"
  role          = "arn:aws:iam::123456789012:role/f"
  image_uri     = "123456789012.dkr.ecr.us-east-1.amazonaws.com/f:1"
  package_type  = "Image"
  dynamic "vpc_config" {
    for_each = [[aws_subnet.main["a"].id]]
    content {
      security_group_ids = ["sg-0123456789abcdef0"]
      subnet_ids         = vpc_config.value
    }
  }
}
