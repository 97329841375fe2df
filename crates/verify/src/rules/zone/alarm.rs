use std::collections::HashMap;

use crate::loss::{Service, raised};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-alarm",
    severity: Severity::Error,
    applies: Applies::Paytf,
    requirements: &["MON-2", "MON-3", "ALL-5"],
    page: include_str!("../../../docs/rules/zone-alarm.md"),
    check,
};

fn check(check: &mut Check) {
    let inventory = check.inventory();
    // Every alarm is asked for a zone, so each zone is asked about once and not for each service.
    let mut silence: HashMap<&str, bool> = HashMap::new();
    for service in Service::all(inventory) {
        if let (true, Some(open)) = (service.standing.is_assumed, &service.standing.open) {
            check.unknown(&service.resource.root(), open);
            continue;
        }
        let silent = service
            .standing
            .zones()
            .into_iter()
            .find(|zone| *silence.entry(zone).or_insert_with(|| raised(inventory, &[zone]).is_empty()));
        match silent {
            None => check.pass(&service.resource.root()),
            Some(zone) => check.fail(&service.resource.root(), format_args!("the loss of {zone} raises no alarm")),
        }
    }
}
