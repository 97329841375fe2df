use crate::loss::{Cluster, Standing, list};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-database-subnets",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["DB-1", "NET-1"],
    page: include_str!("../../../docs/rules/zone-database-subnets.md"),
    check,
};

fn check(check: &mut Check) {
    for group in check.all("aws_db_subnet_group") {
        let place = group.at("subnet_ids");
        check.expect_span(&place, &Standing::of(&place));
    }
    for cluster in Cluster::all(check.inventory()) {
        let group = cluster.resource.at("db_subnet_group_name");
        let links = group.link("aws_db_subnet_group");
        if let Some(assumed) = &links.assumed {
            check.unknown(&group, assumed);
            continue;
        }
        let Some(group) = links.one() else { continue };
        let standing = Standing::of(&group.at("subnet_ids"));
        let zones = standing.zones();
        for (instance, zone) in cluster.instances.iter().filter_map(|instance| Some((instance, instance.zone?))) {
            let place = instance.resource.at("availability_zone");
            match (zones.contains(zone), &standing.open) {
                (true, _) => check.pass(&place),
                (false, None) => {
                    check.fail(&place, format_args!("{} has subnets only in {}", group.address(), list(zones.clone())))
                }
                (false, Some(reason)) => check.unknown(&place, reason),
            }
        }
    }
}
