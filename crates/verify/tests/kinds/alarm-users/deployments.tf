# Alarms that deployments and experiments stop for, by reference or by a name that is written.
#: plan: nofail:alarm-actions
#: source: nofail:alarm-actions
#: folder: nofail:alarm-actions

resource "aws_cloudwatch_metric_alarm" "refresh" {
  alarm_name          = "refresh"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { LoadBalancer = "app/main/0123456789abcdef" }
}
resource "aws_cloudwatch_metric_alarm" "rollback" {
  alarm_name          = "rollback"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { LoadBalancer = "app/main/0123456789abcdef" }
}
resource "aws_cloudwatch_metric_alarm" "deploy" {
  alarm_name          = "deploy"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { LoadBalancer = "app/main/0123456789abcdef" }
}
resource "aws_cloudwatch_metric_alarm" "experiment" {
  alarm_name          = "experiment"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { LoadBalancer = "app/main/0123456789abcdef" }
}
resource "aws_cloudwatch_metric_alarm" "configuration" {
  alarm_name          = "configuration"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { LoadBalancer = "app/main/0123456789abcdef" }
}
resource "aws_cloudwatch_metric_alarm" "endpoint" {
  alarm_name          = "endpoint"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { LoadBalancer = "app/main/0123456789abcdef" }
}
resource "aws_cloudwatch_metric_alarm" "pipeline" {
  alarm_name          = "pipeline"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  threshold           = 5
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { LoadBalancer = "app/main/0123456789abcdef" }
}
resource "aws_autoscaling_group" "g" {
  min_size            = 3
  max_size            = 6
  vpc_zone_identifier = [for s in aws_subnet.main : s.id]
  launch_template {
    id = "lt-0123456789abcdef0"
  }
  instance_refresh {
    strategy = "Rolling"
    preferences {
      auto_rollback = true
      alarm_specification {
        alarms = [aws_cloudwatch_metric_alarm.refresh.alarm_name]
      }
    }
  }
}
resource "aws_ecs_service" "s" {
  name            = "s"
  cluster         = "arn:aws:ecs:us-east-1:123456789012:cluster/main"
  task_definition = "s:1"
  desired_count   = 3
  alarms {
    enable      = true
    rollback    = true
    alarm_names = ["rollback"]
  }
}
resource "aws_codedeploy_deployment_group" "d" {
  app_name              = "s"
  deployment_group_name = "s"
  service_role_arn      = "arn:aws:iam::123456789012:role/deploy"
  alarm_configuration {
    enabled = true
    alarms  = [for a in [aws_cloudwatch_metric_alarm.deploy] : a.alarm_name]
  }
}
resource "aws_fis_experiment_template" "e" {
  description = "a zone is lost"
  role_arn    = "arn:aws:iam::123456789012:role/experiment"
  stop_condition {
    source = "aws:cloudwatch:alarm"
    value  = aws_cloudwatch_metric_alarm.experiment.arn
  }
  action {
    name      = "wait"
    action_id = "aws:fis:wait"
    parameter {
      key   = "duration"
      value = "PT1M"
    }
  }
}
resource "aws_appconfig_environment" "c" {
  name           = "c"
  application_id = "abcdefg"
  monitor {
    alarm_arn = aws_cloudwatch_metric_alarm.configuration.arn
  }
}
resource "aws_sagemaker_endpoint" "m" {
  name                 = "m"
  endpoint_config_name = "m"
  deployment_config {
    auto_rollback_configuration {
      alarms {
        alarm_name = aws_cloudwatch_metric_alarm.endpoint.alarm_name
      }
    }
    blue_green_update_policy {
      traffic_routing_configuration {
        type                     = "ALL_AT_ONCE"
        wait_interval_in_seconds = 300
      }
    }
  }
}
resource "aws_cloudformation_stack" "p" {
  name = "p"
  template_body = jsonencode({
    Resources = {
      P = {
        Type       = "AWS::SSM::Parameter"
        Properties = { Type = "String", Value = aws_cloudwatch_metric_alarm.pipeline.arn }
      }
    }
  })
}
