resource "aws_appautoscaling_target" "reads" {
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  resource_id        = "table/payments"
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
