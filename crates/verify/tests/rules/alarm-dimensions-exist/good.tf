resource "aws_lb" "main" {
  name    = "payments"
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb_target_group" "main" {
  name        = "payments"
  port        = 443
  protocol    = "HTTPS"
  target_type = "ip"
  vpc_id      = "vpc-1"
}

resource "aws_ecs_cluster" "main" {
  name = "payments"
}

resource "aws_ecs_service" "main" {
  name    = "api"
  cluster = aws_ecs_cluster.main.id
}

resource "aws_db_instance" "main" {
  identifier     = "payments-db"
  instance_class = "db.t4g.medium"
}

resource "aws_sqs_queue" "main" {
  name = "payments-queue"
}

resource "aws_cloudwatch_metric_alarm" "hosts" {
  alarm_name          = "hosts"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HealthyHostCount"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions = {
    LoadBalancer = aws_lb.main.arn_suffix
    TargetGroup  = aws_lb_target_group.main.arn_suffix
  }
}

resource "aws_cloudwatch_metric_alarm" "tasks" {
  alarm_name          = "tasks"
  namespace           = "AWS/ECS"
  metric_name         = "CPUUtilization"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions = {
    ClusterName = aws_ecs_cluster.main.name
    ServiceName = aws_ecs_service.main.name
  }
}

resource "aws_cloudwatch_metric_alarm" "tasks_by_name" {
  alarm_name          = "tasks-by-name"
  namespace           = "AWS/ECS"
  metric_name         = "CPUUtilization"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions = {
    ClusterName = "payments"
    ServiceName = "api"
  }
}

resource "aws_cloudwatch_metric_alarm" "database" {
  alarm_name          = "database"
  namespace           = "AWS/RDS"
  metric_name         = "FreeStorageSpace"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions          = { DBInstanceIdentifier = aws_db_instance.main.identifier }
}

resource "aws_cloudwatch_metric_alarm" "queue" {
  alarm_name          = "queue"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions          = { QueueName = aws_sqs_queue.main.name }
}

resource "aws_nat_gateway" "zones" {
  count             = 2
  subnet_id         = "subnet-${count.index}"
  connectivity_type = "private"
}

resource "aws_cloudwatch_metric_alarm" "nat" {
  alarm_name          = "nat"
  namespace           = "AWS/NATGateway"
  metric_name         = "ErrorPortAllocation"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 60
  evaluation_periods  = 1
  dimensions          = { NatGatewayId = aws_nat_gateway.zones[0].id }
}

resource "aws_cloudwatch_metric_alarm" "custom" {
  alarm_name          = "custom"
  namespace           = "Payments"
  metric_name         = "Declined"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions          = { LoadBalancer = aws_lb.main.name }
}
