use crate::{Applies, Check, Place, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-security-group-text",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "NET-3"],
    page: include_str!("../../../docs/rules/aws-security-group-text.md"),
    check,
};

/// Source: EC2 API, `CreateSecurityGroup`, `GroupDescription`, and `IpRange`, `Description`.
const OTHERS: &str = " ._-:/()#,@[]+=&;{}!$*";
const LONGEST: usize = 255;
/// Rules of their own.
const RULES: [&str; 3] =
    ["aws_security_group_rule", "aws_vpc_security_group_egress_rule", "aws_vpc_security_group_ingress_rule"];

fn check(check: &mut Check) {
    for rule in check.all_of(&RULES) {
        judge(check, &rule.at("description"));
    }
    for group in check.all("aws_security_group") {
        judge(check, &group.at("name"));
        judge(check, &group.at("description"));
        for rule in ["ingress", "egress"].into_iter().flat_map(|direction| group.at(direction).items()) {
            judge(check, &rule.at("description"));
        }
    }
}

fn judge<'a>(check: &mut Check<'a>, text: &Place<'a>) {
    check.accept(text, text.text(), |text| {
        let strange = text.chars().find(|c| !c.is_ascii_alphanumeric() && !OTHERS.contains(*c));
        let too_long = text.chars().count() > LONGEST;
        match strange {
            Some(c) => Some(format!("holds {:?}, which EC2 does not allow", c.to_string())),
            None => too_long.then(|| format!("is longer than {LONGEST} characters")),
        }
    });
}
