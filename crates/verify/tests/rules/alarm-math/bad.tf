resource "aws_cloudwatch_metric_alarm" "unknown_id" {
  alarm_name          = "unknown-id"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 5
  threshold           = 1

  metric_query {
    id          = "rate"
    expression  = "100 * failures / requests"
    return_data = true
  }

  metric_query {
    id = "errors"

    metric {
      namespace   = "AWS/Lambda"
      metric_name = "Errors"
      stat        = "Sum"
      period      = 60
    }
  }

  metric_query {
    id = "requests"

    metric {
      namespace   = "AWS/Lambda"
      metric_name = "Invocations"
      stat        = "Sum"
      period      = 60
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "no_result" {
  alarm_name          = "no-result"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 5
  threshold           = 1

  metric_query {
    id         = "rate"
    expression = "100 * errors"
  }

  metric_query {
    id = "errors"

    metric {
      namespace   = "AWS/Lambda"
      metric_name = "Errors"
      stat        = "Sum"
      period      = 60
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "two_results" {
  alarm_name          = "two-results"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 5
  threshold           = 1

  metric_query {
    id          = "rate"
    expression  = "100 * errors"
    return_data = true
  }

  metric_query {
    id          = "errors"
    return_data = true

    metric {
      namespace   = "AWS/Lambda"
      metric_name = "Errors"
      stat        = "Sum"
      period      = 60
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "search" {
  alarm_name          = "search"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 5
  threshold           = 1

  metric_query {
    id          = "all"
    expression  = "SUM(SEARCH('{AWS/Lambda,FunctionName} Errors', 'Sum', 60))"
    return_data = true
  }
}
