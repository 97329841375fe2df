//! A database of the stack leaves no final snapshot behind.
//!
//! ## Why
//!
//! Everything that paytf writes can be destroyed, and made and destroyed again (ALL-3). A final
//! snapshot stays, costs money, and has a fixed name: the second destroy fails with
//! `DBClusterSnapshotAlreadyExistsFault`. To keep the data, make a snapshot before the destroy.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "main" {
//!   final_snapshot_identifier = "payments-final"
//! }
//! ```
//!
//! ## Fix
//!
//! Set `skip_final_snapshot = true`.
//!
//! ```hcl
//! resource "aws_rds_cluster" "main" {
//!   skip_final_snapshot = true
//! }
//! ```
//!
//! ## Source
//!
//! - [DeleteDBCluster, SkipFinalSnapshot](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBCluster.html)

use super::final_snapshot::KINDS;
use crate::Check;

rule! { Error, Paytf, ["ALL-3"] }

fn check(check: &mut Check) {
    // Then destroy-half-protected asks for the contrary.
    if check.inventory().is_protected() {
        return;
    }
    for database in check.all_of(&KINDS) {
        let skip = database.at("skip_final_snapshot");
        check.expect(
            &skip,
            skip.bool(),
            "leaves a snapshot behind, whose name blocks the next destroy",
        );
    }
}
