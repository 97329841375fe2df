resource "aws_appautoscaling_target" "tasks" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/payments/api"
  min_capacity       = 50
  max_capacity       = 10
}

resource "aws_autoscaling_group" "nodes" {
  launch_configuration = "nodes"
  min_size             = 3
  desired_capacity     = 12
  max_size             = 9
}

resource "aws_rds_cluster" "serverless" {
  engine = "aurora-postgresql"

  serverlessv2_scaling_configuration {
    min_capacity = 32
    max_capacity = 16
  }
}
