use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-endpoint-dns",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["NET-1", "ALL-7"],
    page: include_str!("../../../docs/rules/network-endpoint-dns.md"),
    check,
};

/// What the VPC must have on for private names, and what the provider sends where it is left out.
const NEEDED: [(&str, bool); 2] = [("enable_dns_support", true), ("enable_dns_hostnames", false)];

fn check(check: &mut Check) {
    for endpoint in check.all("aws_vpc_endpoint") {
        let private = endpoint.at("private_dns_enabled");
        if private.flag().known() != Some(true) {
            continue;
        }
        let Some(vpc) = endpoint.at("vpc_id").link("aws_vpc").one() else { continue };
        for (argument, default) in NEEDED {
            let on = vpc.at(argument).flag().or(default);
            check.expect(
                &private,
                on,
                format_args!("{} has {argument} off, and AWS refuses the private name", vpc.address()),
            );
        }
    }
}
