# What has a part in each of its subnets, and is given one.
#: plan: zone:us-east-1a=lost; fail:zone-*@aws_vpc_endpoint.logs; fail|open:*@aws_apigatewayv2_vpc_link.l; fail|open:*@aws_ec2_transit_gateway_vpc_attachment.t; fail|open:*@aws_db_proxy.p; fail|open:*@aws_lambda_function.f

resource "aws_vpc_endpoint" "logs" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.us-east-1.logs"
  vpc_endpoint_type = "Interface"
  subnet_ids        = [aws_subnet.main["a"].id]
}
resource "aws_apigatewayv2_vpc_link" "l" {
  name               = "l"
  security_group_ids = []
  subnet_ids         = [aws_subnet.main["a"].id]
}
resource "aws_ec2_transit_gateway" "t" {}
resource "aws_ec2_transit_gateway_vpc_attachment" "t" {
  transit_gateway_id = aws_ec2_transit_gateway.t.id
  vpc_id             = aws_vpc.main.id
  subnet_ids         = [aws_subnet.main["a"].id]
}
resource "aws_db_proxy" "p" {
  name           = "p"
  engine_family  = "POSTGRESQL"
  role_arn       = "arn:aws:iam::123456789012:role/p"
  vpc_subnet_ids = [aws_subnet.main["a"].id]
  auth {
    auth_scheme = "SECRETS"
    secret_arn  = "arn:aws:secretsmanager:us-east-1:123456789012:secret:p"
  }
}
resource "aws_lambda_function" "f" {
  function_name = "f"
  role          = "arn:aws:iam::123456789012:role/f"
  image_uri     = "123456789012.dkr.ecr.us-east-1.amazonaws.com/f:1"
  package_type  = "Image"
  vpc_config {
    security_group_ids = ["sg-0123456789abcdef0"]
    subnet_ids         = [aws_subnet.main["a"].id]
  }
}
