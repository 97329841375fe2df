resource "aws_kms_key" "by_default" {
  description = "Payments"
}

resource "aws_kms_key" "switched_off" {
  enable_key_rotation = false
}
