use super::judge::each_allowing;
use super::managed::attachments;
use crate::policy::{Role, Statement};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "iam-action-wildcard",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["IAM-3"],
    page: include_str!("../../../docs/rules/iam-action-wildcard.md"),
    check,
};

fn check(check: &mut Check) {
    each_allowing(check, Role::Identity, finding);
    for (place, name) in attachments(check.inventory()) {
        match name {
            Some(name) if name.ends_with("FullAccess") && !super::administrator::is_administrator(name) => {
                check.fail(&place, format_args!("{name} allows every action of its service"));
            }
            _ => check.pass(&place),
        }
    }
}

fn finding(statement: &Statement) -> Option<String> {
    if super::administrator::allows_everything(statement) {
        return None;
    }
    if !statement.not_actions.is_empty() {
        return Some("allows whatever NotAction does not name, also what AWS will add".to_owned());
    }
    let wild = statement.actions.iter().filter_map(|action| wild_service(action.text.as_deref()?)).next()?;
    Some(format!("allows every action of {wild}"))
}

/// The service of which a pattern includes every action.
fn wild_service(action: &str) -> Option<&str> {
    match action {
        "*" | "*:*" => Some("every service"),
        _ => action.strip_suffix(":*"),
    }
}
