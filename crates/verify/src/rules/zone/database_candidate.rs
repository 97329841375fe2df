use std::collections::BTreeSet;

use crate::Resource;
use crate::loss::{Cluster, list};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-database-candidate",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["DB-1", "DB-2"],
    page: include_str!("../../../docs/rules/zone-database-candidate.md"),
    check,
};

fn check(check: &mut Check) {
    for cluster in Cluster::all(check.inventory()) {
        judge(check, &cluster);
    }
    for instance in check.all("aws_db_instance").filter(|instance| !is_replica(*instance)) {
        let place = instance.at("multi_az");
        check.expect(&place, place.flag().or(false), "no standby in another zone takes over");
    }
}

fn judge<'a>(check: &mut Check<'a>, cluster: &Cluster<'a>) {
    let place = cluster.resource.root();
    let zones: BTreeSet<&str> = cluster.instances.iter().filter_map(|instance| instance.zone).collect();
    let unpinned = cluster.instances.iter().any(|instance| instance.zone.is_none());
    if let Some(open) = &cluster.open {
        return check.unknown(&place, open);
    }
    match (cluster.instances.len(), zones.len()) {
        (0, _) => check.unknown(&place, "its instances are not part of this plan"),
        (1, _) => check.fail(&place, "has a single instance, and no reader that takes over"),
        (_, 2..) => check.pass(&place),
        (_, _) if unpinned => {
            check.unknown(&place, "the zones of its instances are AWS's choice, or known after the apply")
        }
        (count, _) => check.fail(&place, format_args!("all {count} instances stand in {}", list(zones))),
    }
}

fn is_replica(instance: Resource) -> bool {
    instance.at("replicate_source_db").value().is_set()
}
