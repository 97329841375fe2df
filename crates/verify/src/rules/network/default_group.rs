//! The default security group of a VPC lets nothing through.
//!
//! ## Why
//!
//! Whatever is started without a security group gets the default one. As AWS creates it, all its
//! members can reach each other on every port.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_default_security_group" "main" {
//!   vpc_id = aws_vpc.main.id
//!
//!   ingress {
//!     protocol  = "-1"
//!     self      = true
//!     from_port = 0
//!     to_port   = 0
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Manage the group with `aws_default_security_group`, without a rule.
//!
//! ```hcl
//! resource "aws_default_security_group" "main" {
//!   vpc_id = aws_vpc.main.id
//! }
//! ```
//!
//! ## Source
//!
//! - [Default security groups for your VPCs](https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html)
//! - [Security Hub control EC2.2](https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html)

use crate::Check;

rule! { Warning, AnyStack, ["NET-3"] }

fn check(check: &mut Check) {
    for group in check.all("aws_default_security_group") {
        for direction in ["ingress", "egress"] {
            let rules = group.at(direction);
            match rules.items().len() {
                0 if rules.value().is_unknown() => check.known_later(&rules),
                0 => check.pass(&rules),
                _ => check.fail(&rules, "what is given no group of its own gets these rules"),
            }
        }
    }
}
