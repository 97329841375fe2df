resource "aws_kms_key" "default" {
  enable_key_rotation = true
}

resource "aws_kms_key" "month" {
  deletion_window_in_days = 30
}
