//! The automated backups of a database are deleted with it.
//!
//! ## Why
//!
//! Everything that paytf writes can be destroyed (ALL-3), the backups included. The price is that a
//! cluster that is deleted by mistake is lost. To be safe from that, keep a copy in a locked vault
//! of another account, as an exception from ALL-3.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "main" {
//!   delete_automated_backups = false
//! }
//! ```
//!
//! ## Fix
//!
//! Set `delete_automated_backups = true`, and document the risk.
//!
//! ```hcl
//! resource "aws_rds_cluster" "main" {
//!   delete_automated_backups = true
//! }
//! ```
//!
//! ## Source
//!
//! - [Retaining automated backups](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html)
//! - [DeleteDBCluster](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBCluster.html)

use crate::Check;

rule! { Warning, Paytf, ["ALL-3", "DB-3"] }

fn check(check: &mut Check) {
    // Then destroy-half-protected asks for the contrary.
    if check.inventory().is_protected() {
        return;
    }
    for database in check.all_of(&["aws_db_instance", "aws_rds_cluster"]) {
        let delete = database.at("delete_automated_backups");
        // The provider's default.
        check.expect(
            &delete,
            delete.bool().or(true),
            "its automated backups stay after a destroy, and are paid for",
        );
    }
}
