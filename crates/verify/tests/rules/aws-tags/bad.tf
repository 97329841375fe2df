resource "aws_ecs_cluster" "payments" {
  name = "payments"

  tags = {
    Owner = "Payments <payments@example.com>"
  }
}

resource "aws_vpc" "payments" {
  cidr_block = "10.0.0.0/16"

  tags = {
    "aws:owner" = "payments"
  }
}

resource "aws_sns_topic" "payments" {
  tags = {
    Runbook = "https://runbooks.example.com/${join("/", [for step in range(60) : "step-${step}"])}"
  }
}

resource "aws_sqs_queue" "payments" {
  tags = { for number in range(51) : "tag-${number}" => "value" }
}
