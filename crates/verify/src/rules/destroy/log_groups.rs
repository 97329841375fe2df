//! The log groups that services make themselves are part of the stack, and are made before them.
//!
//! ## Why
//!
//! Lambda, RDS, its proxies and Container Insights make a missing log group when they first write,
//! without encryption, with endless retention, and outside of Terraform: it stays after a destroy
//! (ALL-3), and a stack that brings its own group later fails with
//! `ResourceAlreadyExistsException`. The service that writes has to depend on the group, so that it
//! is created after the group and destroyed before it.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lambda_function" "main" {
//!   function_name = "lambda-payment-validator-prod"
//! }
//! ```
//!
//! ## Fix
//!
//! Make the log group in the stack, and let the service depend on it.
//!
//! ```hcl
//! resource "aws_cloudwatch_log_group" "main" {
//!   name              = "/aws/lambda/lambda-payment-validator-prod"
//!   retention_in_days = 400
//! }
//!
//! resource "aws_lambda_function" "main" {
//!   function_name = "lambda-payment-validator-prod"
//!   depends_on    = [aws_cloudwatch_log_group.main]
//! }
//! ```
//!
//! ## Source
//!
//! - [Sending Lambda function logs to CloudWatch Logs](https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html)
//! - [Publishing Aurora PostgreSQL logs to CloudWatch Logs](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.CloudWatch.html)
//! - [Container Insights](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-reference-performance-logs-ECS.html)

use std::collections::HashMap;

use crate::Planned::Known;
use crate::{AttributePath, Check, Inventory, Resource};

rule! { Warning, Paytf, ["ALL-3", "ALL-6"] }

fn check(check: &mut Check) {
    let groups: HashMap<&str, Resource> = check
        .all("aws_cloudwatch_log_group")
        .filter_map(|group| Some((group.at("name").string().known()?, group)))
        .collect();
    for (place, name) in written(check.inventory()) {
        let Some(group) = groups.get(name.as_str()) else {
            check.fail(&place, format!("makes {name} itself, and leaves it behind"));
            continue;
        };
        let waits = place.resource().waits_for(|before| before == *group);
        check.expect(
            &place,
            waits,
            format!("may write before {} is made, and after it is destroyed", group.address()),
        );
    }
}

/// The log groups that services make if they are missing, and what makes them.
fn written(inventory: &Inventory) -> Vec<(AttributePath<'_>, String)> {
    let named =
        |kind: &'static str, argument: &'static str, before: &'static str, after: &'static str| {
            let places = inventory.all(kind).map(move |resource| resource.at(argument));
            places.filter_map(move |place| {
                place.string().known().map(|name| (place.clone(), format!("{before}{name}{after}")))
            })
        };
    let functions = named("aws_lambda_function", "function_name", "/aws/lambda/", "")
        .filter(|(place, _)| !place.resource().at("logging_config.0.log_group").value().is_set());
    let clusters = named("aws_rds_cluster", "cluster_identifier", "/aws/rds/cluster/", "");
    let exports = clusters.flat_map(|(place, path)| {
        let exports = place
            .resource()
            .at("enabled_cloudwatch_logs_exports")
            .strings()
            .known()
            .unwrap_or_default();
        exports
            .into_iter()
            .map(move |export| (place.clone(), format!("{path}/{export}")))
            .collect::<Vec<_>>()
    });
    let proxies = named("aws_db_proxy", "name", "/aws/rds/proxy/", "");
    let insights = named("aws_ecs_cluster", "name", "/aws/ecs/containerinsights/", "/performance")
        .filter(|(place, _)| {
            place
                .resource()
                .at("setting")
                .items()
                .iter()
                .any(|setting| setting.at("value").string() != Known("disabled"))
        });
    functions.chain(exports).chain(proxies).chain(insights).collect()
}
