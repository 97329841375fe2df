# A daemon has a task on each machine of the cluster; the machines are another state's.
#: plan: nofail:zone-service-spans

resource "aws_ecs_cluster" "c" { name = "c" }

resource "aws_ecs_service" "worker" {
  name                = "worker"
  cluster             = aws_ecs_cluster.c.id
  task_definition     = "worker:1"
  launch_type         = "EC2"
  scheduling_strategy = "DAEMON"
}
