resource "aws_sns_topic_subscription" "http" {
  topic_arn = "arn:aws:sns:us-east-1:123456789012:page"
  protocol  = "http"
  endpoint  = "http://on-call.example.com/sns"
}
