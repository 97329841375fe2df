//! The tasks that process payments, as they are deployed. That they start, scale and pass health
//! checks, no emulator shows.

use super::{
    assertion::{Assertion, assertions},
    aws::{ACCOUNT, Aws, array, equal, includes, text, texts},
};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Of the tasks of the application tier.
pub const ASSERTIONS: &[Assertion] = assertions![
    tasks_run_in_the_app_subnets_of_three_zones,
    tasks_are_spread_over_the_zones_again_after_an_imbalance,
    a_failed_deployment_is_rolled_back_and_never_lowers_the_count,
    the_service_scales_from_10_to_50_tasks,
    the_service_scales_on_cpu_and_requests_and_slowly_in,
    requests_reach_the_tasks_through_the_target_group,
    containers_are_read_only_and_unprivileged,
    containers_have_a_health_check_and_time_to_stop,
    the_task_definition_holds_no_secret,
    execution_role_and_task_role_are_apart,
    the_tasks_log_to_a_group_of_their_own,
    the_cluster_is_observed_and_its_storage_encrypted,
    images_cannot_be_replaced_under_their_tag,
];

/// APP-1, ALL-1
fn tasks_run_in_the_app_subnets_of_three_zones(aws: &Aws) -> Result<()> {
    let service = service(aws)?;
    let network = &service["networkConfiguration"]["awsvpcConfiguration"];
    equal(texts(&network["subnets"]), aws.subnets("app")?)?;
    let private = json!({
        "assignPublicIp": "DISABLED", "securityGroups": [aws.security_group("application")?]
    });
    includes(network, &private)?;
    equal(text(&service["capacityProviderStrategy"][0]["capacityProvider"]), "FARGATE")
}

/// APP-1, ALL-5
fn tasks_are_spread_over_the_zones_again_after_an_imbalance(aws: &Aws) -> Result<()> {
    includes(&service(aws)?, &json!({"availabilityZoneRebalancing": "ENABLED"}))
}

/// APP-1, ALL-5
fn a_failed_deployment_is_rolled_back_and_never_lowers_the_count(aws: &Aws) -> Result<()> {
    let expected = json!({
        "deploymentCircuitBreaker": {"enable": true, "rollback": true},
        "minimumHealthyPercent": 100,
        "maximumPercent": 200,
    });
    includes(&service(aws)?["deploymentConfiguration"], &expected)
}

/// APP-2
fn the_service_scales_from_10_to_50_tasks(aws: &Aws) -> Result<()> {
    let ecs = json!({"ServiceNamespace": "ecs"});
    let target =
        aws.only("application-autoscaling", "describe_scalable_targets", ecs, "ScalableTargets")?;
    let expected = json!({
        "ResourceId": "service/ecs-cluster-staging/ecs-service-staging",
        "ScalableDimension": "ecs:service:DesiredCount",
        "MinCapacity": 10,
        "MaxCapacity": 50,
    });
    includes(&target, &expected)?;
    let desired = service(aws)?["desiredCount"].as_u64().unwrap_or_default();
    ensure!((10..=50).contains(&desired), "{desired} tasks are desired");
    Ok(())
}

/// APP-2
fn the_service_scales_on_cpu_and_requests_and_slowly_in(aws: &Aws) -> Result<()> {
    let ecs = json!({"ServiceNamespace": "ecs"});
    let policies =
        aws.list("application-autoscaling", "describe_scaling_policies", ecs, "ScalingPolicies")?;
    let mut metrics = BTreeSet::new();
    for policy in &policies {
        let tracking = &policy["TargetTrackingScalingPolicyConfiguration"];
        includes(
            tracking,
            &json!({"ScaleInCooldown": 300, "ScaleOutCooldown": 60, "DisableScaleIn": false}),
        )?;
        metrics.insert(text(&tracking["PredefinedMetricSpecification"]["PredefinedMetricType"]));
    }
    let expected = ["ECSServiceAverageCPUUtilization", "ALBRequestCountPerTarget"];
    equal(metrics, expected.into())
}

/// APP-3
fn requests_reach_the_tasks_through_the_target_group(aws: &Aws) -> Result<()> {
    let group = aws.only("elbv2", "describe_target_groups", json!({}), "TargetGroups")?;
    let expected = json!({
        "targetGroupArn": group["TargetGroupArn"], "containerName": "payments",
        "containerPort": 8443
    });
    includes(&service(aws)?["loadBalancers"][0], &expected)
}

