resource "aws_sns_topic" "page" {
  name         = "page"
  display_name = "Payments"
}
