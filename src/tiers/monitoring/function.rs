//! The validation function and its dead letters (FN-1). Nothing here reads a stream, so there is no iterator age; the age
//! of asynchronous requests takes its place.
//!
//! Sources of the metrics: AWS Lambda Developer Guide, "Types of metrics for Lambda functions"; Amazon SQS Developer
//! Guide, "Available CloudWatch metrics for Amazon SQS".

use super::Inputs;
use super::commands::FUNCTION_ERRORS;
use super::metric::{Metric, Series};
use super::watch::{Runbook, Section, Watch};

/// Milliseconds an asynchronous request may wait; it is given up after five minutes.
const EVENT_AGE_MILLISECONDS: u32 = 60_000;
/// Seconds a dead letter may lie: a day.
const DEAD_LETTER_AGE_SECONDS: u32 = 24 * 60 * 60;

pub(super) fn watches(var: &Inputs) -> Vec<Watch> {
    let count = |name| Series::from(function(var, name, "Sum"));
    let letters = |name| Series::from(dead_letters(var, name));
    let validation = |page, title, alarm, runbook| Watch::new(Section::Validation, page, title, [alarm], runbook);
    let duration = Series::from(function(var, "Duration", "p99")).at_least(&var.validation_duration_ceiling);
    let age = Series::from(function(var, "AsyncEventAge", "Maximum")).at_least(EVENT_AGE_MILLISECONDS);
    vec![
        validation("validation-errors", "Errors", count("Errors").at_least(1).page("validation-errors"), ERRORS)
            .beside([function(var, "Invocations", "Sum")]),
        validation(
            "validation-throttles",
            "Throttles",
            count("Throttles").at_least(1).page("validation-throttles"),
            THROTTLES,
        ),
        validation(
            "validation-duration",
            "Duration, 99th percentile",
            duration.ticket("validation-duration"),
            DURATION,
        ),
        validation(
            "validation-event-age",
            "Age of asynchronous requests",
            age.ticket("validation-event-age"),
            EVENT_AGE,
        ),
        validation(
            "validation-dead-letters",
            "Dead letters",
            letters("ApproximateNumberOfMessagesVisible").at_least(1).lasting(1, 1).ticket("validation-dead-letters"),
            DEAD_LETTERS,
        ),
        validation(
            "validation-dead-letter-age",
            "Age of the oldest dead letter",
            letters("ApproximateAgeOfOldestMessage")
                .at_least(DEAD_LETTER_AGE_SECONDS)
                .ticket("validation-dead-letter-age"),
            DEAD_LETTER_AGE,
        ),
        validation(
            "validation-dead-letter-errors",
            "Dead letters that were lost",
            count("DeadLetterErrors").at_least(1).lasting(1, 1).page("validation-dead-letter-errors"),
            DEAD_LETTER_ERRORS,
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

const CONCURRENCY: &str = "aws lambda get-account-settings --region us-east-1 --query AccountLimit";
const CONFIGURATION: &str = "aws lambda get-function-configuration --region us-east-1 --function-name {{ function }} \
         --query '[State,LastUpdateStatus,Timeout,MemorySize,LastModified]'";
const QUEUE: &str = "aws sqs receive-message --region us-east-1 --visibility-timeout 0 \
         --max-number-of-messages 10 --message-attribute-names All --queue-url \"$(aws sqs \
         get-queue-url --region us-east-1 --queue-name {{ dead_letter_queue }} --query QueueUrl \
         --output text)\"";

const ERRORS: Runbook = Runbook {
    meaning: "The validation function fails again and again: payments cannot be validated. A rejected \
         payment is an answer, not an error.",
    first_look: &[FUNCTION_ERRORS, CONFIGURATION],
    causes: &[
        "A new package that fails.",
        "It runs into its timeout: CPU follows memory.",
        "Its key or its network interfaces are not usable.",
    ],
    steps: &[
        "Failing since a deployment: point the alias back to the version before, `aws lambda \
         update-alias --name live`.",
        "Timeouts: follow validation-duration.",
        "State Inactive or Failed: read StateReason with `aws lambda get-function`.",
    ],
    escalate: "Payments are refused for 10 minutes: call the owner of the payment service.",
};

const THROTTLES: Runbook = Runbook {
    meaning: "AWS refuses invocations of the validation function: the account's Lambda concurrency is \
         used up.",
    first_look: &[
        CONCURRENCY,
        "aws cloudwatch get-metric-statistics --region us-east-1 --namespace AWS/Lambda \
         --metric-name ConcurrentExecutions --statistics Maximum --period 60 --start-time \"$(date \
         -u -d '-30 min' +%FT%TZ)\" --end-time \"$(date -u +%FT%TZ)\"",
    ],
    causes: &[
        "Another function of the account takes the concurrency.",
        "The account still has the quota of a new one, 10.",
        "Validation has become slow, so that more run at once.",
    ],
    steps: &[
        "Find the function that takes it and limit it with reserved concurrency.",
        "Ask for a higher quota: Service Quotas, Lambda, Concurrent executions.",
    ],
    escalate: "Quota not raised within the hour: AWS support, severity urgent.",
};

const DURATION: Runbook = Runbook {
    meaning: "One in a hundred validations takes 80 percent of the function's timeout: soon they will \
         be cut off.",
    first_look: &[CONFIGURATION, FUNCTION_ERRORS],
    causes: &["Cold starts after a deployment or a burst.", "Requests have grown.", "A new package is slower."],
    steps: &[
        "Once, after a deployment: nothing.",
        "Again and again: raise `validation.memory_mb`, or set \
         `validation.provisioned_concurrency`.",
        "A slower package: go back to the one before.",
    ],
    escalate: "Errors as well: treat it as validation-errors.",
};

const EVENT_AGE: Runbook = Runbook {
    meaning: "Asynchronous validation requests wait for more than a minute; after five they are given \
         up and become dead letters.",
    first_look: &[CONCURRENCY, FUNCTION_ERRORS],
    causes: &["Errors, so that requests are tried again.", "Throttling.", "A burst."],
    steps: &[
        "Errors or throttles are on: follow that alarm.",
        "A burst: wait; look at validation-dead-letters afterwards.",
    ],
    escalate: "It still grows after 15 minutes: call the owner of the payment service.",
};

const DEAD_LETTERS: Runbook = Runbook {
    meaning: "A validation request failed for good and waits in the dead-letter queue.",
    first_look: &[QUEUE, FUNCTION_ERRORS],
    causes: &[
        "A request that the function cannot read.",
        "The function failed three times: see the attribute ErrorMessage.",
        "Requests waited for longer than five minutes.",
    ],
    steps: &[
        "Read the message, mend the cause, then invoke the function with it again.",
        "Only then delete the message.",
    ],
    escalate: "Payments of many customers are among them: call the owner of the payment service.",
};

const DEAD_LETTER_AGE: Runbook = Runbook {
    meaning: "A dead letter has lain for a day without anyone dealing with it; SQS deletes it after \
         fourteen.",
    first_look: &[QUEUE],
    causes: &["The ticket of validation-dead-letters was overlooked.", "Its cause is not mended yet."],
    steps: &["Do what validation-dead-letters says, today.", "If it has to wait, keep a copy of the messages."],
    escalate: "After seven days: the owner of the payment service decides what becomes of them.",
};

const DEAD_LETTER_ERRORS: Runbook = Runbook {
    meaning: "Lambda could not write a failed request to the dead-letter queue: the request is lost but \
         for the log.",
    first_look: &[
        FUNCTION_ERRORS,
        "aws sqs get-queue-attributes --region us-east-1 --attribute-names All --queue-url \"$(aws \
         sqs get-queue-url --region us-east-1 --queue-name {{ dead_letter_queue }} --query \
         QueueUrl --output text)\"",
    ],
    causes: &[
        "The role of the function may no longer send to the queue or use its key.",
        "The queue or the key is gone.",
    ],
    steps: &[
        "`terraform plan` and apply: it puts policy, queue and key back.",
        "Find the lost requests in the tasks' log and validate them again.",
    ],
    escalate: "At once: call the owner of the payment service, since payments may be undecided.",
};
