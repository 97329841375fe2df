//! The validation function and its dead letters (FN-1). Nothing here reads a stream, so there is no
//! iterator age; the age of asynchronous requests takes its place.
//!
//! Sources of the metrics: AWS Lambda Developer Guide, "Types of metrics for Lambda functions";
//! Amazon SQS Developer Guide, "Available CloudWatch metrics for Amazon SQS".

use super::Inputs;
use super::metric::{Metric, Series};
use super::watch::{Section, Watch};

/// Milliseconds an asynchronous request may wait; it is given up after five minutes.
const EVENT_AGE_MILLISECONDS: u32 = 60_000;
/// Seconds that a dead letter may stay: a day.
const DEAD_LETTER_AGE_SECONDS: u32 = 24 * 60 * 60;

pub(super) fn watches(var: &Inputs) -> Vec<Watch> {
    let count = |name| Series::from(function(var, name, "Sum"));
    let letters = |name| Series::from(dead_letters(var, name));
    let validation = |page, title, alarm| Watch::new(Section::Validation, page, title, [alarm]);
    let duration =
        Series::from(function(var, "Duration", "p99")).at_least(&var.validation_duration_ceiling);
    let age =
        Series::from(function(var, "AsyncEventAge", "Maximum")).at_least(EVENT_AGE_MILLISECONDS);
    vec![
        validation(
            "validation-errors",
            "Errors",
            count("Errors").at_least(1).page("validation-errors"),
        )
        .beside([function(var, "Invocations", "Sum")]),
        validation(
            "validation-throttles",
            "Throttles",
            count("Throttles").at_least(1).page("validation-throttles"),
        ),
        validation(
            "validation-duration",
            "Duration, 99th percentile",
            duration.ticket("validation-duration"),
        ),
        validation(
            "validation-event-age",
            "Age of asynchronous requests",
            age.ticket("validation-event-age"),
        ),
        validation(
            "validation-dead-letters",
            "Dead letters",
            letters("ApproximateNumberOfMessagesVisible")
                .at_least(1)
                .lasting(1, 1)
                .ticket("validation-dead-letters"),
        ),
        validation(
            "validation-dead-letter-age",
            "Age of the oldest dead letter",
            letters("ApproximateAgeOfOldestMessage")
                .at_least(DEAD_LETTER_AGE_SECONDS)
                .ticket("validation-dead-letter-age"),
        ),
        validation(
            "validation-dead-letter-errors",
            "Dead letters that were lost",
            count("DeadLetterErrors")
                .at_least(1)
                .lasting(1, 1)
                .page("validation-dead-letter-errors"),
        ),
    ]
}

fn function(var: &Inputs, name: &'static str, statistic: &'static str) -> Metric {
    let dimensions = vec![("FunctionName", var.validation_function_name.clone())];
    Metric { namespace: "AWS/Lambda", name, dimensions, statistic }
}

fn dead_letters(var: &Inputs, name: &'static str) -> Metric {
    let dimensions = vec![("QueueName", var.validation_dead_letter_queue_name.clone())];
    Metric { namespace: "AWS/SQS", name, dimensions, statistic: "Maximum" }
}
