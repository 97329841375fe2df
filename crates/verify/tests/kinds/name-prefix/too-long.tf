# What the provider puts behind a prefix counts: 26 characters.
#: plan: fail:aws-name-length@long; nofail:aws-name-length@short; nofail:aws-name-form
#: source: fail:aws-name-length@long; nofail:aws-name-length@short; nofail:aws-name-form
#: folder: fail:aws-name-length@long; nofail:aws-name-length@short; nofail:aws-name-form

resource "aws_rds_cluster" "long" {
  cluster_identifier_prefix = "payments-of-the-production-environment-"
  engine                    = "aurora-postgresql"
}
resource "aws_rds_cluster" "short" {
  cluster_identifier_prefix = "payments-of-production-"
  engine                    = "aurora-postgresql"
}
resource "aws_cloudwatch_event_rule" "long" {
  name_prefix         = "payments-of-the-production-environment-"
  schedule_expression = "rate(5 minutes)"
}
resource "aws_iam_role" "short" {
  name_prefix        = "payments-of-the-production-environment"
  assume_role_policy = "{}"
}
