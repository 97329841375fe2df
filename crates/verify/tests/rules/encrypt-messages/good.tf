resource "aws_kms_key" "messages" {
  enable_key_rotation = true
}

resource "aws_sns_topic" "encrypted" {
  name              = "encrypted"
  kms_master_key_id = aws_kms_key.messages.id
}

resource "aws_sqs_queue" "encrypted" {
  name              = "encrypted"
  kms_master_key_id = aws_kms_key.messages.id
}

resource "aws_sqs_queue" "by_default" {
  name = "by-default"
}

resource "aws_sqs_queue" "managed" {
  name                    = "managed"
  sqs_managed_sse_enabled = true
}
