//! What runs is on a platform that is maintained and can be observed.
//!
//! ## Why
//!
//! An old version of the Fargate platform lacks the fixes of the newer ones. Launch configurations
//! take no new kind of machine. Without Container Insights, enhanced monitoring, draining or
//! tracing, nobody can find out what went wrong.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   platform_version = "1.3.0"
//! }
//! ```
//!
//! ## Fix
//!
//! Set the argument that the finding names, or remove it where the default is right.
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   platform_version = "LATEST"
//! }
//! ```
//!
//! ## Source
//!
//! - [Security Hub controls ECS.10, ECS.12 and ECS.19](https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html)
//! - [Security Hub controls CodeBuild.3, CodeBuild.5 and CodeBuild.7](https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html)
//! - [Security Hub control ElastiCache.7](https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html)
//! - [Security Hub control DataFirehose.1](https://docs.aws.amazon.com/securityhub/latest/userguide/datafirehose-controls.html)
//! - [Security Hub control PCA.1](https://docs.aws.amazon.com/securityhub/latest/userguide/pca-controls.html)
//! - [Security Hub control RDS.6](https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html)
//! - [Security Hub control AutoScaling.9](https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html)
//! - [Security Hub controls ELB.7 and ELB.9](https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html)
//! - [Security Hub controls WAF.10 and WAF.12](https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html)
//! - [Security Hub controls CloudFront.1, CloudFront.7 and CloudFront.8](https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html)

use crate::planned::Planned::Known;
use crate::setting::Setting;
use crate::{Check, Resource};

rule! { Warning, AnyStack, ["APP-1"] }

const SETTINGS: [Setting; 23] = [
    Setting {
        kind: "aws_ecs_service",
        path: "platform_version",
        default: Some("LATEST"),
        is_right: |version| matches!(version, "LATEST" | "1.4.0" | "1.0.0"),
        otherwise: "a newer version of the platform has fixes that this one lacks",
    },
    Setting {
        kind: "aws_ecs_cluster",
        path: "setting",
        default: None,
        is_right: has_insights,
        otherwise: "nothing is measured of its tasks and services (Container Insights)",
    },
    Setting {
        kind: "aws_ecs_capacity_provider",
        path: "auto_scaling_group_provider.0.managed_termination_protection",
        default: Some("DISABLED"),
        is_right: |protection| protection == "ENABLED",
        otherwise: "scaling in takes machines away with their tasks",
    },
    Setting::on(
        "aws_elb",
        "connection_draining",
        "false",
        "requests are cut off when a machine is taken out",
    ),
    Setting {
        kind: "aws_autoscaling_group",
        path: "launch_configuration",
        default: Some(""),
        is_right: |name| name.is_empty(),
        otherwise: "launch configurations take no new kinds of machines; use a launch template",
    },
    Setting::on(
        "aws_api_gateway_stage",
        "xray_tracing_enabled",
        "false",
        "where the time of a request goes is not traced",
    ),
    Setting {
        kind: "aws_cloudfront_distribution",
        path: "default_root_object",
        default: Some(""),
        is_right: |object| !object.is_empty(),
        otherwise: "a request for the root may list the contents of the bucket",
    },
    Setting {
        kind: "aws_wafv2_web_acl",
        path: "visibility_config.0.cloudwatch_metrics_enabled",
        default: None,
        is_right: |on| on == "true",
        otherwise: "nothing is measured of what it stops",
    },
    Setting {
        kind: "aws_networkfirewall_firewall_policy",
        path: "firewall_policy.0.stateless_default_actions",
        default: Some("[]"),
        is_right: |actions| !actions.contains("aws:pass"),
        otherwise: "what no rule names passes",
    },
    Setting {
        kind: "aws_acm_certificate",
        path: "key_algorithm",
        default: Some("RSA_2048"),
        is_right: |key| key != "RSA_1024",
        otherwise: "its key is too short",
    },
    Setting {
        kind: "aws_db_instance",
        path: "monitoring_interval",
        default: Some("0"),
        is_right: |seconds| seconds != "0",
        otherwise: UNMONITORED,
    },
    Setting {
        kind: "aws_rds_cluster_instance",
        path: "monitoring_interval",
        default: Some("0"),
        is_right: |seconds| seconds != "0",
        otherwise: UNMONITORED,
    },
    Setting::on(
        "aws_elb",
        "cross_zone_load_balancing",
        "true",
        "a zone with few machines gets as much as one with many",
    ),
    Setting {
        kind: "aws_elasticache_cluster",
        path: "subnet_group_name",
        default: Some("default"),
        is_right: |group| group != "default",
        otherwise: "it is in the subnets of the default group, which are public",
    },
    Setting::off(
        "aws_codebuild_project",
        "environment.#.privileged_mode",
        "a build has all rights on its machine",
    ),
    Setting::off(
        "aws_codebuild_report_group",
        "export_config.#.s3_destination.#.encryption_disabled",
        "its reports are kept unencrypted",
    ),
    Setting::on(
        "aws_kinesis_firehose_delivery_stream",
        "server_side_encryption.0.enabled",
        "false",
        "what it holds until it is delivered is not encrypted",
    ),
    Setting {
        kind: "aws_acmpca_certificate_authority",
        path: "enabled",
        default: Some("true"),
        is_right: |enabled| enabled == "false",
        otherwise: "the root of all trust signs at any time; a subordinate should",
    },
    Setting::off(
        "aws_codebuild_project",
        "logs_config.0.s3_logs.0.encryption_disabled",
        "its logs are kept unencrypted",
    ),
    Setting {
        kind: "aws_sagemaker_notebook_instance",
        path: "root_access",
        default: Some("Enabled"),
        is_right: |access| access == "Disabled",
        otherwise: "everyone who uses it is root on it",
    },
    Setting {
        kind: "aws_kinesis_stream",
        path: "retention_period",
        default: Some("24"),
        is_right: |hours| hours.parse().is_ok_and(|hours: u32| hours >= 168),
        otherwise: "what is not read within a week is lost",
    },
    Setting {
        kind: "aws_efs_access_point",
        path: "root_directory.0.path",
        default: Some("/"),
        is_right: |path| path != "/",
        otherwise: "it leads to all of the file system",
    },
    Setting::set("aws_efs_access_point", "posix_user", "who writes through it is whoever they say"),
];

const UNMONITORED: &str = "its machine is not seen from within (enhanced monitoring)";

fn has_insights(settings: &str) -> bool {
    settings.contains("containerInsights") && !settings.contains("\"disabled\"")
}

fn check(check: &mut Check) {
    let mut accounts = check.all("aws_ecs_account_setting_default");
    let by_default =
        accounts.any(|account| account.at("name").string() == Known("containerInsights"));
    for setting in SETTINGS {
        let is_decided = by_default && setting.path == "setting";
        if !is_decided {
            setting.check(check, is_concerned);
        }
    }
}

fn is_concerned(resource: Resource) -> bool {
    let is_set = |argument: &str| resource.at(argument).value().is_set();
    match resource.kind() {
        // Only tasks on Fargate have a version of the platform.
        "aws_ecs_service" => resource.at("launch_type").string().or("FARGATE") == Known("FARGATE"),
        "aws_acmpca_certificate_authority" => resource.at("type").string() == Known("ROOT"),
        // A member of a replication group is in the subnets of that group.
        "aws_elasticache_cluster" => !is_set("replication_group_id"),
        // If the source is a Kinesis stream, the stream's encryption counts.
        "aws_kinesis_firehose_delivery_stream" => {
            resource.at("kinesis_source_configuration").items().is_empty()
        }
        _ => true,
    }
}
