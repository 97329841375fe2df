use crate::resource::Resource;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "log-trail",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-6"],
    page: include_str!("../../../docs/rules/log-trail.md"),
    check,
};

fn check(check: &mut Check) {
    for trail in check.all("aws_cloudtrail") {
        flag(check, trail, "enable_logging", true, "it is switched off: nothing is recorded");
        flag(
            check,
            trail,
            "enable_log_file_validation",
            false,
            "nothing shows whether someone changed what it recorded",
        );
        let global = trail.at("include_global_service_events");
        check.expect(&global, global.flag().or(true), "what is done with IAM and STS is not recorded");
    }
}

fn flag<'a>(check: &mut Check<'a>, trail: Resource<'a>, argument: &str, default: bool, otherwise: &str) {
    let place = trail.at(argument);
    check.expect(&place, place.flag().or(default), otherwise);
}
