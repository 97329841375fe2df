//! Caches, graphs, documents and warehouses are backed up too, for a week where they keep data of their own.
//!
//! ## Why
//!
//! Relational databases are not the only place with data that exists nowhere else. With a retention of one day, a mistake on Friday that is
//! noticed on Monday cannot be undone.
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
}
