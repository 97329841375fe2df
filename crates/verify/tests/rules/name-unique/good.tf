resource "aws_sns_topic" "a" {
  name = "sns-a"
}

resource "aws_sns_topic" "b" {
  name = "sns-b"
}

# Of different types.
resource "aws_sqs_queue" "a" {
  name = "sns-a"
}

# Names are made when they are created.
resource "aws_iam_role" "workers" {
  count              = 2
  name_prefix        = "worker-"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}
