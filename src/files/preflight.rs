//! `preflight.sh`: checks what an account must have before the first apply, without changing
//! anything.
//!
//! What is needed is counted in the stack itself, so that the script never asks for less than the
//! stack makes.

use std::collections::BTreeMap;

use anyhow::Result;
use serde_json::{Value, json};

use super::templates::{PREFLIGHT, Templates};
use crate::config::{Config, ContainerImage};
use crate::naming::{Kind, Name};
use terraform::tf::Module;

/// A quota that a new account can be too small for: its name, service and code, the resources that
/// count against it, and the words after `aws` that tell how much of it is in use.
/// Source of the codes: AWS General Reference, "Service endpoints and quotas", the page of each
/// service.
const QUOTAS: [(&str, &str, &str, &str, &str); 9] = [
    ("VPCs", "vpc", "L-F678F1CE", "aws_vpc", "ec2 describe-vpcs --query 'length(Vpcs)'"),
    (
        "Internet gateways",
        "vpc",
        "L-A4707A72",
        "aws_internet_gateway",
        "ec2 describe-internet-gateways --query 'length(InternetGateways)'",
    ),
    (
        "Elastic IP addresses",
        "ec2",
        "L-0263D0A3",
        "aws_eip",
        "ec2 describe-addresses --query 'length(Addresses)'",
    ),
    (
        "Application load balancers",
        "elasticloadbalancing",
        "L-53DA6B97",
        "aws_lb",
        "elbv2 describe-load-balancers --query \"length(LoadBalancers[?Type=='application'])\"",
    ),
    (
        "Database clusters",
        "rds",
        "L-952B80B8",
        "aws_rds_cluster",
        "rds describe-db-clusters --query 'length(DBClusters)'",
    ),
    (
        "Database instances",
        "rds",
        "L-7B6409FD",
        "aws_rds_cluster_instance",
        "rds describe-db-instances --query 'length(DBInstances)'",
    ),
    (
        "Database proxies",
        "rds",
        "L-D94C7EA3",
        "aws_db_proxy",
        "rds describe-db-proxies --query 'length(DBProxies)'",
    ),
    (
        "IAM roles",
        "iam",
        "L-FE177D64",
        "aws_iam_role",
        "iam get-account-summary --query SummaryMap.Roles",
    ),
    (
        "IAM policies",
        "iam",
        "L-E95E4862",
        "aws_iam_policy",
        "iam get-account-summary --query SummaryMap.Policies",
    ),
];

/// What makes AWS create a service-linked role when it is the first in the account, and the name of
/// the role. Source: the security chapter of each service's guide, "Using service-linked roles".
const SERVICE_LINKED_ROLES: [(&str, &str); 6] = [
    ("aws_lb", "AWSServiceRoleForElasticLoadBalancing"),
    ("aws_ecs_cluster", "AWSServiceRoleForECS"),
    ("aws_appautoscaling_target", "AWSServiceRoleForApplicationAutoScaling_ECSService"),
    ("aws_rds_cluster", "AWSServiceRoleForRDS"),
    ("aws_wafv2_web_acl_logging_configuration", "AWSServiceRoleForWAFV2Logging"),
    ("aws_fis_experiment_template", "AWSServiceRoleForFIS"),
];

/// Executions that Lambda keeps back from what can be provisioned.
/// Source: AWS Lambda Developer Guide, "Configuring provisioned concurrency for a function".
const LAMBDA_UNRESERVED: u32 = 100;

/// The script of one environment, whose stack has these modules.
pub fn of_stack(config: &Config, modules: &[&Module], templates: &Templates) -> Result<String> {
    let counts = counts(modules);
    let roles = SERVICE_LINKED_ROLES.iter().filter(|(resource, _)| counts.contains_key(*resource));
    let backend = config.backend.as_ref();
    templates.render(
        PREFLIGHT,
        &json!({
            "suffix": config.suffix.as_str(),
            "account_id": config.account_id.as_ref().map(|id| id.as_str()),
            "zones": config.network.availability_zones.map(|zone| zone.name()),
            "quotas": quotas(config, &counts),
            "fargate_vcpus": fargate_vcpus(config),
            "executions": executions(config),
            "certificate_arn": config.application.certificate_arn.as_ref().map(|arn| arn.as_str()),
            "has_domain": config.application.domain.is_some(),
            "state": backend.map(
                |backend| json!({ "bucket": backend.bucket.as_str(), "region": backend.region() })
            ),
            "image": image(config),
            "service_linked_roles": roles.map(|(_, role)| role).collect::<Vec<_>>(),
        }),
    )
}

/// How many resources of each type the stack has.
fn counts<'m>(modules: &[&'m Module]) -> BTreeMap<&'m str, usize> {
    let mut all = BTreeMap::new();
    for (kind, count) in modules.iter().flat_map(|module| module.resource_counts()) {
        *all.entry(kind).or_default() += count;
    }
    all
}

