use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "iam-user-policy",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["IAM-1"],
    page: include_str!("../../../docs/rules/iam-user-policy.md"),
    check,
};

/// Arguments that give rights to single users.
const TO_USERS: [(&str, &str); 3] = [
    ("aws_iam_user_policy", "user"),
    ("aws_iam_user_policy_attachment", "user"),
    ("aws_iam_policy_attachment", "users"),
];
/// Arguments that give them to roles and groups.
const TO_OTHERS: [(&str, &str); 4] = [
    ("aws_iam_role_policy", "role"),
    ("aws_iam_role_policy_attachment", "role"),
    ("aws_iam_group_policy", "group"),
    ("aws_iam_group_policy_attachment", "group"),
];

fn check(check: &mut Check) {
    for (kind, argument) in TO_USERS {
        for resource in check.all(kind) {
            let users = resource.at(argument);
            let is_list = users.value().known().is_some_and(|value| value.is_array());
            match is_list && users.items().is_empty() || !users.value().is_set() {
                true => check.pass(&users),
                false => check.fail(&users, "gives rights to a single user, where nobody looks for them"),
            }
        }
    }
    for (kind, argument) in TO_OTHERS {
        for resource in check.all(kind) {
            check.pass(&resource.at(argument));
        }
    }
}
