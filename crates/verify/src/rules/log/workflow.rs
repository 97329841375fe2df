//! Every state machine logs its failures.
//!
//! ## Why
//!
//! An execution that failed can be looked at for 90 days in a standard workflow, and not at all in
//! an express one, whose history exists only in its log.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_sfn_state_machine" "probe" {
//!   name       = "probe"
//!   type       = "EXPRESS"
//!   role_arn   = aws_iam_role.probe.arn
//!   definition = jsonencode({ StartAt = "Probe", States = {} })
//! }
//! ```
//!
//! ## Fix
//!
//! Set `logging_configuration` with a level of at least `ERROR`.
//!
//! ```hcl
//! resource "aws_sfn_state_machine" "probe" {
//!   name       = "probe"
//!   type       = "EXPRESS"
//!   role_arn   = aws_iam_role.probe.arn
//!   definition = jsonencode({ StartAt = "Probe", States = {} })
//!
//!   logging_configuration {
//!     level           = "ERROR"
//!     log_destination = "${aws_cloudwatch_log_group.probe.arn}:*"
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Using CloudWatch Logs to log execution history in Step Functions](https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html)

use crate::Check;
use crate::planned::Planned::{Known, Unknown};

rule! { Warning, AnyStack, ["ALL-6", "DB-3"] }

fn check(check: &mut Check) {
    for workflow in check.all("aws_sfn_state_machine") {
        let level = workflow.at("logging_configuration.0.level");
        let is_logged = match level.string().or("OFF") {
            Unknown => Unknown,
            level => Known(level != Known("OFF")),
        };
        check.expect(&level, is_logged, "no log says why an execution failed");
    }
}
