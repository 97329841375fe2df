use crate::Planned::Known;
use crate::Resource;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "scale-policy",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["APP-2"],
    page: include_str!("../../../docs/rules/scale-policy.md"),
    check,
};

fn check(check: &mut Check) {
    let policies: Vec<_> =
        check.all("aws_appautoscaling_policy").chain(check.all("aws_appautoscaling_scheduled_action")).collect();
    for target in check.all("aws_appautoscaling_target") {
        let id = target.at("resource_id");
        let same_id = |policy: &&Resource| {
            let other = policy.at("resource_id");
            other.link("aws_appautoscaling_target").one() == Some(target)
                || id.text().known().is_some_and(|id| other.text() == Known(id))
        };
        match policies.iter().find(same_id) {
            Some(_) => check.pass(&id),
            None => check.fail(&id, "no policy moves it between its bounds"),
        }
    }
}
