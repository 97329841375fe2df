use crate::verify::policy::{Principal, Role};
use crate::verify::{Applies, Check, Place, Policy, Resource, Rule, Severity, Statement};

pub const RULE: Rule = Rule {
    id: "aws-log-group-key",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "ALL-4", "ALL-6"],
    page: include_str!("../../../../docs/rules/aws-log-group-key.md"),
    check,
};

fn check(check: &mut Check) {
    for group in check.all("aws_cloudwatch_log_group") {
        let place = group.at("kms_key_id");
        if let Some(key) = place.link("aws_kms_key").one() {
            judge(check, group, key, &place);
        }
    }
}

fn judge<'a>(check: &mut Check<'a>, group: Resource<'a>, key: Resource<'a>, place: &Place<'a>) {
    let apart = check.inventory().referrers(key, "aws_kms_key_policy", "key_id").first().copied();
    let policy = Policy::read(&apart.unwrap_or(key).at("policy"), Role::Resource);
    let allows = |policy: &Policy| policy.statements.iter().any(lets_logs_encrypt);
    match policy {
        Some(policy) if allows(&policy) => match apart {
            Some(apart) => {
                let otherwise =
                    format!("does not wait for {}, which lets CloudWatch Logs use the key", apart.address());
                check.expect(place, group.waits_for(|before| before == apart), otherwise);
            }
            None => check.pass(place),
        },
        Some(policy) if !policy.is_complete() => check.unknown(place, policy.reason()),
        _ => check.fail(place, format!("the policy of {} does not let CloudWatch Logs use the key", key.address())),
    }
}

/// Source: CloudWatch Logs User Guide, "Encrypt log data in CloudWatch Logs using AWS Key Management Service".
fn lets_logs_encrypt(statement: &Statement) -> bool {
    let is_logs = |principal: &Principal| {
        let service = principal.service().unwrap_or_default();
        principal.is_everyone() || (service.starts_with("logs.") && service.contains(".amazonaws.com"))
    };
    statement.may_allow()
        && statement.principals.iter().any(is_logs)
        && ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"].iter().all(|action| statement.includes(action))
}
