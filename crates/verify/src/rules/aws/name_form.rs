//! A name has the form that AWS requires for what it names.
//!
//! ## Why
//!
//! Identifiers of RDS begin with a letter and have no double or trailing hyphen, names of databases
//! have no hyphen at all, load balancers do not begin with `internal-`, security groups not with
//! `sg-`, aliases of keys begin with `alias/`. Terraform's provider checks some of this; the rest
//! fails in the middle of an apply.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   database_name = "payment-processing"
//! }
//! ```
//!
//! ## Fix
//!
//! Rename it to the form that the message names.
//!
//! ```hcl
//! resource "aws_rds_cluster" "payments" {
//!   database_name = "payments"
//! }
//! ```
//!
//! ## Source
//!
//! - [CreateDBCluster](https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html)
//! - [CreateLoadBalancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html)
//! - [CreateService](https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html)
//! - [CreateAlias](https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html)

use super::form::{Form, prefix};
use crate::Check;

rule! { Error, AnyStack, ["ALL-7", "ALL-2"] }

/// What is named, by which argument, and what AWS lets the name look like.
const NAMES: [(&str, &str, Form); 25] = [
    ("aws_backup_vault", "name", Form::Word("-_")),
    ("aws_cloudwatch_dashboard", "dashboard_name", Form::Word("-_")),
    ("aws_cloudwatch_event_rule", "name", Form::Word("-_.")),
    ("aws_cloudwatch_log_group", "name", Form::Word("-_./#")),
    ("aws_db_instance", "db_name", Form::Database),
    ("aws_db_instance", "final_snapshot_identifier", Form::Identifier),
    ("aws_db_instance", "identifier", Form::Identifier),
    ("aws_db_proxy", "name", Form::Identifier),
    ("aws_db_proxy_endpoint", "db_proxy_endpoint_name", Form::Identifier),
    ("aws_ecs_cluster", "name", Form::Word("-_")),
    ("aws_ecs_service", "name", Form::Word("-_")),
    ("aws_ecs_task_definition", "family", Form::Word("-_")),
    ("aws_iam_policy", "name", Form::Word("-_+=,.@")),
    ("aws_iam_role", "name", Form::Word("-_+=,.@")),
    ("aws_kms_alias", "name", Form::Alias),
    ("aws_lb", "name", Form::Balancer),
    ("aws_lb_target_group", "name", Form::Balancer),
    ("aws_rds_cluster", "cluster_identifier", Form::Identifier),
    ("aws_rds_cluster", "database_name", Form::Database),
    ("aws_rds_cluster", "final_snapshot_identifier", Form::Identifier),
    ("aws_rds_cluster_instance", "identifier", Form::Identifier),
    ("aws_scheduler_schedule", "name", Form::Word("-_.")),
    ("aws_secretsmanager_secret", "name", Form::Word("-_/+=.@")),
    ("aws_security_group", "name", Form::SecurityGroup),
    ("aws_wafv2_web_acl", "name", Form::Word("-_")),
];

fn check(check: &mut Check) {
    for (kind, argument, form) in NAMES {
        for named in check.all(kind) {
            if let Some(prefix) = prefix(named, argument) {
                check.judge(&prefix, prefix.string(), |prefix| {
                    form.check_name(&format!("{prefix}0"))
                });
                continue;
            }
            let name = named.at(argument);
            check.judge(&name, name.string(), |name| form.check_name(name));
        }
    }
}
