use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "backup-plan-selection",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["DB-3"],
    page: include_str!("../../../docs/rules/backup-plan-selection.md"),
    check,
};

fn check(check: &mut Check) {
    let inventory = check.inventory();
    for plan in check.all("aws_backup_plan") {
        let name = plan.at("name");
        if inventory.referrers(plan, "aws_backup_selection", "plan_id").is_empty() {
            check.fail(&name, "nothing is selected for it, so that it backs up nothing");
        } else {
            check.pass(&name);
        }
    }
}
