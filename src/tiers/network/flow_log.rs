//! The record of all traffic in the VPC (ALL-6).

use super::Inputs;
use crate::aws::{AwsCloudwatchLogGroup, AwsFlowLog, AwsVpc};
use crate::naming::Kind;
use crate::tiers::{name, name_of, tags};
use terraform::block;
use terraform::tf::{DeclareError, Handle, Module};

/// The shorter of the two intervals AWS offers; the other is 600.
/// Source: EC2 `CreateFlowLogs`, `MaxAggregationInterval`.
const AGGREGATION_SECONDS: u16 = 60;

/// Logs every flow, accepted and rejected, encrypted with the key for logs.
pub fn declare(
    module: &mut Module,
    vpc: &Handle<AwsVpc>,
    var: &Inputs,
) -> Result<Handle<AwsCloudwatchLogGroup>, DeclareError> {
    let group_name = name_of(Kind::LogGroup, "vpc-flow");
    let log_group = module.resource(
        "flow",
        block!(AwsCloudwatchLogGroup {
            name: &group_name,
            kms_key_id: &var.logs_key_arn,
            retention_in_days: &var.log_retention_days,
            tags: tags(group_name),
        }),
    )?;
    module.resource(
        "main",
        block!(AwsFlowLog {
            vpc_id: vpc.id(),
            traffic_type: "ALL",
            max_aggregation_interval: AGGREGATION_SECONDS,
            log_destination_type: "cloud-watch-logs",
            log_destination: log_group.arn(),
            iam_role_arn: &var.flow_log_role_arn,
            tags: tags(name(Kind::FlowLog)),
        }),
    )?;
    Ok(log_group)
}
