resource "aws_db_instance" "ledger" {
  identifier        = "ledger"
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
}
resource "aws_apigatewayv2_route" "pay" {
  api_id    = "a1b2c3d4e5"
  route_key = "POST /pay"
}
resource "aws_iam_account_password_policy" "account" {
  minimum_password_length = 6
}
