//! The rules of a security group are either in it or beside it, not both.
//!
//! ## Why
//!
//! Rules within `aws_security_group` are the complete list: each apply removes the rules that
//! separate resources have added, and the next apply adds them again. In between, the stack is cut
//! off. The two kinds of resources overwrite each other in the same way.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_security_group" "app" {
//!   ingress {
//!     from_port   = 443
//!     to_port     = 443
//!     protocol    = "tcp"
//!     cidr_blocks = ["10.0.0.0/16"]
//!   }
//! }
//!
//! resource "aws_vpc_security_group_ingress_rule" "metrics" {
//!   security_group_id = aws_security_group.app.id
//!   cidr_ipv4         = "10.0.0.0/16"
//!   ip_protocol       = "tcp"
//!   from_port         = 9090
//!   to_port           = 9090
//! }
//! ```
//!
//! ## Fix
//!
//! Write every rule as `aws_vpc_security_group_ingress_rule` or
//! `aws_vpc_security_group_egress_rule`, and none within the group.
//!
//! ```hcl
//! resource "aws_vpc_security_group_ingress_rule" "https" {
//!   security_group_id = aws_security_group.app.id
//!   cidr_ipv4         = "10.0.0.0/16"
//!   ip_protocol       = "tcp"
//!   from_port         = 443
//!   to_port           = 443
//! }
//! ```
//!
//! ## Source
//!
//! - [aws_security_group: avoid using inline rules together with rule resources](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group)

use crate::aws::network::{GROUPS, RULES, is_inline};
use crate::{Check, Resource};

rule! { Error, AnyStack, ["NET-3", "ALL-7"] }

const OLD: &str = "aws_security_group_rule";

fn check(check: &mut Check) {
    for group in check.all_of(&GROUPS) {
        let rules = |kind: &str| group.inventory().referrers(group, kind, "security_group_id");
        let separate: Vec<_> = RULES.iter().flat_map(|kind| rules(kind)).collect();
        for direction in
            ["ingress", "egress"].into_iter().filter(|direction| is_inline(group, direction))
        {
            let place = group.at(direction);
            match separate.iter().find(|rule| is_for(**rule, direction)) {
                Some(_) if place.is_ignored() == Some(true) => check.pass(&place),
                Some(rule) if place.is_ignored() == Some(false) => {
                    check.fail(
                        &place,
                        format_args!(
                            "each apply removes {}, which is not among these",
                            rule.address()
                        ),
                    );
                }
                Some(rule) => {
                    let removed =
                        format!("each apply removes {}, which is not among these", rule.address());
                    check.unknown(
                        &place,
                        format!(
                            "{removed}, unless `ignore_changes`, which a plan does not show, \
                             leaves it alone"
                        ),
                    );
                }
                None => check.pass(&place),
            }
        }
        match (rules(OLD).first(), separate.iter().find(|rule| rule.kind() != OLD)) {
            (Some(old), Some(new)) => {
                let reason = format_args!(
                    "{} and {} are two notations, which overwrite each other",
                    old.address(),
                    new.address()
                );
                check.fail(&group.root(), reason);
            }
            _ => check.pass(&group.root()),
        }
    }
}

fn is_for(rule: Resource, direction: &str) -> bool {
    rule.kind().contains(direction) || rule.at("type").string().known() == Some(direction)
}
