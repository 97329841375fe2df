# The statements come through a module, as in terraform-aws-modules/sns.
#: plan: nofail:iam-resource-public
#: source: nofail:iam-resource-public
#: folder: nofail:iam-resource-public

resource "aws_sns_topic" "t" { kms_master_key_id = "alias/aws/sns" }
resource "aws_sqs_queue" "q" { sqs_managed_sse_enabled = true }

module "policy" {
  source     = "./policy"
  queue_url  = aws_sqs_queue.q.id
  statements = { s = { actions = ["sqs:SendMessage"], resources = [aws_sqs_queue.q.arn], conditions = [{ test = "ArnEquals", variable = "aws:SourceArn", values = [aws_sns_topic.t.arn] }] } }
}
