use super::looks::is_secret_name;
use crate::planned::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "secret-plain-parameter",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &[],
    page: include_str!("../../../docs/rules/secret-plain-parameter.md"),
    check,
};

fn check(check: &mut Check) {
    for parameter in check.all("aws_ssm_parameter") {
        let kind = parameter.at("type");
        let name = parameter.at("name").text().known().unwrap_or_default();
        match kind.text() {
            Known("String" | "StringList") if is_secret_name(name) => {
                check.fail(&kind, format_args!("{name} can be read without the right to decrypt it"));
            }
            _ => check.pass(&kind),
        }
    }
}