/// APP-1, IAM-3
fn containers_are_read_only_and_unprivileged(aws: &Aws) -> Result<()> {
    let expected = json!({
        "readonlyRootFilesystem": true,
        "user": "10001:10001",
        "linuxParameters": {"capabilities": {"drop": ["ALL"]}},
    });
    containers(aws)?.iter().try_for_each(|container| includes(container, &expected))
}

/// ALL-5
fn containers_have_a_health_check_and_time_to_stop(aws: &Aws) -> Result<()> {
    let expected = json!({
        "healthCheck": {"interval": 15, "retries": 3, "startPeriod": 60}, "stopTimeout": 60
    });
    containers(aws)?.iter().try_for_each(|container| includes(container, &expected))
}

/// ALL-4: the database is reached with IAM, so there is no password to hand over.
fn the_task_definition_holds_no_secret(aws: &Aws) -> Result<()> {
    for container in containers(aws)? {
        let names: Vec<_> = array(&container["environment"])
            .iter()
            .map(|variable| text(&variable["name"]))
            .collect();
        ensure!(
            names.contains(&"DATABASE_AUTHENTICATION"),
            "the environment is not the payment tasks': {names:?}"
        );
        let is_secret = |name: &&&str| {
            ["PASSWORD", "SECRET", "TOKEN", "KEY"].iter().any(|word| name.contains(word))
        };
        equal(names.iter().filter(is_secret).count(), 0)?;
        equal(array(&container["secrets"]).len(), 0)?;
    }
    Ok(())
}

/// IAM-1
fn execution_role_and_task_role_are_apart(aws: &Aws) -> Result<()> {
    let expected = json!({
        "executionRoleArn": format!("arn:aws:iam::{ACCOUNT}:role/iam-role-task-execution-staging"),
        "taskRoleArn": format!("arn:aws:iam::{ACCOUNT}:role/iam-role-task-staging"),
    });
    includes(&task_definition(aws)?, &expected)
}

/// ALL-6
fn the_tasks_log_to_a_group_of_their_own(aws: &Aws) -> Result<()> {
    let prefix = json!({"logGroupNamePrefix": "/ecs/ecs-service-staging"});
    let group = aws.only("logs", "describe_log_groups", prefix, "logGroups")?;
    let options = json!({"awslogs-group": group["logGroupName"], "mode": "non-blocking"});
    let expected = json!({"logConfiguration": {"logDriver": "awslogs", "options": options}});
    containers(aws)?.iter().try_for_each(|container| includes(container, &expected))
}

/// ALL-4, ALL-6
fn the_cluster_is_observed_and_its_storage_encrypted(aws: &Aws) -> Result<()> {
    let question =
        json!({"clusters": ["ecs-cluster-staging"], "include": ["SETTINGS", "CONFIGURATIONS"]});
    let cluster = aws.only("ecs", "describe_clusters", question, "clusters")?;
    let storage = json!({
        "managedStorageConfiguration": {"fargateEphemeralStorageKmsKeyId": aws.key("data")?}
    });
    let insights = json!([{"name": "containerInsights", "value": "enhanced"}]);
    includes(&cluster, &json!({"status": "ACTIVE", "settings": insights, "configuration": storage}))
}

/// APP-1, ALL-4
fn images_cannot_be_replaced_under_their_tag(aws: &Aws) -> Result<()> {
    let repository = aws.only("ecr", "describe_repositories", json!({}), "repositories")?;
    let expected = json!({
        "imageTagMutability": "IMMUTABLE",
        "imageScanningConfiguration": {"scanOnPush": true},
        "encryptionConfiguration": {"encryptionType": "KMS", "kmsKey": aws.key("data")?},
    });
    includes(&repository, &expected)
}

fn service(aws: &Aws) -> Result<Value> {
    let question = json!({"cluster": "ecs-cluster-staging", "services": ["ecs-service-staging"]});
    aws.only("ecs", "describe_services", question, "services")
}

fn task_definition(aws: &Aws) -> Result<Value> {
    let question = json!({"taskDefinition": service(aws)?["taskDefinition"]});
    let mut answer = aws.ask("ecs", "describe_task_definition", question)?;
    Ok(answer["taskDefinition"].take())
}

fn containers(aws: &Aws) -> Result<Vec<Value>> {
    let definition = task_definition(aws)?;
    let containers = definition["containerDefinitions"]
        .as_array()
        .context("the task definition has no containers")?;
    ensure!(!containers.is_empty(), "the task definition has no containers");
    Ok(containers.clone())
}
