use super::judge::judge;
use super::syntax;
use crate::policy::Policy;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "iam-policy-valid",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["IAM-3"],
    page: include_str!("../../../docs/rules/iam-policy-valid.md"),
    check,
};

fn check(check: &mut Check) {
    for policy in check.policies().iter() {
        match &policy.broken {
            Some(reason) => check.fail(&policy.place, reason),
            None => judge(check, policy, findings(policy)),
        }
    }
}

fn findings(policy: &Policy) -> Vec<String> {
    let of_whole = policy.json.iter().flat_map(|json| syntax::whole(json, policy.role));
    let of_statements = policy.statements.iter().flat_map(|statement| {
        syntax::statement(statement, policy.role).into_iter().map(move |finding| format!("{statement} {finding}"))
    });
    of_whole.chain(of_statements).collect()
}
