//! Services that answer requests log them.
//!
//! ## Why
//!
//! Clusters, brokers, search domains, APIs, tunnels and classic load balancers log nothing unless
//! they are configured to. After a fault or an attack, nobody can find out what they did.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_eks_cluster" "main" {
//!   name = "payments" # enabled_cluster_log_types is empty
//! }
//! ```
//!
//! ## Fix
//!
//! Switch on the log that the finding names.
//!
//! ```hcl
//! resource "aws_eks_cluster" "main" {
//!   enabled_cluster_log_types = ["api", "audit", "authenticator"]
//! }
//! ```
//!
//! ## Source
//!
//! - [Security Hub control EKS.8](https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html)
//! - [Security Hub controls Opensearch.4 and Opensearch.5](https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html)
//! - [Security Hub controls Neptune.2, DocumentDB.4 and MQ.2](https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html)
//! - [Security Hub controls APIGateway.1 and APIGateway.9](https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html)
//! - [Security Hub controls EC2.51 and EC2.171](https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html)
//! - [Security Hub control ELB.5](https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html)
//! - [Security Hub controls NetworkFirewall.2 and Route53.2](https://docs.aws.amazon.com/securityhub/latest/userguide/networkfirewall-controls.html)

use crate::planned::Planned::Known;
use crate::setting::Setting;
use crate::{Check, Resource};

rule! { Warning, AnyStack, ["ALL-6"] }

const SETTINGS: [Setting; 21] = [
    Setting {
        kind: "aws_eks_cluster",
        path: "enabled_cluster_log_types",
        default: Some("[]"),
        is_right: |kinds| kinds.contains("\"audit\""),
        otherwise: "no log shows who asked its API for what (audit)",
    },
    Setting {
        kind: "aws_neptune_cluster",
        path: "enable_cloudwatch_logs_exports",
        default: Some("[]"),
        is_right: |kinds| kinds.contains("\"audit\""),
        otherwise: "its audit log is not exported",
    },
    Setting {
        kind: "aws_docdb_cluster",
        path: "enabled_cloudwatch_logs_exports",
        default: Some("[]"),
        is_right: |kinds| kinds.contains("\"audit\""),
        otherwise: "its audit log is not exported",
    },
    Setting::on("aws_mq_broker", "logs.0.general", "false", "its log stays with the broker"),
    Setting {
        kind: "aws_msk_cluster",
        path: "logging_info",
        default: Some("[]"),
        is_right: |logs| logs.contains("\"enabled\":true"),
        otherwise: "its brokers log nowhere",
    },
    Setting {
        kind: "aws_opensearch_domain",
        path: "log_publishing_options",
        default: Some("[]"),
        is_right: has_domain_logs,
        otherwise: "its error or audit log goes nowhere",
    },
    Setting {
        kind: "aws_elasticsearch_domain",
        path: "log_publishing_options",
        default: Some("[]"),
        is_right: has_domain_logs,
        otherwise: "its error or audit log goes nowhere",
    },
    Setting::set("aws_api_gateway_stage", "access_log_settings", "no log shows who called it"),
    Setting::set("aws_apigatewayv2_stage", "access_log_settings", "no log shows who called it"),
    Setting::set("aws_appsync_graphql_api", "log_config", "no log shows who called it"),
    Setting {
        kind: "aws_elb",
        path: "access_logs",
        default: Some("[]"),
        is_right: |logs| logs != "[]" && !logs.contains("\"enabled\":false"),
        otherwise: "no access log says who asked for what",
    },
    Setting::on(
        "aws_globalaccelerator_accelerator",
        "attributes.0.flow_logs_enabled",
        "false",
        "no flow log says who came from where",
    ),
    Setting::on(
        "aws_ec2_client_vpn_endpoint",
        "connection_log_options.0.enabled",
        "false",
        "no log shows who connected",
    ),
    Setting::on(
        "aws_vpn_connection",
        "tunnel1_log_options.0.cloudwatch_log_options.0.log_enabled",
        "false",
        "no log shows why a tunnel went down",
    ),
    Setting {
        kind: "aws_codebuild_project",
        path: "logs_config.0.cloudwatch_logs.0.status",
        default: Some("ENABLED"),
        is_right: |status| status == "ENABLED",
        otherwise: "no log shows what a build did",
    },
    Setting::set("aws_mskconnect_connector", "log_delivery", "no log shows what it copies"),
    Setting::set("aws_datasync_task", "cloudwatch_log_group_arn", "no log shows what it copies"),
    Setting::set("aws_transfer_connector", "logging_role", "no log shows what it sends"),
    Setting {
        kind: "aws_appsync_graphql_api",
        path: "log_config.#.field_log_level",
        default: None,
        is_right: |level| level != "NONE",
        otherwise: "no log shows which field failed",
    },
    Setting {
        kind: "aws_dms_replication_task",
        path: "replication_task_settings",
        default: Some("{}"),
        is_right: |settings| settings.replace([' ', '\n'], "").contains("\"EnableLogging\":true"),
        otherwise: "no log shows which rows it could not copy",
    },
    Setting {
        kind: "aws_redshiftserverless_namespace",
        path: "log_exports",
        default: Some("[]"),
        is_right: |kinds| kinds.contains("\"connectionlog\"") && kinds.contains("\"userlog\""),
        otherwise: "no log shows who asked it for what",
    },
];

/// Types whose log is configured by a resource of another type, the argument with which that one
/// names them, and the message if there is none.
const ELSEWHERE: [(&str, &str, &str, &str); 3] = [
    (
        "aws_networkfirewall_firewall",
        "aws_networkfirewall_logging_configuration",
        "firewall_arn",
        "no log shows what it lets through",
    ),
    (
        "aws_redshift_cluster",
        "aws_redshift_logging",
        "cluster_identifier",
        "no log shows who asked it for what",
    ),
    (
        "aws_route53_zone",
        "aws_route53_query_log",
        "zone_id",
        "no log shows what was asked of the zone",
    ),
];

fn has_domain_logs(logs: &str) -> bool {
    ["ES_APPLICATION_LOGS", "AUDIT_LOGS"].iter().all(|kind| logs.contains(kind))
}

fn check(check: &mut Check) {
    for setting in SETTINGS {
        setting.check(check, |_| true);
    }
    for (kind, log, argument, otherwise) in ELSEWHERE {
        for resource in check.all(kind).filter(is_concerned) {
            match resource.inventory().proven_referrers(resource, log, argument) {
                Ok(logs) if !logs.is_empty() => check.pass(&resource.root()),
                Ok(_) => check.fail(&resource.root(), otherwise),
                Err(reason) => check.unknown(&resource.root(), reason),
            }
        }
    }
}

/// A private zone is asked by its own network only, and an older block of a cluster may name its
/// log.
fn is_concerned(resource: &Resource) -> bool {
    let is_private = !resource.at("vpc").items().is_empty() || resource.at("vpc").is_dynamic();
    !is_private && resource.at("logging.0.enable").bool() != Known(true)
}
