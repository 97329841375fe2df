//! The advanced mode of Database Insights has Performance Insights, with 465 days.
//!
//! ## Why
//!
//! AWS refuses the advanced mode without Performance Insights, and with a shorter retention than 15
//! months: `To enable the Advanced mode of Database Insights, set the Performance Insights
//! retention period to 465 days or more`. Terraform checks neither; its default is seven days.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   database_insights_mode       = "advanced"
//!   performance_insights_enabled = true
//! }
//! ```
//!
//! ## Fix
//!
//! Set `performance_insights_retention_period = 465`, or use the standard mode.
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   database_insights_mode                = "advanced"
//!   performance_insights_enabled          = true
//!   performance_insights_retention_period = 465
//! }
//! ```
//!
//! ## Source
//!
//! - [Turning on the Advanced mode of Database Insights](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DatabaseInsights.TurningOnAdvanced.html)

use crate::Check;
use crate::Planned::Known;

rule! { Error, AnyStack, ["ALL-7"] }

/// Days that the advanced mode needs. Source: Aurora User Guide, "Turning on the Advanced mode of
/// Database Insights".
const DAYS: f64 = 465.0;

fn check(check: &mut Check) {
    for database in check.all_of(&["aws_db_instance", "aws_rds_cluster"]) {
        if database.at("database_insights_mode").string() != Known("advanced") {
            continue;
        }
        let (enabled, days) = (
            database.at("performance_insights_enabled"),
            database.at("performance_insights_retention_period"),
        );
        check.expect(
            &enabled,
            enabled.bool(),
            "the advanced mode of Database Insights needs Performance Insights",
        );
        let enough = days.number().map(|days| days >= DAYS);
        check.expect(&days, enough, "the advanced mode of Database Insights needs 465 days");
    }
}
