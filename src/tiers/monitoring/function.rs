//! Alarms of the validation function and its dead-letter queue (FN-1).
//!
//! Sources of the metrics: AWS Lambda Developer Guide, "Types of metrics for Lambda functions"; Amazon SQS Developer
//! Guide, "Available CloudWatch metrics for Amazon SQS".

use super::Inputs;
use super::alarm::{Alarm, Comparison, Metric, MissingData, Series, Severity, Window};

pub(super) fn alarms(var: &Inputs) -> Vec<Alarm> {
    vec![errors(var), throttles(var), dead_letters(var)]
}

fn errors(var: &Inputs) -> Alarm {
    Alarm {
        purpose: "validation-errors".to_owned(),
        severity: Severity::Page,
        series: Series::Metric(function(var, "Errors")),
        comparison: Comparison::AtLeast,
        threshold: 1.into(),
        window: Window { wrong: 3, of: 5 },
        missing_data: MissingData::NotBreaching,
        meaning: "The validation function fails again and again: payments cannot be validated. A rejected payment is \
                  an answer, not an error.",
        first_step: "read the function's log for the error or the timeout.",
    }
}

fn throttles(var: &Inputs) -> Alarm {
    Alarm {
        purpose: "validation-throttles".to_owned(),
        severity: Severity::Page,
        series: Series::Metric(function(var, "Throttles")),
        comparison: Comparison::AtLeast,
        threshold: 1.into(),
        window: Window { wrong: 3, of: 5 },
        missing_data: MissingData::NotBreaching,
        meaning: "AWS refuses invocations of the validation function: the account's Lambda concurrency is used up.",
        first_step: "find which function uses the concurrency, and ask for a higher quota.",
    }
}

fn dead_letters(var: &Inputs) -> Alarm {
    let metric = Metric {
        namespace: "AWS/SQS",
        name: "ApproximateNumberOfMessagesVisible",
        dimensions: vec![("QueueName", var.validation_dead_letter_queue_name.clone())],
        statistic: "Maximum",
    };
    Alarm {
        purpose: "validation-dead-letters".to_owned(),
        severity: Severity::Ticket,
        series: Series::Metric(metric),
        comparison: Comparison::AtLeast,
        threshold: 1.into(),
        window: Window { wrong: 1, of: 1 },
        missing_data: MissingData::NotBreaching,
        meaning: "A validation request failed for good and waits in the dead-letter queue.",
        first_step: "read the message, mend the cause, then validate it again.",
    }
}

fn function(var: &Inputs, name: &'static str) -> Metric {
    let dimensions = vec![("FunctionName", var.validation_function_name.clone())];
    Metric { namespace: "AWS/Lambda", name, dimensions, statistic: "Sum" }
}
