use crate::verify::loss::Loss;
use crate::verify::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-alarm",
    severity: Severity::Error,
    applies: Applies::Paytf,
    requirements: &["MON-2", "MON-3", "ALL-5"],
    page: include_str!("../../../../docs/rules/zone-alarm.md"),
    check,
};

fn check(check: &mut Check) {
    let loss = Loss::of(check.inventory());
    for service in check.all("aws_ecs_service") {
        let silent: Vec<_> =
            loss.cases.iter().filter(|case| case.alarms.is_empty()).flat_map(|case| &case.lost).collect();
        match silent.first() {
            None => check.pass(&service.root()),
            Some(zone) => check.fail(&service.root(), format_args!("the loss of {zone} raises no alarm")),
        }
    }
}
