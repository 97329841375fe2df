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

resource "aws_cloudwatch_metric_alarm" "arn_of_load_balancer" {
  alarm_name          = "arn-of-load-balancer"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HealthyHostCount"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions = {
    LoadBalancer = aws_lb.main.arn
    TargetGroup  = aws_lb_target_group.main.arn_suffix
  }
}

resource "aws_cloudwatch_metric_alarm" "name_of_target_group" {
  alarm_name          = "name-of-target-group"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HealthyHostCount"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions = {
    LoadBalancer = aws_lb.main.arn_suffix
    TargetGroup  = aws_lb_target_group.main.name
  }
}

resource "aws_cloudwatch_metric_alarm" "arn_as_text" {
  alarm_name          = "arn-as-text"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "RequestCount"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions          = { LoadBalancer = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/payments/1" }
}

resource "aws_cloudwatch_metric_alarm" "id_of_cluster" {
  alarm_name          = "id-of-cluster"
  namespace           = "AWS/ECS"
  metric_name         = "CPUUtilization"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions = {
    ClusterName = aws_ecs_cluster.main.id
    ServiceName = aws_ecs_service.main.name
  }
}

resource "aws_cloudwatch_metric_alarm" "misspelt" {
  alarm_name          = "misspelt"
  namespace           = "AWS/ECS"
  metric_name         = "CPUUtilization"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions = {
    ClusterName = "payment"
    ServiceName = "api"
  }
}

resource "aws_cloudwatch_metric_alarm" "someone_elses" {
  alarm_name          = "someone-elses"
  namespace           = "AWS/ECS"
  metric_name         = "CPUUtilization"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions = {
    ClusterName = "other"
    ServiceName = "api"
  }
}

resource "aws_cloudwatch_metric_alarm" "id_of_instance" {
  alarm_name          = "id-of-instance"
  namespace           = "AWS/RDS"
  metric_name         = "FreeStorageSpace"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions          = { DBInstanceIdentifier = aws_db_instance.main.id }
}

resource "aws_cloudwatch_metric_alarm" "url_of_queue" {
  alarm_name          = "url-of-queue"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions          = { QueueName = aws_sqs_queue.main.url }
}

resource "aws_cloudwatch_metric_alarm" "name_of_cluster_for_service" {
  alarm_name          = "name-of-cluster-for-service"
  namespace           = "AWS/ECS"
  metric_name         = "CPUUtilization"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  dimensions = {
    ClusterName = aws_ecs_cluster.main.name
    ServiceName = aws_ecs_cluster.main.name
  }
}
