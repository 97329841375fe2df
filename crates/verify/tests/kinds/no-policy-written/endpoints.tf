# Nobody wrote a policy for these: AWS's own holds, and there is nothing to read.
#: plan: nofail:iam-policy-valid; none:iam-policy-valid@endpoint
#: source: nofail:iam-policy-valid; none:iam-policy-valid@endpoint
#: folder: nofail:iam-policy-valid; none:iam-policy-valid@endpoint

variable "policy" {
  type    = string
  default = null
}
resource "aws_vpc_endpoint" "logs" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.us-east-1.logs"
  vpc_endpoint_type = "Interface"
  subnet_ids        = [for s in aws_subnet.main : s.id]
}
resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.main.id
  service_name = "com.amazonaws.us-east-1.s3"
  policy       = var.policy
}
resource "aws_sqs_queue" "endpoint" {
  name = "endpoint"
}
resource "aws_sns_topic" "endpoint" {
  name = "endpoint"
}
resource "aws_kms_key" "endpoint" {}
resource "aws_secretsmanager_secret" "endpoint" {
  name = "endpoint"
}
