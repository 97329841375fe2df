use crate::planned::Planned::{Absent, Known, Unknown};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "iam-function-source",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["IAM-3"],
    page: include_str!("../../../docs/rules/iam-function-source.md"),
    check,
};

/// Source: Lambda Developer Guide, "Granting Lambda access to AWS services"; Security Hub control Lambda.1.
const SOURCE: [&str; 3] = ["source_arn", "source_account", "principal_org_id"];

/// Services that call a function by what only the function's own account can set up.
/// Source: Cognito, Secrets Manager and Config need no source to be told apart, but take one; only these take none.
const WITHOUT_SOURCE: [&str; 2] = ["edgelambda.amazonaws.com", "elasticloadbalancing.amazonaws.com"];

fn check(check: &mut Check) {
    for permission in check.all("aws_lambda_permission") {
        let principal = permission.at("principal");
        let narrowed = SOURCE.iter().any(|argument| permission.at(argument).value().is_set());
        let service = match principal.text() {
            Known(text) if text.contains(".amazonaws.com") => text,
            // A role or an account is who it is.
            Known(_) | Absent | Unknown => {
                check.pass(&principal);
                continue;
            }
        };
        if narrowed || WITHOUT_SOURCE.contains(&service) {
            check.pass(&principal);
        } else {
            check.fail(
                &principal,
                format_args!("lets {service} call the function for anyone: no source_arn or source_account"),
            );
        }
    }
}
