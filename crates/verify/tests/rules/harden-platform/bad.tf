resource "aws_ecs_cluster" "account_decides" {
  name = "account-decides"
}
resource "aws_ecs_cluster" "off" {
  name = "off"
  setting {
    name  = "containerInsights"
    value = "disabled"
  }
}
resource "aws_ecs_service" "payments" {
  name             = "payments"
  task_definition  = "payments:1"
  launch_type      = "FARGATE"
  platform_version = "1.3.0"
}
resource "aws_kinesis_stream" "events" {
  name        = "events"
  shard_count = 1
}
