# Tasks are given the password that RDS changes each week: a plan does not show where in the text.
#: plan: open:secret-rotating-injected; nofail:secret-rotating-injected
#: source: fail:secret-rotating-injected
#: folder: fail:secret-rotating-injected

resource "aws_rds_cluster" "d" {
  cluster_identifier          = "d"
  engine                      = "aurora-postgresql"
  master_username             = "owner"
  manage_master_user_password = true
}
resource "aws_ecs_task_definition" "t" {
  family = "t"
  container_definitions = jsonencode([{
    name    = "t"
    image   = "t:1"
    secrets = [{ name = "PASSWORD", valueFrom = "${aws_rds_cluster.d.master_user_secret[0].secret_arn}:password::" }]
  }])
}
