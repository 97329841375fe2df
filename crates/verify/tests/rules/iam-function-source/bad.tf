resource "aws_lambda_permission" "bucket" {
  action        = "lambda:InvokeFunction"
  function_name = "validator"
  principal     = "s3.amazonaws.com"
}

resource "aws_lambda_permission" "each" {
  for_each      = toset(["events", "apigateway"])
  action        = "lambda:InvokeFunction"
  function_name = "validator"
  principal     = "${each.key}.amazonaws.com"
}
