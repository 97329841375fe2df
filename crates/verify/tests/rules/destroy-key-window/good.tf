resource "aws_kms_key" "main" {
  for_each                = toset(["data", "logs"])
  deletion_window_in_days = 7
}
