//! Topics deliver over HTTPS, never over HTTP.
//!
//! ## Why
//!
//! A subscription with the protocol `http` sends every message unencrypted over the internet, and
//! trusts whoever answers.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_sns_topic_subscription" "on_call" {
//!   topic_arn = aws_sns_topic.page.arn
//!   protocol  = "http"
//!   endpoint  = "http://on-call.example.com/sns"
//! }
//! ```
//!
//! ## Fix
//!
//! Use the protocol `https` and an endpoint with a certificate.
//!
//! ```hcl
//! resource "aws_sns_topic_subscription" "on_call" {
//!   topic_arn = aws_sns_topic.page.arn
//!   protocol  = "https"
//!   endpoint  = "https://on-call.example.com/sns"
//! }
//! ```
//!
//! ## Source
//!
//! - [Security best practices for Amazon SNS: enforce encryption of data in transit](https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html)

use crate::Check;
use crate::planned::Planned::{Known, Unknown};

rule! { Error, AnyStack, ["ALL-4", "MON-4"] }

fn check(check: &mut Check) {
    for subscription in check.all("aws_sns_topic_subscription") {
        let protocol = subscription.at("protocol");
        let is_safe = match protocol.string() {
            Unknown => Unknown,
            protocol => Known(protocol != Known("http")),
        };
        check.expect(&protocol, is_safe, "messages are sent unencrypted");
    }
}
