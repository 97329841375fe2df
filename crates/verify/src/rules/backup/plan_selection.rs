//! A backup plan has a selection of what it backs up.
//!
//! ## Why
//!
//! A backup plan only says when to back up, and where to. What is backed up is in a selection,
//! which is a resource of its own; without one the plan runs every night, without an error and
//! without a backup.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_backup_plan" "daily" {
//!   name = "daily"
//! }
//! ```
//!
//! ## Fix
//!
//! Add an `aws_backup_selection` with the resources or tags.
//!
//! ```hcl
//! resource "aws_backup_selection" "daily" {
//!   name         = "daily"
//!   plan_id      = aws_backup_plan.daily.id
//!   iam_role_arn = aws_iam_role.backup.arn
//!   resources    = [aws_rds_cluster.payments.arn]
//! }
//! ```
//!
//! ## Source
//!
//! - [Assigning AWS services to a backup plan](https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html)

use crate::Check;

rule! { Warning, AnyStack, ["DB-3"] }

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
