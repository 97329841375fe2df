use crate::loss::{Cluster, Instance};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-database-pinned",
    severity: Severity::Error,
    applies: Applies::Paytf,
    requirements: &["DB-1", "DB-2"],
    page: include_str!("../../../docs/rules/zone-database-pinned.md"),
    check,
};

fn check(check: &mut Check) {
    for cluster in Cluster::all(check.inventory()) {
        for instance in &cluster.instances {
            let place = instance.resource.at("availability_zone");
            let same = |other: &&Instance| other.resource != instance.resource && other.zone == instance.zone;
            match cluster.instances.iter().find(same) {
                _ if instance.zone.is_none() => check.fail(&place, "AWS chooses its zone"),
                Some(other) => check.fail(&place, format_args!("{} stands there too", other.resource.address())),
                None => check.pass(&place),
            }
            let place = instance.resource.at("promotion_tier");
            let same = |other: &&Instance| other.resource != instance.resource && other.tier == instance.tier;
            match cluster.instances.iter().find(same) {
                Some(other) => {
                    check.fail(&place, format_args!("{} has the same place in the order", other.resource.address()))
                }
                None => check.pass(&place),
            }
        }
    }
}
