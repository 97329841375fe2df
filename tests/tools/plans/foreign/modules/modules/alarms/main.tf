variable "name" { type = string }
variable "account" { type = string }
variable "kms_key_id" { type = string }
variable "load_balancer" { type = string }
variable "target_groups" { type = map(string) }
variable "cluster_name" { type = string }
variable "services" { type = map(object({ name = string, min = number })) }
variable "database" { type = string }
variable "readers" { type = list(string) }

resource "aws_sns_topic" "this" {
  name              = "${var.name}-alarms"
  kms_master_key_id = var.kms_key_id
}

resource "aws_sns_topic_policy" "this" {
  arn = aws_sns_topic.this.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudwatch.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.this.arn
      Condition = { StringEquals = { "aws:SourceAccount" = var.account } }
    }]
  })
}

resource "aws_sns_topic_subscription" "pager" {
  topic_arn              = aws_sns_topic.this.arn
  protocol               = "https"
  endpoint               = "https://events.example.com/integration/9876543210"
  endpoint_auto_confirms = true
}

resource "aws_cloudwatch_metric_alarm" "requests" {
  alarm_name          = "${var.name}-few-requests"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "RequestCount"
  statistic           = "Sum"
  comparison_operator = "LessThanThreshold"
  threshold           = 60
  period              = 300
  evaluation_periods  = 2
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.this.arn]
  ok_actions          = [aws_sns_topic.this.arn]
  dimensions          = { LoadBalancer = var.load_balancer }
}

resource "aws_cloudwatch_metric_alarm" "healthy" {
  for_each            = var.target_groups
  alarm_name          = "${var.name}-${each.key}-healthy-hosts"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HealthyHostCount"
  statistic           = "Minimum"
  comparison_operator = "LessThanThreshold"
  threshold           = var.services[each.key].min - 1
  period              = 60
  evaluation_periods  = 3
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.this.arn]

  dimensions = {
    LoadBalancer = var.load_balancer
    TargetGroup  = each.value
  }
}

resource "aws_cloudwatch_metric_alarm" "tasks" {
  for_each            = var.services
  alarm_name          = "${var.name}-${each.key}-running-tasks"
  namespace           = "ECS/ContainerInsights"
  metric_name         = "RunningTaskCount"
  statistic           = "Minimum"
  comparison_operator = "LessThanThreshold"
  threshold           = each.value.min
  period              = 60
  evaluation_periods  = 3
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.this.arn]

  dimensions = {
    ClusterName = var.cluster_name
    ServiceName = each.value.name
  }
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "${var.name}-5xx"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_ELB_5XX_Count"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 10
  period              = 60
  evaluation_periods  = 3
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.this.arn]
  dimensions          = { LoadBalancer = var.load_balancer }
}

resource "aws_cloudwatch_metric_alarm" "lag" {
  count               = length(var.readers)
  alarm_name          = "${var.readers[count.index]}-lag"
  namespace           = "AWS/RDS"
  metric_name         = "AuroraReplicaLag"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1000
  period              = 60
  evaluation_periods  = 5
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.this.arn]
  dimensions          = { DBInstanceIdentifier = element(var.readers, count.index) }
}
