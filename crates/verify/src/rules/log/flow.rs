//! Every VPC logs its flows, the refused ones too.
//!
//! ## Why
//!
//! Flow logs are the only record of who talked to whom, and of what security groups and network
//! ACLs refused. A log of accepted traffic alone leaves out what an intruder tries.
//!
//! A flow log of the VPC is enough, or one for each of its subnets.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_vpc" "main" {
//!   cidr_block = "10.0.0.0/16"
//! }
//! ```
//!
//! ## Fix
//!
//! Add an `aws_flow_log` of the VPC with `traffic_type = "ALL"`.
//!
//! ```hcl
//! resource "aws_flow_log" "main" {
//!   vpc_id          = aws_vpc.main.id
//!   traffic_type    = "ALL"
//!   log_destination = aws_cloudwatch_log_group.flow.arn
//!   iam_role_arn    = aws_iam_role.flow.arn
//! }
//! ```
//!
//! ## Source
//!
//! - [Logging IP traffic using VPC Flow Logs](https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html)
//! - [Resource: aws_flow_log](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/flow_log)

use crate::Check;
use crate::planned::Planned::{Known, Unknown};
use crate::resource::Resource;

rule! { Warning, AnyStack, ["ALL-6", "NET-3"] }

fn check(check: &mut Check) {
    for vpc in check.all("aws_vpc") {
        let logs = check.inventory().proven_referrers(vpc, "aws_flow_log", "vpc_id");
        match logs.as_ref().map(|logs| logs.first()) {
            Ok(Some(log)) => traffic(check, *log),
            Ok(None) => subnets(check, vpc),
            Err(reason) => check.unknown(&vpc.root(), reason),
        }
    }
}

fn traffic<'a>(check: &mut Check<'a>, log: Resource<'a>) {
    let place = log.at("traffic_type");
    let has_refused = match place.string().or("ALL") {
        Unknown => Unknown,
        kind => Known(kind != Known("ACCEPT")),
    };
    check.expect(
        &place,
        has_refused,
        "what is refused is not logged, which is what an intruder tries",
    );
}

/// Each subnet may have a log of its own instead.
fn subnets<'a>(check: &mut Check<'a>, vpc: Resource<'a>) {
    let inventory = check.inventory();
    let subnets = inventory.referrers(vpc, "aws_subnet", "vpc_id");
    let unlogged =
        |subnet: &&Resource| inventory.referrers(**subnet, "aws_flow_log", "subnet_id").is_empty();
    match subnets.iter().find(unlogged) {
        None if !subnets.is_empty() => check.pass(&vpc.root()),
        _ => check.fail(&vpc.root(), "no flow log says who connected to whom"),
    }
}
