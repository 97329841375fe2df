resource "aws_sns_topic" "page" {
  name = "page"
}
resource "aws_s3_bucket" "renamed" {
  bucket = "payments-new-name"
}
