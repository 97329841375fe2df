variable "name" {
  type = string
}
resource "aws_sqs_queue" "queue" {
  name = var.name
}
