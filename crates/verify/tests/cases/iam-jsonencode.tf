# Texts by jsonencode and heredoc are read with holes where references are.
#: plan: open:iam-*@jsonencoded; open:secret-in-environment
#: source: fail:iam-*@jsonencoded; fail:iam-*@heredoc; fail:secret-in-environment

resource "aws_sqs_queue" "q" {
  name = "q"
}
resource "aws_iam_role" "task" {
  name = "task"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" }, Action = "sts:AssumeRole", Condition = { StringEquals = { "aws:SourceAccount" = "123456789012" } } }]
  })
}
# one statement names a resource that is not made yet, so the plan says nothing of the whole text
resource "aws_iam_role_policy" "jsonencoded" {
  name = "j"
  role = aws_iam_role.task.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.q.arn },
      { Effect = "Allow", Action = "*", Resource = "*" },
    ]
  })
}
resource "aws_iam_role_policy" "heredoc" {
  name   = "h"
  role   = aws_iam_role.task.id
  policy = <<-EOT
    {"Version":"2012-10-17","Statement":[
      {"Effect":"Allow","Action":"sqs:SendMessage","Resource":"${aws_sqs_queue.q.arn}"},
      {"Effect":"Allow","Action":["iam:PassRole","lambda:CreateFunction","lambda:InvokeFunction"],"Resource":"*"}]}
  EOT
}
resource "aws_ecs_task_definition" "api" {
  family                   = "api"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  execution_role_arn       = aws_iam_role.task.arn
  container_definitions = jsonencode([{
    name        = "api"
    image       = "nginx"
    essential   = true
    user        = "root"
    environment = [{ name = "QUEUE", value = aws_sqs_queue.q.url }, { name = "DB_PASSWORD", value = "Sup3rSecretPw0rd!" }]
  }])
}
