//! Nothing but a listener is reached from the internet.
//!
//! ## Why
//!
//! What the internet reaches is scanned within minutes. Load balancers are made for that; a
//! machine, a task or a database that has a public address, a route to an internet gateway, and a
//! security group and network ACL that let everyone in, can be reached too, whether anyone intended
//! it or not. The rule looks at each network interface in the plan, at every port that a rule
//! opens, over IPv4 and IPv6, TCP and UDP.
//!
//! A load balancer's port without a listener answers nobody; `reach-unneeded` says that its rule is
//! not needed. Declare what should be reachable without a load balancer in the policy file, as a
//! `[[flow]]` from `internet`.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_instance" "web" {
//!   subnet_id                   = aws_subnet.public.id
//!   associate_public_ip_address = true
//!   vpc_security_group_ids      = [aws_security_group.web.id] # lets 8080 in from 0.0.0.0/0
//! }
//! ```
//!
//! ## Fix
//!
//! Put it into a private subnet behind a load balancer, or let in only whom it is for.
//!
//! ```hcl
//! resource "aws_instance" "web" {
//!   subnet_id              = aws_subnet.private.id
//!   vpc_security_group_ids = [aws_security_group.web.id] # lets 8080 in from the load balancer's group
//! }
//! ```
//!
//! ## Source
//!
//! - [Enable internet access: a route, a public address, a security group and an ACL](https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html)
//! - [AWS Well-Architected, SEC05-BP01: Create network layers](https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_create_layers.html)

use crate::Check;
use crate::reach::{Exposure, exposures};

rule! { Error, AnyStack, ["NET-3", "ALL-8"] }

fn check(check: &mut Check) {
    let reach = check.reach();
    for (interface, exposure) in exposures(&reach) {
        let place = interface.resource.root();
        match exposure {
            Exposure::None => check.pass(&place),
            Exposure::Ports { by, what, from } => {
                let by = match by {
                    Some(rule) => format!(", let in by {}", rule.resource().address()),
                    None => String::new(),
                };
                check.fail(
                    &place,
                    format_args!("{from} reaches {} on {what}{by}", interface.name()),
                );
            }
            Exposure::Unknown(reason) => {
                check.unknown(
                    &place,
                    format_args!("whether the internet reaches {}: {reason}", interface.name()),
                );
            }
        }
    }
}
