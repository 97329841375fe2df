use super::judge::each_allowing;
use super::managed::attachments;
use crate::policy::{Role, Statement};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "iam-administrator",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["IAM-3"],
    page: include_str!("../../../docs/rules/iam-administrator.md"),
    check,
};

/// Policies with which one can give oneself every right.
/// Source: IAM User Guide, "AWS managed policies for job functions"; AWS Managed Policy Reference.
const ADMINISTRATORS: [&str; 3] = ["AdministratorAccess", "PowerUserAccess", "IAMFullAccess"];

/// Whether the policy of this name, which AWS manages, makes an administrator.
pub fn is_administrator(name: &str) -> bool {
    ADMINISTRATORS.contains(&name)
}

/// Whether a statement allows every action on everything.
pub fn allows_everything(statement: &Statement) -> bool {
    let everything = |action: &str| matches!(action, "*" | "*:*");
    let texts = statement.actions.iter().filter_map(|action| action.text.as_deref());
    statement.is_on_everything() && texts.into_iter().any(everything)
}

fn check(check: &mut Check) {
    each_allowing(check, Role::Identity, |statement| {
        allows_everything(statement).then(|| "allows every action on every resource".to_owned())
    });
    for (place, name) in attachments(check.inventory()) {
        match name.filter(|name| is_administrator(name)) {
            Some(name) => check.fail(&place, format_args!("{name} makes an administrator of whoever has it")),
            None => check.pass(&place),
        }
    }
}
