//! Documents, graphs and warehouses are backed up for a week, and caches for a day.
//!
//! ## Why
//!
//! Relational databases are not the only place with data that exists nowhere else. With a retention
//! of one day, a mistake on Friday that is noticed on Monday cannot be undone.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_docdb_cluster" "documents" {
//!   backup_retention_period = 1
//! }
//! ```
//!
//! ## Fix
//!
//! Keep backups for seven days or more; of a cache, one.
//!
//! ```hcl
//! resource "aws_docdb_cluster" "documents" {
//!   backup_retention_period = 7
//! }
//! ```
//!
//! ## Source
//!
//! - [Security Hub control DocumentDB.2](https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html)
//! - [Security Hub control Neptune.5](https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html)
//! - [Security Hub control Redshift.3](https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html)
//! - [Security Hub control ElastiCache.1](https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html)

use crate::Check;
use crate::Resource;
use crate::planned::Planned::{self, Absent, Known, Unknown};
use crate::setting::Setting;

rule! { Warning, AnyStack, ["DB-3"] }

const WEEK: &str = "a mistake that is noticed after that time can no longer be undone";

fn is_week(days: &str) -> bool {
    days.parse().is_ok_and(|days: u32| days >= 7)
}

const SETTINGS: [Setting; 5] = [
    Setting {
        kind: "aws_docdb_cluster",
        path: "backup_retention_period",
        default: Some("1"),
        is_right: is_week,
        otherwise: WEEK,
    },
    Setting {
        kind: "aws_neptune_cluster",
        path: "backup_retention_period",
        default: Some("1"),
        is_right: is_week,
        otherwise: WEEK,
    },
    Setting {
        kind: "aws_redshift_cluster",
        path: "automated_snapshot_retention_period",
        default: Some("1"),
        is_right: is_week,
        otherwise: WEEK,
    },
    Setting {
        kind: "aws_elasticache_replication_group",
        path: "snapshot_retention_limit",
        default: Some("0"),
        is_right: |days| days != "0",
        otherwise: "what it holds is gone with its nodes",
    },
    Setting {
        kind: "aws_memorydb_cluster",
        path: "snapshot_retention_limit",
        default: Some("0"),
        is_right: |days| days != "0",
        otherwise: "it has no snapshot to restore from",
    },
];

fn check(check: &mut Check) {
    for setting in SETTINGS {
        setting.check(check, |_| true);
    }
    for files in check.all("aws_efs_file_system") {
        check.judge(&files.root(), is_backed_up(files), |is| {
            (!is).then(|| {
                "nothing backs its files up: neither a backup policy nor a plan of AWS Backup"
                    .to_owned()
            })
        });
    }
}

/// Whether the files of a file system are backed up by its own policy, or by a plan that selects
/// it.
fn is_backed_up(files: Resource) -> Planned<bool> {
    // Those of one zone are, by default. Source: Amazon EFS API, `CreateFileSystem`, `Backup`.
    let is_of_one_zone = files.at("availability_zone_name").value() != Absent;
    let inventory = files.inventory();
    let policies = inventory.proven_referrers(files, "aws_efs_backup_policy", "file_system_id");
    let status = policies.map(|policies| {
        policies
            .iter()
            .map(|policy| policy.at("backup_policy.0.status").string())
            .collect::<Vec<_>>()
    });
    let selections: Vec<_> = inventory.all("aws_backup_selection").collect();
    let names_it = !inventory.referrers(files, "aws_backup_selection", "resources").is_empty();
    // By tags, by a pattern, or by what is known later.
    let may_select = |selection: &Resource| {
        let resources = selection.at("resources");
        let has_pattern = resources
            .strings()
            .known()
            .is_none_or(|texts| texts.iter().any(|text| text.contains('*')));
        has_pattern
            || !selection.at("selection_tag").items().is_empty()
            || selection.at("condition").value() != Absent
    };
    match status {
        Ok(status) if status.contains(&Known("ENABLED")) => Known(true),
        Ok(status) if status.is_empty() && is_of_one_zone => Known(true),
        _ if names_it => Known(true),
        Ok(status)
            if status.iter().all(|status| *status == Known("DISABLED"))
                && !selections.iter().any(may_select) =>
        {
            Known(false)
        }
        _ => Unknown,
    }
}
