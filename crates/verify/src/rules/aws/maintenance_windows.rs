use crate::Planned::Known;
use crate::window::Window;
use crate::{Applies, Check, Place, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-maintenance-windows",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7"],
    page: include_str!("../../../docs/rules/aws-maintenance-windows.md"),
    check,
};

/// Resources with both windows: the daily one of the backup, and the weekly one of maintenance.
const BOTH: [(&str, &str, &str); 4] = [
    ("aws_db_instance", "backup_window", "maintenance_window"),
    ("aws_docdb_cluster", "preferred_backup_window", "preferred_maintenance_window"),
    ("aws_neptune_cluster", "preferred_backup_window", "preferred_maintenance_window"),
    ("aws_rds_cluster", "preferred_backup_window", "preferred_maintenance_window"),
];

fn check(check: &mut Check) {
    for (kind, backup, maintenance) in BOTH {
        for database in check.all(kind) {
            compare(check, &database.at(backup), &database.at(maintenance));
        }
    }
    for instance in check.all("aws_rds_cluster_instance") {
        // The cluster's backup is the backup of each of its instances.
        if let Some(cluster) = instance.at("cluster_identifier").link("aws_rds_cluster").one() {
            compare(check, &cluster.at("preferred_backup_window"), &instance.at("preferred_maintenance_window"));
        }
    }
}

fn compare<'a>(check: &mut Check<'a>, backup: &Place<'a>, maintenance: &Place<'a>) {
    let (Known(daily), Known(weekly)) = (backup.text(), maintenance.text()) else { return };
    match (accepted(Window::daily, daily), accepted(Window::weekly, weekly)) {
        (None, _) => check.fail(backup, "is not a daily window of at least 30 minutes"),
        (_, None) => check.fail(maintenance, "is not a weekly window of 30 minutes to 24 hours"),
        (Some(one), Some(other)) if one.overlaps(&other) => {
            check.fail(maintenance, format!("overlaps with the backup at {daily}"));
        }
        _ => check.pass(maintenance),
    }
}

fn accepted(parse: fn(&str) -> Option<Window>, text: &str) -> Option<Window> {
    parse(&text.to_lowercase()).filter(|window| window.refusal().is_none())
}
