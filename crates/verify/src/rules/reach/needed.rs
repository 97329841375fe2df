//! Every connection that the stack needs is possible.
//!
//! ## Why
//!
//! A stack that survives every loss but takes no payments is worth nothing. The rule follows each
//! connection that the stack needs through the plan: through security groups, route tables and
//! network ACLs, in both directions, from every subnet to every other. What the stack
//! needs is derived from its resources: clients call listeners, load balancers call and check their
//! targets, tasks call the databases that their environment names and pull images, functions call
//! what their role allows. Declare what no plan shows in the policy file (`[[flow]]`). A finding
//! names the first element that stops a connection.
//!
//! If the plan does not show what something connects to, for example because the task definition is
//! not part of it, the answer is unknown, with the reason; it never passes.
//!
//! This proves what the plan allows, not that AWS does what its documentation says.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_security_group" "database" {
//!   ingress {
//!     description     = "From the application"
//!     from_port       = 5433 # the database listens on 5432
//!     to_port         = 5433
//!     protocol        = "tcp"
//!     security_groups = [aws_security_group.application.id]
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Let the connection through where the finding says that it stops. `paytf reach PLAN FROM TO PORT`
//! shows its path hop by hop.
//!
//! ```hcl
//! resource "aws_security_group" "database" {
//!   ingress {
//!     description     = "From the application"
//!     from_port       = 5432
//!     to_port         = 5432
//!     protocol        = "tcp"
//!     security_groups = [aws_security_group.application.id]
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Security group rules](https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html)
//! - [Network ACL rules and ephemeral ports](https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html)
//! - [Route priority](https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html)
//! - [Amazon ECR interface VPC endpoints](https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html)

use indexmap::IndexMap;

use crate::reach::{Block, End, Flow, Step, Verdict};
use crate::{AttributePath, Check, Resource};

rule! { Error, AnyStack, ["ALL-8", "NET-3"] }

/// What stops flows: what it is, and at which step.
type Cause<'a> = (Resource<'a>, Step);

fn check(check: &mut Check) {
    let reach = check.reach();
    let mut causes: IndexMap<Cause, Vec<(&Flow, &Block)>> = IndexMap::new();
    let mut doubts: IndexMap<String, Vec<&Flow>> = IndexMap::new();
    for flow in &reach.flows {
        match flow.verdict() {
            Verdict::Open => check.pass(&place(check, flow)),
            Verdict::Blocked => {
                for (_, block) in flow.blocked() {
                    causes
                        .entry((block.element.resource(), block.step))
                        .or_default()
                        .push((flow, block));
                }
            }
            Verdict::Unknown => {
                let reason = flow.reasons().next().unwrap_or_default().to_owned();
                doubts.entry(reason).or_default().push(flow);
            }
        }
    }
    for blocked in causes.values() {
        let [(flow, block), ..] = blocked[..] else { continue };
        let flows = blocked.iter().map(|(flow, _)| *flow);
        check.fail(
            &block.element,
            format_args!(
                "{}: {}",
                block.missing,
                message(flow, flows, "is blocked", "are blocked")
            ),
        );
    }
    for (reason, flows) in doubts {
        let Some(flow) = flows.first() else { continue };
        let message = message(flow, flows.iter().copied(), "is possible", "are possible");
        check.unknown(&place(check, flow), format_args!("whether {message}: {reason}"));
    }
    for unread in &reach.unread {
        check.unknown(&unread.place, format_args!("{}: {}", unread.what, unread.reason));
    }
}

/// The first of several flows, and how many others there are.
fn message<'f, 'a: 'f>(
    flow: &Flow<'a>,
    all: impl Iterator<Item = &'f Flow<'a>>,
    one: &str,
    several: &str,
) -> String {
    let mut others: Vec<_> =
        all.map(ToString::to_string).filter(|other| *other != flow.to_string()).collect();
    others.sort();
    others.dedup();
    let why = match &flow.declared_at {
        Some(place) => format!("{}, as {place} says", flow.why),
        None => flow.why.clone(),
    };
    match others.len() {
        0 => format!("{flow} ({why}) {one}"),
        1 => format!("{flow} ({why}) and {} {several}", others[0]),
        more => format!("{flow} ({why}) and {more} other flows {several}"),
    }
}

/// Where a flow is said to be needed; one that is declared is at its ends.
fn place<'a>(check: &Check<'a>, flow: &Flow<'a>) -> AttributePath<'a> {
    let of_end = |end: &End<'a>| match end {
        End::Resource(resource) => Some(resource.root()),
        _ => None,
    };
    let ends = || of_end(&flow.from).or_else(|| of_end(&flow.to));
    let any = || check.inventory().resources().next().map(Resource::root);
    let place = flow.by.clone().or_else(ends).or_else(any);
    // Without a resource there are no flows.
    place.unwrap_or_else(|| unreachable!("a flow is of an inventory that is not empty"))
}
