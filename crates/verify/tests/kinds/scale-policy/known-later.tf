# The policy names the service by an attribute that is known later, the target by the name that is written.
#: plan: nofail:scale-policy
#: source: nofail:scale-policy
#: folder: nofail:scale-policy

resource "aws_ecs_cluster" "c" {
  name = "c"
}
resource "aws_ecs_service" "s" {
  name            = "s"
  cluster         = aws_ecs_cluster.c.id
  task_definition = "s:1"
  desired_count   = 3
}
resource "aws_appautoscaling_target" "t" {
  min_capacity       = 3
  max_capacity       = 9
  resource_id        = "service/c/s"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
}
resource "aws_appautoscaling_policy" "p" {
  name               = "p"
  policy_type        = "TargetTrackingScaling"
  resource_id        = "service/c/${element(split("/", aws_ecs_service.s.id), 2)}"
  scalable_dimension = "ecs:service:DesiredCount"
  service_namespace  = "ecs"
  target_tracking_scaling_policy_configuration {
    target_value = 60
    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}
