use crate::Planned::Known;
use crate::{Applies, Check, Place, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "destroy-immutable",
    severity: Severity::Error,
    applies: Applies::Paytf,
    requirements: &["ALL-3"],
    page: include_str!("../../../docs/rules/destroy-immutable.md"),
    check,
};

fn check(check: &mut Check) {
    for bucket in check.all("aws_s3_bucket") {
        let lock = bucket.at("object_lock_configuration");
        if lock.items().is_empty() {
            check.pass(&lock)
        } else {
            judge(check, &lock.at("0.rule.0.default_retention.0.mode"))
        }
    }
    for lock in check.all("aws_s3_bucket_object_lock_configuration") {
        judge(check, &lock.at("rule.0.default_retention.0.mode"));
    }
    for lock in check.all("aws_backup_vault_lock_configuration") {
        let days = lock.at("changeable_for_days");
        check.expect(
            &days,
            Known(!days.value().is_set()),
            "after these days nobody can delete the vault or what is in it",
        );
    }
    for lock in check.all("aws_glacier_vault_lock") {
        let complete = lock.at("complete_lock");
        check.expect(&complete, complete.flag().not(), "a completed lock can never be taken away");
    }
}

fn judge<'a>(check: &mut Check<'a>, mode: &Place<'a>) {
    let is_for_ever = mode.text().map(|mode| mode == "COMPLIANCE").or(false);
    check.expect(mode, is_for_ever.not(), "nobody, not even the root user, can delete the objects before their time");
}
