use crate::{Applies, Check, Place, Planned, Resource, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "iam-task-roles-apart",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["IAM-1"],
    page: include_str!("../../../docs/rules/iam-task-roles-apart.md"),
    check,
};

fn check(check: &mut Check) {
    for task in check.all("aws_ecs_task_definition") {
        let (own, execution) = (task.at("task_role_arn"), task.at("execution_role_arn"));
        if own.value().is_set() && execution.value().is_set() {
            let reason = "the application may do what only starting it needs: it is the execution role too";
            check.expect(&own, are_apart(&own, &execution), reason);
        }
    }
}

fn are_apart(own: &Place, execution: &Place) -> Planned<bool> {
    if let (Planned::Known(own), Planned::Known(execution)) = (own.text(), execution.text()) {
        return Planned::Known(own != execution);
    }
    match (role(own), role(execution)) {
        (Some(own), Some(execution)) => Planned::Known(own != execution),
        // One exists already, the other is made by this plan.
        (Some(_), None) | (None, Some(_)) if own.text().is_unknown() != execution.text().is_unknown() => {
            Planned::Known(true)
        }
        _ => Planned::Unknown,
    }
}

fn role<'a>(place: &Place<'a>) -> Option<Resource<'a>> {
    place.link_to(&["aws_iam_role"]).one()
}
