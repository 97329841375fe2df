resource "aws_sns_topic" "page" {
  name         = "page"
  display_name = join(" ", [for n in range(40) : "page"])
}
resource "aws_secretsmanager_secret" "gateway" {
  name        = "gateway"
  description = join(" ", [for n in range(600) : "text"])
}
