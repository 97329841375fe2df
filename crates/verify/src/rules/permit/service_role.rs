//! A role allows what the service that it is given to needs, and what the policy file declares.
//!
//! ## Why
//!
//! Flow logs, enhanced monitoring, schedules and rules act with a role of the stack. If the role
//! lacks a permission, nothing is written or started, and nobody is notified. No plan shows what a
//! program does beyond its configuration: declare that with `[[call]]` in the policy file.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_flow_log" "main" {
//!   iam_role_arn    = aws_iam_role.flow_logs.arn # may not call logs:PutLogEvents
//!   log_destination = aws_cloudwatch_log_group.flow_logs.arn
//!   traffic_type    = "ALL"
//!   vpc_id          = aws_vpc.main.id
//! }
//! ```
//!
//! ## Fix
//!
//! Allow the role the calls that the finding names.
//!
//! ```hcl
//! resource "aws_iam_role_policy" "flow_logs" {
//!   role   = aws_iam_role.flow_logs.name
//!   policy = jsonencode({ Statement = [{
//!     Effect   = "Allow"
//!     Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
//!     Resource = "${aws_cloudwatch_log_group.flow_logs.arn}:*"
//!   }] })
//! }
//! ```
//!
//! ## Source
//!
//! - [IAM role for publishing flow logs to CloudWatch Logs](https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html)
//! - [Setting up Amazon EventBridge Scheduler](https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html)

use crate::Check;
use crate::permit::Subject;

rule! { Error, AnyStack, ["IAM-1", "ALL-8"] }

fn check(check: &mut Check) {
    check.expect_allowed(Subject::ServiceRole);
    check.expect_allowed(Subject::Declared);
}
