resource "aws_sns_topic" "page" {
  name = "page"
}

resource "aws_sqs_queue" "pages" {
  name                    = "pages"
  sqs_managed_sse_enabled = false
}
