//! No plan deletes data as a side effect.
//!
//! ## Why
//!
//! A change of an argument that cannot be changed in place replaces a database, a bucket, a table
//! or a file system: Terraform deletes the old one, with all that is in it, and makes an empty one.
//! What is removed from the configuration is deleted too. In a long plan both are easy to miss. A
//! plan that destroys everything says so itself.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_dynamodb_table" "payments" {
//!   hash_key = "payment_id" # was "id": the table is replaced
//! }
//! ```
//!
//! ## Fix
//!
//! Restore the old value, move the data first, or take the resource out with `removed { lifecycle {
//! destroy = false } }`.
//!
//! ```hcl
//! removed {
//!   from = aws_dynamodb_table.payments
//!
//!   lifecycle {
//!     destroy = false
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Terraform plan: resources that must be replaced](https://developer.hashicorp.com/terraform/cli/commands/plan)
//! - [Remove a resource from state](https://developer.hashicorp.com/terraform/language/resources/syntax#removing-resources)

use crate::{Action, Check};

rule! { Error, AnyStack, ["DB-3"] }

/// What keeps data that is gone with it.
const KINDS: [&str; 21] = [
    "aws_backup_vault",
    "aws_cloudwatch_log_group",
    "aws_cognito_user_pool",
    "aws_db_instance",
    "aws_docdb_cluster",
    "aws_dynamodb_table",
    "aws_ebs_volume",
    "aws_ecr_repository",
    "aws_efs_file_system",
    "aws_fsx_lustre_file_system",
    "aws_fsx_ontap_file_system",
    "aws_fsx_openzfs_file_system",
    "aws_fsx_windows_file_system",
    "aws_kms_key",
    "aws_memorydb_cluster",
    "aws_msk_cluster",
    "aws_neptune_cluster",
    "aws_opensearch_domain",
    "aws_rds_cluster",
    "aws_redshift_cluster",
    "aws_s3_bucket",
];

fn check(check: &mut Check) {
    let inventory = check.inventory();
    if inventory.is_destroy() {
        return;
    }
    for kind in KINDS {
        for resource in check.all(kind) {
            if resource.actions().contains(&Action::Delete) {
                check.fail(
                    &resource.root(),
                    "is replaced: the apply deletes it with all that is in it, and makes an empty \
                     one",
                );
            } else {
                check.pass(&resource.root());
            }
        }
        for resource in inventory
            .destroyed(kind)
            .filter(|resource| !resource.actions().contains(&Action::Forget))
        {
            check.fail(&resource.root(), "is deleted with all that is in it");
        }
    }
}
