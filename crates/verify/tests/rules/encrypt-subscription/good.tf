resource "aws_sns_topic_subscription" "https" {
  topic_arn = "arn:aws:sns:us-east-1:123456789012:page"
  protocol  = "https"
  endpoint  = "https://on-call.example.com/sns"
}

resource "aws_sns_topic_subscription" "mail" {
  topic_arn = "arn:aws:sns:us-east-1:123456789012:page"
  protocol  = "email"
  endpoint  = "on-call@example.com"
}
