//! Where flows are declared, only connections that are needed are open.
//!
//! ## Why
//!
//! A rule that nothing needs only helps an attacker. As soon as the policy file declares
//! connections (`[[flow]]`), paytf knows all that the stack needs: what it derives from the plan,
//! and what is declared. A security group rule or network ACL entry that no such connection uses is
//! not needed, and one for more ports, ranges or groups than are used is too broad: the finding
//! says what would be enough. A rule for a range is broader than one for a security group, if
//! everything that uses it is in security groups.
//!
//! Without declared connections the rule says nothing, since no plan shows everything that a
//! program calls. Nor does it say anything while a connection is blocked or unknown (`reach-needed`
//! does), or about port 443 while only the AWS services that are called are not known. Entries for
//! responses, to ephemeral ports, are needed if any response uses them, however broad they are.
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
//! Remove the rule, or make it as narrow as the finding says; if something needs it after all,
//! declare the connection in the policy file.
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
    // The path of a blocked flow is not known, so nothing can be called unneeded until it is open.
    let is_read = reach.unread.iter().all(|unread| unread.port.is_some());
    if !is_read || reach.flows.iter().any(|flow| flow.verdict() != Verdict::Open) {
        return;
    }
    for (place, used) in Uses::of(&reach).all() {
        match used {
            Use::All => check.pass(&place),
            Use::None => check
                .fail(&place, "no flow that the plan shows or the policy file declares needs it"),
            Use::Less(enough) => {
                check.fail(&place, format_args!("is for more than is needed: {enough} would do"))
            }
        }
    }
}
