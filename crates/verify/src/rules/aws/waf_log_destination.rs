//! What a web ACL logs to has a name that begins with aws-waf-logs-.
//!
//! ## Why
//!
//! AWS WAF delivers only to log groups, buckets and delivery streams whose name begins with
//! `aws-waf-logs-`: `WAFInvalidParameterException: The ARN isn't valid`. Terraform accepts any ARN.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_cloudwatch_log_group" "firewall" {
//!   name = "/waf/payments"
//! }
//! ```
//!
//! ## Fix
//!
//! Begin the name of the destination with `aws-waf-logs-`.
//!
//! ```hcl
//! resource "aws_cloudwatch_log_group" "firewall" {
//!   name = "aws-waf-logs-payments"
//! }
//! ```
//!
//! ## Source
//!
//! - [Enabling logging for a protection pack or web ACL](https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html)

use crate::Planned::Known;
use crate::{AttributePath, Check};

rule! { Error, AnyStack, ["ALL-7", "ALL-6"] }

/// Source: AWS WAF Developer Guide, "Logging destinations".
const PREFIX: &str = "aws-waf-logs-";
/// What can be a destination, and the argument that names it.
const DESTINATIONS: [(&str, &str); 3] = [
    ("aws_cloudwatch_log_group", "name"),
    ("aws_kinesis_firehose_delivery_stream", "name"),
    ("aws_s3_bucket", "bucket"),
];

fn check(check: &mut Check) {
    for logging in check.all("aws_wafv2_web_acl_logging_configuration") {
        let destinations = logging.at("log_destination_configs");
        let links = destinations.links_to(&DESTINATIONS.map(|(kind, _)| kind));
        for destination in links.resources() {
            let argument = DESTINATIONS
                .iter()
                .find(|(kind, _)| *kind == destination.kind())
                .map_or("", |(_, name)| name);
            check_destination(check, &destination.at(argument), &destinations);
        }
        for arn in &links.elsewhere {
            let name = arn.trim_end_matches(":*").rsplit([':', '/']).next().unwrap_or_default();
            check.judge(&destinations, Known(name), check_name);
        }
    }
}

fn check_destination<'a>(
    check: &mut Check<'a>,
    name: &AttributePath<'a>,
    destinations: &AttributePath<'a>,
) {
    // A name that the provider completes begins with the prefix.
    let prefix = name.resource().at(&format!("{}_prefix", name.path()));
    let beginning = if name.string().known().is_some() { name.string() } else { prefix.string() };
    if beginning.is_set() {
        check.judge(name, beginning, check_name);
    } else {
        check.unknown(
            destinations,
            format!("the name of {} is known only after the apply", name.resource().address()),
        );
    }
}

fn check_name(name: &str) -> Option<String> {
    (!name.starts_with(PREFIX))
        .then(|| format!("{name} does not begin with {PREFIX}, so that WAF does not log to it"))
}
