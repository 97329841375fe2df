//! The default security group, network ACL and route table of each VPC are taken over, empty.
//!
//! ## Why
//!
//! AWS creates all three with every VPC, and lets everything through them. If Terraform manages
//! them and leaves them empty, whatever the configuration forgets is cut off instead of open. This
//! is a convention of paytf.
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
//! Add `aws_default_security_group`, `aws_default_network_acl` and `aws_default_route_table`
//! without rules.
//!
//! ```hcl
//! resource "aws_default_security_group" "main" {
//!   vpc_id = aws_vpc.main.id
//! }
//!
//! resource "aws_default_network_acl" "main" {
//!   default_network_acl_id = aws_vpc.main.default_network_acl_id
//! }
//!
//! resource "aws_default_route_table" "main" {
//!   default_route_table_id = aws_vpc.main.default_route_table_id
//!   route                  = []
//! }
//! ```
//!
//! ## Source
//!
//! - [aws_default_network_acl: adopted, its entries removed](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/default_network_acl)
//! - [Default network ACL for a VPC](https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html)

use crate::Check;

rule! { Warning, Paytf, ["NET-3"] }

/// What AWS makes with each VPC, and how it is taken over.
const DEFAULTS: [(&str, &str, &str); 3] = [
    ("aws_default_security_group", "vpc_id", "security group"),
    ("aws_default_network_acl", "default_network_acl_id", "network ACL"),
    ("aws_default_route_table", "default_route_table_id", "route table"),
];

fn check(check: &mut Check) {
    for vpc in check.all("aws_vpc") {
        for (kind, argument, what) in DEFAULTS {
            match check.inventory().referrers(vpc, kind, argument).first() {
                Some(adopted) => check.pass(&adopted.root()),
                None => check
                    .fail(&vpc.root(), format_args!("its default {what} is left as AWS made it")),
            }
        }
    }
    for acl in check.all("aws_default_network_acl") {
        for direction in ["ingress", "egress"] {
            let entries = acl.at(direction);
            match entries.items().len() {
                0 => check.pass(&entries),
                _ => check.fail(&entries, "a subnet without an ACL of its own gets these entries"),
            }
        }
    }
}
