resource "aws_appautoscaling_target" "reads" {
  for_each           = { api = { least = 10, most = 50 }, fixed = { least = 3, most = 3 } }
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  resource_id        = "table/${each.key}"
  min_capacity       = each.value.least
  max_capacity       = each.value.most
}

resource "aws_autoscaling_group" "nodes" {
  launch_configuration = "nodes"
  min_size             = 3
  desired_capacity     = 3
  max_size             = 9
}

resource "aws_rds_cluster" "serverless" {
  engine = "aurora-postgresql"

  serverlessv2_scaling_configuration {
    min_capacity = 0.5
    max_capacity = 16
  }
}
