//! The role of VPC flow logs.

use super::Inputs;
use super::role::{Role, trust};
use crate::policy::actions::logs;
use crate::policy::allow;
use terraform::text;

/// Writes flow logs to their log group, which exists already: without the right to create one.
/// Source: VPC User Guide, "IAM role for publishing flow logs to CloudWatch Logs", its source
/// conditions included.
pub fn flow_logs(var: &Inputs) -> Role {
    let flow_logs = text!("arn:aws:ec2:us-east-1:", &var.account_id, ":vpc-flow-log/*");
    let log_groups = text!("arn:aws:logs:us-east-1:", &var.account_id, ":log-group:*");
    let streams = text!(&var.flow_log_group_arn, ":*");
    Role {
        purpose: "flow-logs",
        output: "flow_log_role_arn",
        description: "VPC flow logs write to their log group.",
        trust: trust("vpc-flow-logs.amazonaws.com").from_account(&var.account_id).when(
            "ArnLike",
            "aws:SourceArn",
            [flow_logs],
        ),
        permissions: vec![
            allow(
                "WriteFlowLogs",
                [logs::CREATE_LOG_STREAM, logs::DESCRIBE_LOG_STREAMS, logs::PUT_LOG_EVENTS],
            )
            .on([streams]),
            allow("FindLogGroup", [logs::DESCRIBE_LOG_GROUPS]).on([log_groups]),
        ],
    }
}