fn quotas(config: &Config, counts: &BTreeMap<&str, usize>) -> Vec<Value> {
    // The restore test runs a cluster with one instance beside the stack's own.
    let copy = usize::from(config.resilience.restore_test);
    QUOTAS
        .iter()
        .filter_map(|(name, service, code, resource, used)| {
            let restored = if resource.starts_with("aws_rds_cluster") { copy } else { 0 };
            let needed = counts.get(*resource)? + restored;
            Some(json!({
                "name": name, "service": service, "code": code, "needed": needed, "used": used
            }))
        })
        .collect()
}

/// The most vCPUs at one moment: a deployment at the task ceiling runs every task twice.
fn fargate_vcpus(config: &Config) -> u32 {
    let application = &config.application;
    (2 * application.max_tasks.get() * application.task_size.cpu()).div_ceil(1024)
}

/// Executions at one moment: each task waits for one validation, and what is provisioned leaves
/// Lambda its reserve.
fn executions(config: &Config) -> u32 {
    let provisioned = config
        .validation
        .provisioned_concurrency
        .map(|instances| instances.get() + LAMBDA_UNRESERVED);
    config.application.max_tasks.get().max(provisioned.unwrap_or_default())
}

/// The image in the stack's own repository; none where it comes from another registry.
fn image(config: &Config) -> Option<Value> {
    let repository = Name::sole(Kind::EcrRepository).for_suffix(&config.suffix);
    let Some(image) = config.application.container_image.as_ref().map(ContainerImage::as_str)
    else {
        return Some(json!({ "repository": repository, "id": "imageTag=release" }));
    };
    let (_, own) = image.split_once(&format!(".dkr.ecr.us-east-1.amazonaws.com/{repository}"))?;
    let id = match own.split_once('@') {
        Some((_, digest)) => format!("imageDigest={digest}"),
        None => format!("imageTag={}", own.strip_prefix(':')?),
    };
    Some(json!({ "repository": repository, "id": id }))
}

#[cfg(test)]
mod tests {
    use super::{Templates, of_stack};
    use crate::config::{Config, Profile};
    use crate::stack;

    fn script(profile: Profile, toml: &str) -> String {
        let config =
            Config::from_toml(toml, "test.toml".as_ref(), "test".parse().unwrap(), Some(profile))
                .unwrap();
        let modules = stack::payment(&config).unwrap().modules().unwrap();
        of_stack(&config, &modules.iter().collect::<Vec<_>>(), &Templates::new().unwrap()).unwrap()
    }

    #[test]
    fn the_script_asks_for_as_much_as_the_stack_makes() {
        let script = script(Profile::Production, "");
        for line in [
            "room 'Elastic IP addresses' 3 ec2 L-0263D0A3",
            "room 'Database clusters' 2 rds L-952B80B8",
            "room 'Database instances' 4 rds L-7B6409FD",
            "room 'Fargate vCPUs' 100 fargate L-3032A538",
            "room 'Lambda executions at once' 50 lambda L-B99A9384",
        ] {
            assert!(script.contains(line), "{line} in:\n{script}");
        }
    }

    #[test]
    fn what_a_profile_leaves_out_is_not_asked_for() {
        let script = script(Profile::Development, "");
        for word in [
            "Database proxies",
            "AWSServiceRoleForFIS",
            "AWSServiceRoleForWAFV2Logging",
            "state_bucket '",
        ] {
            assert!(!script.contains(word), "{word}");
        }
        assert!(script.contains("room 'Database instances' 3 "), "no restore test, no copy");
        assert!(script.contains("room 'Fargate vCPUs' 25 "), "a quarter vCPU each");
    }

    #[test]
    fn provisioned_executions_leave_lambda_its_reserve() {
        let script = script(Profile::Production, "[validation]\nprovisioned_concurrency = 3\n");
        assert!(script.contains("room 'Lambda executions at once' 103 "));
    }

    #[test]
    fn a_configured_image_is_looked_for_by_its_tag_or_digest_and_a_foreign_one_is_not() {
        let asked = |image: &str| {
            script(Profile::Production, &format!("[application]\ncontainer_image = {image:?}\n"))
        };
        let own = "123456789012.dkr.ecr.us-east-1.amazonaws.com/ecr-test";
        assert!(script(Profile::Production, "").contains("image 'ecr-test' 'imageTag=release'"));
        assert!(asked(&format!("{own}:1.4.2")).contains("image 'ecr-test' 'imageTag=1.4.2'"));
        let digest = format!("sha256:{}", "ab".repeat(32));
        assert!(
            asked(&format!("{own}@{digest}"))
                .contains(&format!("image 'ecr-test' 'imageDigest={digest}'"))
        );
        assert!(!asked("public.ecr.aws/pay/app:1").contains("\nimage '"));
    }
}
