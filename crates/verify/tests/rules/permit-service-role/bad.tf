resource "aws_iam_role" "flow_logs" {
  name = "flow_logs"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "vpc-flow-logs.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "flow_logs" {
  name = "flow_logs"
  role = aws_iam_role.flow_logs.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["logs:CreateLogStream"], Resource = "arn:aws:logs:*:*:log-group:flow-logs:*" }]
  })
}

resource "aws_cloudwatch_log_group" "flow_logs" {
  name = "flow-logs"
}

resource "aws_flow_log" "main" {
  vpc_id          = "vpc-0123456789abcdef0"
  traffic_type    = "ALL"
  iam_role_arn    = aws_iam_role.flow_logs.arn
  log_destination = aws_cloudwatch_log_group.flow_logs.arn
}

# A schedule that runs a task, and gives it a role.
resource "aws_iam_role" "task" {
  name = "task"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}

resource "aws_ecs_task_definition" "report" {
  family                = "report"
  task_role_arn         = aws_iam_role.task.arn
  container_definitions = jsonencode([{ name = "report", image = "report", memory = 128 }])
}

resource "aws_iam_role" "schedule" {
  name = "schedule"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "scheduler.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "schedule" {
  name = "schedule"
  role = aws_iam_role.schedule.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "ecs:RunTask", Resource = "arn:aws:ecs:*:*:task-definition/report:*" },
      {
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = "arn:aws:iam::*:role/task"
        Condition = { StringEquals = { "iam:PassedToService" = "ecs.amazonaws.com" } }
      },
    ]
  })
}

resource "aws_scheduler_schedule" "report" {
  name                = "report"
  schedule_expression = "rate(1 day)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:ecs:eu-west-1:123456789012:cluster/main"
    role_arn = aws_iam_role.schedule.arn

    ecs_parameters {
      task_definition_arn = aws_ecs_task_definition.report.arn
    }
  }
}

# An experiment.
resource "aws_iam_role" "experiment" {
  name = "experiment"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "fis.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "experiment" {
  name = "experiment"
  role = aws_iam_role.experiment.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "ecs:DescribeTasks", Resource = "*" }]
  })
}

resource "aws_fis_experiment_template" "stop" {
  description = "stop"
  role_arn    = aws_iam_role.experiment.arn

  action {
    name      = "stop"
    action_id = "aws:ecs:stop-task"

    target {
      key   = "Tasks"
      value = "tasks"
    }
  }

  target {
    name           = "tasks"
    resource_type  = "aws:ecs:task"
    selection_mode = "ALL"
    resource_arns  = ["arn:aws:ecs:eu-west-1:123456789012:task/main/0123456789abcdef0"]
  }

  stop_condition {
    source = "none"
  }
}
