# The secret has a rotation of its own: known by its ARN only later.
#: plan: nofail:secret-rotating-injected; open:secret-rotating-injected
#: source: fail:secret-rotating-injected
#: folder: fail:secret-rotating-injected

resource "aws_secretsmanager_secret" "s" {
  name = "s"
}
resource "aws_secretsmanager_secret_rotation" "s" {
  secret_id           = aws_secretsmanager_secret.s.id
  rotation_lambda_arn = "arn:aws:lambda:us-east-1:123456789012:function:rotate"
  rotation_rules {
    automatically_after_days = 30
  }
}
resource "aws_ecs_task_definition" "t" {
  family = "t"
  container_definitions = jsonencode([{
    name    = "t"
    image   = "t:1"
    secrets = [{ name = "PASSWORD", valueFrom = aws_secretsmanager_secret.s.arn }]
  }])
}
