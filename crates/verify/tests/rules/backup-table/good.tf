resource "aws_dynamodb_table" "payments" {
  for_each     = toset(["payments", "refunds"])
  name         = each.value
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = true
  }
}
