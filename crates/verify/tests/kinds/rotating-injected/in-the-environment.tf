# The program is told where the secret is, and reads it when it needs it.
#: plan: open:secret-rotating-injected; nofail:secret-rotating-injected
#: source: nofail:secret-rotating-injected
#: folder: nofail:secret-rotating-injected

resource "aws_rds_cluster" "d" {
  cluster_identifier          = "d"
  engine                      = "aurora-postgresql"
  master_username             = "owner"
  manage_master_user_password = true
}
resource "aws_ecs_task_definition" "t" {
  family = "t"
  container_definitions = jsonencode([{
    name        = "t"
    image       = "t:1"
    environment = [{ name = "SECRET", value = aws_rds_cluster.d.master_user_secret[0].secret_arn }]
  }])
}
