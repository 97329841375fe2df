# The policy names the log group as terraform-aws-modules/vpc does: by parts of its name that are
# known after the apply.
#: plan: nofail:permit-service-role
#: source: nofail:permit-service-role
#: folder: nofail:permit-service-role

resource "aws_flow_log" "main" {
  vpc_id          = aws_vpc.main.id
  traffic_type    = "ALL"
  iam_role_arn    = aws_iam_role.flows.arn
  log_destination = aws_cloudwatch_log_group.flows.arn
}
resource "aws_cloudwatch_log_group" "flows" {
  name = "/aws/vpc-flow-log/${aws_vpc.main.id}"
}
resource "aws_iam_role" "flows" {
  name               = "flows"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["vpc-flow-logs.amazonaws.com"]
    }
  }
}
resource "aws_iam_role_policy" "flows" {
  name   = "flows"
  role   = aws_iam_role.flows.id
  policy = data.aws_iam_policy_document.flows.json
}
data "aws_iam_policy_document" "flows" {
  statement {
    actions = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = [
      for group in [aws_cloudwatch_log_group.flows] :
      "arn:aws:logs:us-east-1:111122223333:log-group:${group.name}:*"
    ]
  }
}
