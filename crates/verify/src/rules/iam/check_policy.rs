//! How the rules of this group go through policies: each policy gets its findings, or one answer.

use crate::Check;
use crate::policy::{Policy, Role, Statement};

/// What is wrong with a policy: each finding by itself; where there is none, it holds as far as it
/// is known.
pub fn check_policy<'a>(
    check: &mut Check<'a>,
    policy: &Policy<'a>,
    findings: impl IntoIterator<Item = String>,
) {
    let mut holds = true;
    for finding in findings {
        check.fail(&policy.place, finding);
        holds = false;
    }
    match (holds, policy.incomplete.is_empty()) {
        (true, true) => check.pass(&policy.place),
        (true, false) => check.unknown(&policy.place, policy.reason()),
        (false, _) => {}
    }
}

/// The policies of one role that can be read; `iam-policy-valid` says of the others what is wrong
/// with them.
pub fn of_role<'p, 'a>(
    policies: &'p [Policy<'a>],
    role: Role,
) -> impl Iterator<Item = &'p Policy<'a>> {
    policies.iter().filter(move |policy| policy.role == role && policy.broken.is_none())
}

/// Judges every statement that allows something, in the policies of one role.
pub fn each_allowing<'a>(
    check: &mut Check<'a>,
    role: Role,
    finding: impl Fn(&Statement<'a>) -> Option<String>,
) {
    let policies = check.policies();
    for policy in of_role(&policies, role) {
        let allowing = policy.statements.iter().filter(|statement| statement.may_allow());
        let findings: Vec<_> = allowing
            .filter_map(|statement| {
                finding(statement).map(|finding| format!("{statement} {finding}"))
            })
            .collect();
        check_policy(check, policy, findings);
    }
}
