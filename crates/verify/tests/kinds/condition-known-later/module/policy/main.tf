variable "queue_url" { type = string }
variable "statements" { type = any }
data "aws_iam_policy_document" "this" {
  dynamic "statement" {
    for_each = var.statements
    content {
      sid       = try(statement.value.sid, statement.key)
      actions   = try(statement.value.actions, null)
      resources = try(statement.value.resources, null)
      effect    = try(statement.value.effect, null)
      principals {
        type        = "AWS"
        identifiers = ["*"]
      }
      dynamic "condition" {
        for_each = try(statement.value.conditions, [])
        content {
          test     = condition.value.test
          variable = condition.value.variable
          values   = condition.value.values
        }
      }
    }
  }
}
resource "aws_sqs_queue_policy" "this" {
  queue_url = var.queue_url
  policy    = data.aws_iam_policy_document.this.json
}
