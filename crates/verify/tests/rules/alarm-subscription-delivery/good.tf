resource "aws_sns_topic" "page" {
  name = "page"
}

resource "aws_sqs_queue" "plain" {
  name = "plain"
}

data "aws_iam_policy_document" "plain" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.plain.arn]

    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_sns_topic.page.arn]
    }
  }
}

resource "aws_sqs_queue_policy" "plain" {
  queue_url = aws_sqs_queue.plain.url
  policy    = data.aws_iam_policy_document.plain.json
}

resource "aws_sns_topic_subscription" "plain" {
  topic_arn = aws_sns_topic.page.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.plain.arn
}

resource "aws_sqs_queue" "inline" {
  name = "inline"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sqs:*"
      Resource  = "arn:aws:sqs:us-east-1:123456789012:inline"
      Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:sns:*:123456789012:*" } }
    }]
  })
}

resource "aws_sns_topic_subscription" "inline" {
  topic_arn = aws_sns_topic.page.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.inline.arn
}

data "aws_iam_policy_document" "messages" {
  statement {
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:root"]
    }
  }

  statement {
    actions   = ["kms:Decrypt", "kms:GenerateDataKey*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = ["123456789012"]
    }
  }
}

resource "aws_kms_key" "messages" {
  policy = data.aws_iam_policy_document.messages.json
}

resource "aws_sqs_queue" "encrypted" {
  name              = "encrypted"
  kms_master_key_id = aws_kms_key.messages.id
}

data "aws_iam_policy_document" "encrypted" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.encrypted.arn]

    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_sns_topic.page.arn]
    }
  }
}

resource "aws_sqs_queue_policy" "encrypted" {
  queue_url = aws_sqs_queue.encrypted.url
  policy    = data.aws_iam_policy_document.encrypted.json
}

resource "aws_sns_topic_subscription" "encrypted" {
  topic_arn = aws_sns_topic.page.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.encrypted.arn
}

resource "aws_lambda_function" "notify" {
  function_name = "notify"
  role          = "arn:aws:iam::123456789012:role/notify"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  s3_bucket     = "code"
  s3_key        = "notify.zip"
}

resource "aws_lambda_permission" "sns" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.notify.function_name
  principal     = "sns.amazonaws.com"
  source_arn    = aws_sns_topic.page.arn
}

resource "aws_sns_topic_subscription" "function" {
  topic_arn = aws_sns_topic.page.arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.notify.arn
}

resource "aws_sns_topic_subscription" "mail" {
  topic_arn = aws_sns_topic.page.arn
  protocol  = "email"
  endpoint  = "on-call@example.com"
}
