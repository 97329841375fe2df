use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-defaults-adopted",
    severity: Severity::Warning,
    applies: Applies::Paytf,
    requirements: &["NET-3"],
    page: include_str!("../../../docs/rules/network-defaults-adopted.md"),
    check,
};

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
                None => check.fail(&vpc.root(), format_args!("its default {what} is left as AWS made it")),
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
