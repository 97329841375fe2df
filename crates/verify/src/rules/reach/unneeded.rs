//! Where flows are declared, only connections that are needed are open.
//!
//! ## Why
//!
//! A rule that nothing needs is there for whoever breaks in. As soon as the policy file declares flows (`[[flow]]`), all that the
//! stack needs is known: what is derived from the plan, and what is declared. A rule of a security group and an entry of a network ACL
//! through which no such flow leads is of no use, and one for more ports, ranges or groups than are used is wider than it has to be: the
//! finding says the least that would do. A rule for a range is wider than one for a group, where all who use it are members of groups.
//!
//! Without declared flows nothing is said: no plan shows all that a program calls. Nor is anything said while a flow is blocked or not
//! known, which `reach-needed` says; where no more is open than which AWS services are called, nothing is said of what lets port 443
//! through. Entries for answers, to ephemeral ports, are
//! judged by whether anything is answered through them, not by their width.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_vpc_security_group_ingress_rule" "database" {
//!   security_group_id            = aws_security_group.database.id
//!   referenced_security_group_id = aws_security_group.application.id
//!   ip_protocol                  = "tcp"
//!   from_port                    = 0 # only 5432 is used
//!   to_port                      = 65535
//! }
//! ```
//!
//! ## Fix
//!
//! Remove the rule, or make it as narrow as the finding says; declare the flow in the policy file if something needs it after all.
//!
//! ```hcl
//! resource "aws_vpc_security_group_ingress_rule" "database" {
//!   security_group_id            = aws_security_group.database.id
//!   referenced_security_group_id = aws_security_group.application.id
//!   ip_protocol                  = "tcp"
//!   from_port                    = 5432
//!   to_port                      = 5432
//! }
//! ```
//!
//! ## Source
//!
//! - [AWS Well-Architected, SEC05-BP02: Control traffic flow within your network layers](https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_layered.html)

use crate::Check;
use crate::reach::{Use, Uses, Verdict};

rule! { Warning, AnyStack, ["NET-3"] }

fn check(check: &mut Check) {
    if check.inventory().declared().flows.is_empty() {
        return;
    }
    let reach = check.reach();
    // Where a flow is blocked, it is not known what it would lead through: first that is put right.
    let is_read = reach.unread.iter().all(|unread| unread.port.is_some());
    if !is_read || reach.flows.iter().any(|flow| flow.verdict() != Verdict::Open) {
        return;
    }
    for (place, used) in Uses::of(&reach).all() {
        match used {
            Use::All => check.pass(&place),
            Use::None => check.fail(&place, "no flow that the plan shows or the policy file declares needs it"),
            Use::Less(enough) => check.fail(&place, format_args!("is for more than is needed: {enough} would do")),
        }
    }
}
