use crate::planned::Planned::{Known, Unknown};
use crate::resource::Resource;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "log-flow",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-6", "NET-3"],
    page: include_str!("../../../docs/rules/log-flow.md"),
    check,
};

fn check(check: &mut Check) {
    for vpc in check.all("aws_vpc") {
        match check.inventory().referrers(vpc, "aws_flow_log", "vpc_id").first() {
            Some(log) => traffic(check, *log),
            None => subnets(check, vpc),
        }
    }
}

fn traffic<'a>(check: &mut Check<'a>, log: Resource<'a>) {
    let place = log.at("traffic_type");
    let has_refused = match place.text().or("ALL") {
        Unknown => Unknown,
        kind => Known(kind != Known("ACCEPT")),
    };
    check.expect(&place, has_refused, "what is refused is not logged, which is what an intruder tries");
}

/// Each subnet may have a log of its own instead.
fn subnets<'a>(check: &mut Check<'a>, vpc: Resource<'a>) {
    let inventory = check.inventory();
    let subnets = inventory.referrers(vpc, "aws_subnet", "vpc_id");
    let unlogged = |subnet: &&Resource| inventory.referrers(**subnet, "aws_flow_log", "subnet_id").is_empty();
    match subnets.iter().find(unlogged) {
        None if !subnets.is_empty() => check.pass(&vpc.root()),
        _ => check.fail(&vpc.root(), "no flow log tells who talked to whom"),
    }
}
