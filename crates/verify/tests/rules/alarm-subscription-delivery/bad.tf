resource "aws_sns_topic" "page" {
  name = "page"
}

resource "aws_sqs_queue" "without_policy" {
  name = "without_policy"
}

resource "aws_sns_topic_subscription" "without_policy" {
  topic_arn = aws_sns_topic.page.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.without_policy.arn
}

resource "aws_sqs_queue" "other_principal" {
  name = "other_principal"
}

data "aws_iam_policy_document" "other_principal" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.other_principal.arn]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_sns_topic.page.arn]
    }
  }
}

resource "aws_sqs_queue_policy" "other_principal" {
  queue_url = aws_sqs_queue.other_principal.url
  policy    = data.aws_iam_policy_document.other_principal.json
}

resource "aws_sns_topic_subscription" "other_principal" {
  topic_arn = aws_sns_topic.page.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.other_principal.arn
}

resource "aws_sqs_queue" "other_source" {
  name = "other_source"
}

data "aws_iam_policy_document" "other_source" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.other_source.arn]

    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = ["arn:aws:events:us-east-1:123456789012:rule/page"]
    }
  }
}

resource "aws_sqs_queue_policy" "other_source" {
  queue_url = aws_sqs_queue.other_source.url
  policy    = data.aws_iam_policy_document.other_source.json
}

resource "aws_sns_topic_subscription" "other_source" {
  topic_arn = aws_sns_topic.page.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.other_source.arn
}

resource "aws_sqs_queue" "aws_key" {
  name              = "aws_key"
  kms_master_key_id = "alias/aws/sqs"
}

data "aws_iam_policy_document" "aws_key" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.aws_key.arn]

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

resource "aws_sqs_queue_policy" "aws_key" {
  queue_url = aws_sqs_queue.aws_key.url
  policy    = data.aws_iam_policy_document.aws_key.json
}

resource "aws_sns_topic_subscription" "aws_key" {
  topic_arn = aws_sns_topic.page.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.aws_key.arn
}

data "aws_iam_policy_document" "closed" {
  statement {
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:root"]
    }
  }
}

resource "aws_kms_key" "closed" {
  policy = data.aws_iam_policy_document.closed.json
}

resource "aws_sqs_queue" "closed_key" {
  name              = "closed_key"
  kms_master_key_id = aws_kms_key.closed.arn
}

data "aws_iam_policy_document" "closed_key" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.closed_key.arn]

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

resource "aws_sqs_queue_policy" "closed_key" {
  queue_url = aws_sqs_queue.closed_key.url
  policy    = data.aws_iam_policy_document.closed_key.json
}

resource "aws_sns_topic_subscription" "closed_key" {
  topic_arn = aws_sns_topic.page.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.closed_key.arn
}

resource "aws_lambda_function" "notify" {
  function_name = "notify"
  role          = "arn:aws:iam::123456789012:role/notify"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  s3_bucket     = "code"
  s3_key        = "notify.zip"
}

resource "aws_sns_topic_subscription" "function" {
  topic_arn = aws_sns_topic.page.arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.notify.arn
}

# What the policies allow is known only after the apply: not known, never "no statement allows it".
resource "aws_sns_topic" "later" {
  name = "later"
}

resource "aws_sqs_queue" "later" {
  for_each = toset(["resources", "whole"])
  name     = "later-${each.key}"
}

variable "statements" {
  type    = any
  default = { sns = { actions = ["sqs:SendMessage"] } }
}

data "aws_iam_policy_document" "resources" {
  dynamic "statement" {
    for_each = var.statements

    content {
      actions   = statement.value.actions
      resources = try(statement.value.resources, [aws_sqs_queue.later["resources"].arn])

      principals {
        type        = "Service"
        identifiers = ["sns.amazonaws.com"]
      }
    }
  }
}

resource "aws_sqs_queue_policy" "resources" {
  queue_url = aws_sqs_queue.later["resources"].id
  policy    = data.aws_iam_policy_document.resources.json
}

resource "aws_sqs_queue_policy" "whole" {
  queue_url = aws_sqs_queue.later["whole"].id
  policy    = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "sns.amazonaws.com" }, Action = "sqs:SendMessage", Resource = aws_sqs_queue.later["whole"].arn }] })
}

resource "aws_sns_topic_subscription" "later" {
  for_each  = toset(["resources", "whole"])
  topic_arn = aws_sns_topic.later.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.later[each.key].arn
}
