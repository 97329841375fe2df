//! A queue or function that is subscribed to a topic lets SNS deliver.
//!
//! ## Why
//!
//! SNS writes to a queue only if the queue's policy lets it, and if the queue is encrypted, only if
//! SNS may use its key; it invokes a function only with a permission. Nothing fails in Terraform
//! when one of these is missing: SNS tries, counts a failed notification, and gives up.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_sns_topic_subscription" "queue" {
//!   topic_arn = aws_sns_topic.page.arn
//!   protocol  = "sqs"
//!   endpoint  = aws_sqs_queue.pages.arn
//! }
//! ```
//!
//! ## Fix
//!
//! Allow `sns.amazonaws.com` to send to the queue and to use its key, or to invoke the function.
//!
//! ```hcl
//! resource "aws_sqs_queue_policy" "pages" {
//!   queue_url = aws_sqs_queue.pages.url
//!   policy = jsonencode({
//!     Version = "2012-10-17"
//!     Statement = [{
//!       Effect    = "Allow"
//!       Principal = { Service = "sns.amazonaws.com" }
//!       Action    = "sqs:SendMessage"
//!       Resource  = aws_sqs_queue.pages.arn
//!       Condition = { ArnEquals = { "aws:SourceArn" = aws_sns_topic.page.arn } }
//!     }]
//!   })
//! }
//! ```
//!
//! ## Source
//!
//! - [Subscribing an Amazon SQS queue to an Amazon SNS topic](https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html)
//! - [Fanout to Lambda functions](https://docs.aws.amazon.com/sns/latest/dg/sns-lambda-as-subscriber.html)
//! - [Key management for SNS: compatibility with event sources and encrypted topics](https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html)

use super::topic_key::usable;
use crate::Check;
use crate::permit::Decision;
use crate::permit::sender::SNS;
use crate::planned::Planned::Known;
use crate::resource::Resource;

rule! { Error, AnyStack, ["MON-4"] }

const FUNCTIONS: [&str; 2] = ["aws_lambda_function", "aws_lambda_alias"];

fn check(check: &mut Check) {
    for subscription in check.all("aws_sns_topic_subscription") {
        let endpoint = subscription.at("endpoint");
        match subscription.at("protocol").string() {
            Known("sqs") => {
                let queues = endpoint.link("aws_sqs_queue");
                if let Some(queue) = queues.one().filter(|queue| !queue.is_data()) {
                    self::queue(check, subscription, queue);
                }
            }
            Known("lambda") => {
                let functions = endpoint.link_to(&FUNCTIONS);
                if let Some(function) = functions.one().filter(|function| !function.is_data()) {
                    self::function(check, subscription, function);
                }
            }
            _ => {}
        }
    }
}

fn queue<'a>(check: &mut Check<'a>, subscription: Resource<'a>, queue: Resource<'a>) {
    let topic = topic(subscription);
    let refused = format!("the policy of {} does not let SNS send", queue.address());
    may(check, subscription, "sqs:SendMessage", queue, &refused);
    usable(check, &queue.at("kms_master_key_id"), SNS, topic, subscription.address());
}

fn function<'a>(check: &mut Check<'a>, subscription: Resource<'a>, function: Resource<'a>) {
    let refused = format!("SNS may not invoke {}", function.address());
    may(check, subscription, "lambda:InvokeFunction", function, &refused);
}

fn may<'a>(
    check: &mut Check<'a>,
    subscription: Resource<'a>,
    action: &str,
    on: Resource<'a>,
    refused: &str,
) {
    let place = subscription.at("endpoint");
    match check.permissions().decide(SNS.caller(), &SNS.request(action, on, topic(subscription))) {
        Decision::Allowed(_) => check.pass(&place),
        Decision::Denied(statement) => {
            check.fail(&place, format!("{refused}: {statement} denies it"))
        }
        Decision::Missing(reason) => check.fail(&place, format!("{refused}: {reason}")),
        Decision::Unknown(reason) => {
            check.unknown(&place, format!("whether SNS may deliver to {}: {reason}", on.address()))
        }
    }
}

fn topic(subscription: Resource<'_>) -> Option<Resource<'_>> {
    subscription.at("topic_arn").link("aws_sns_topic").one()
}
