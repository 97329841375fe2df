//! One assertion per promise of the tier; `entry` has those of the load balancer and its firewall.

mod entry;

use serde_json::Value;

use super::{Application, Firewall};
use crate::config::{CommonRule, ContainerInsights, ContainerProtocol, RateKey};
use crate::tiers::testing::declared;

fn complete() -> Application {
    Application {
        container_protocol: ContainerProtocol::Https,
        container_insights: ContainerInsights::Enhanced,
        waf: Some(Firewall {
            rate_key: RateKey::Address,
            counted_rules: CommonRule::WRONG_FOR_SERVERS.to_vec(),
        }),
        secrets: Vec::new(),
        protected: false,
        memory_tracking: true,
    }
}

/// One resource of the complete tier.
fn resource(kind: &str, name: &str) -> Value {
    resource_of(&complete(), kind, name)
}

fn resource_of(tier: &Application, kind: &str, name: &str) -> Value {
    let resource = declared(tier)["resource"][kind][name].take();
    assert!(resource.is_object(), "{kind}.{name} is not declared");
    resource
}

fn container() -> String {
    resource("aws_ecs_task_definition", "main")["container_definitions"]
        .to_string()
        .replace([' ', '\\', '"'], "")
}

#[track_caller]
fn container_says(text: &str) {
    assert!(container().contains(text), "{text} is not in {}", container());
}

#[test]
fn the_repository_is_encrypted_with_our_key_and_destroyed_with_its_images() {
    let repository = resource("aws_ecr_repository", "main");
    assert_eq!(repository["encryption_configuration"]["kms_key"], "${var.data_key_arn}");
    assert_eq!(repository["force_delete"], true);
}

#[test]
fn a_released_image_cannot_be_overwritten() {
    assert_eq!(resource("aws_ecr_repository", "main")["image_tag_mutability"], "IMMUTABLE");
}

#[test]
fn every_log_group_has_our_key_and_a_retention() {
    let groups = declared(&complete())["resource"]["aws_cloudwatch_log_group"].take();
    let groups = groups.as_object().unwrap();
    assert_eq!(
        groups.keys().collect::<Vec<_>>(),
        ["container_insights", "application", "firewall"]
    );
    for group in groups.values() {
        assert_eq!(group["kms_key_id"], "${var.logs_key_arn}");
        assert_eq!(group["retention_in_days"], "${var.log_retention_days}");
    }
}

#[test]
fn card_numbers_are_masked_where_requests_can_be_logged() {
    let policies =
        declared(&complete())["resource"]["aws_cloudwatch_log_data_protection_policy"].take();
    let policies = policies.as_object().unwrap();
    assert_eq!(policies.keys().collect::<Vec<_>>(), ["application", "firewall"]);
    for (label, policy) in policies {
        assert_eq!(policy["log_group_name"], format!("${{aws_cloudwatch_log_group.{label}.name}}"));
        let document = policy["policy_document"].as_str().unwrap();
        for word in
            ["CreditCardNumber", "CreditCardSecurityCode", "MaskConfig", "FindingsDestination"]
        {
            assert!(document.contains(word), "{label}: {document}");
        }
    }
}

#[test]
fn the_cluster_waits_for_the_log_group_that_container_insights_would_create_without_key() {
    let cluster = resource("aws_ecs_cluster", "main");
    assert_eq!(cluster["depends_on"][0], "${aws_cloudwatch_log_group.container_insights}");
    assert_eq!(
        resource("aws_cloudwatch_log_group", "container_insights")["name"],
        "/aws/ecs/containerinsights/ecs-cluster-${var.environment_suffix}/performance"
    );
}

#[test]
fn container_insights_is_as_deep_as_asked() {
    for insights in [ContainerInsights::Enabled, ContainerInsights::Enhanced] {
        let cluster = resource_of(
            &Application { container_insights: insights, ..complete() },
            "aws_ecs_cluster",
            "main",
        );
        assert_eq!(cluster["setting"]["value"], insights.as_str());
    }
}

#[test]
fn the_disks_of_the_tasks_are_encrypted_with_our_key() {
    let storage =
        resource("aws_ecs_cluster", "main")["configuration"]["managed_storage_configuration"]
            .take();
    assert_eq!(storage["fargate_ephemeral_storage_kms_key_id"], "${var.data_key_arn}");
}

#[test]
fn tasks_run_on_fargate_and_never_on_spot() {
    let strategy = resource("aws_ecs_service", "main")["capacity_provider_strategy"].take();
    assert_eq!(strategy["capacity_provider"], "FARGATE");
    let providers =
        resource("aws_ecs_cluster_capacity_providers", "main")["capacity_providers"].take();
    assert_eq!(providers, serde_json::json!(["FARGATE"]));
}

#[test]
fn cpu_and_memory_are_texts_as_ecs_takes_them() {
    let task = resource("aws_ecs_task_definition", "main");
    assert_eq!(task["cpu"], "${tostring(var.task_cpu)}");
    assert_eq!(task["memory"], "${tostring(var.task_memory)}");
}

#[test]
fn the_container_cannot_become_root_nor_write_outside_tmp() {
    container_says("user=10001:10001");
    container_says("drop=[ALL");
    container_says("readonlyRootFilesystem=true");
    container_says("containerPath=/tmp");
}

#[test]
fn the_container_runs_the_given_image_or_that_of_the_own_repository() {
    container_says(
        "image=coalesce(var.container_image,${aws_ecr_repository.main.repository_url}:release)",
    );
}

#[test]
fn an_outage_of_the_logs_does_not_stop_payments() {
    container_says("mode=non-blocking");
    container_says("max-buffer-size=25m");
}

#[test]
fn a_task_ends_its_payments_after_the_load_balancer_has_drained_it() {
    container_says("stopTimeout=60");
    assert_eq!(resource("aws_lb_target_group", "main")["deregistration_delay"], "30");
}

#[test]
fn no_secret_is_handed_to_the_container() {
    let container = container().to_lowercase();
    for word in ["secret", "password", "valuefrom"] {
        assert!(!container.contains(word), "{word} is in {container}");
    }
}

#[test]
fn tasks_stand_in_all_private_subnets_without_public_address() {
    let network = resource("aws_ecs_service", "main")["network_configuration"].take();
    assert_eq!(network["subnets"], "${var.app_subnet_ids}");
    assert_eq!(network["assign_public_ip"], false);
}

#[test]
fn tasks_are_rebalanced_between_the_zones_and_there_is_room_for_it() {
    let service = resource("aws_ecs_service", "main");
    assert_eq!(service["availability_zone_rebalancing"], "ENABLED");
    assert_eq!(service["deployment_maximum_percent"], 200);
    assert_eq!(service["deployment_minimum_healthy_percent"], 100);
}

#[test]
fn a_failed_deployment_is_rolled_back() {
    let breaker = resource("aws_ecs_service", "main")["deployment_circuit_breaker"].take();
    assert_eq!(breaker, serde_json::json!({ "enable": true, "rollback": true }));
}

#[test]
fn a_deployment_whose_tasks_fail_requests_is_rolled_back_too() {
    let alarms = resource("aws_ecs_service", "main")["alarms"].take();
    let expected = serde_json::json!({
        "enable": true, "rollback": true, "alarm_names": "${var.rollback_alarm_names}"
    });
    assert_eq!(alarms, expected);
}

#[test]
fn there_is_a_revision_to_roll_back_to() {
    assert_eq!(resource("aws_ecs_task_definition", "main")["skip_destroy"], true);
}

#[test]
fn the_service_starts_after_the_listener_and_leaves_before_the_capacity_provider() {
    let order = resource("aws_ecs_service", "main")["depends_on"].take();
    let expected = ["${aws_lb_listener.https}", "${aws_ecs_cluster_capacity_providers.main}"];
    assert_eq!(order, serde_json::json!(expected));
}

#[test]
fn an_apply_does_not_undo_what_scaling_did() {
    assert_eq!(
        resource("aws_ecs_service", "main")["lifecycle"]["ignore_changes"],
        serde_json::json!(["${desired_count}"])
    );
}

#[test]
fn scaling_keeps_between_the_fewest_and_the_most_tasks() {
    let range = resource("aws_appautoscaling_target", "tasks");
    assert_eq!(range["min_capacity"], "${var.minimum_tasks}");
    assert_eq!(range["max_capacity"], "${var.maximum_tasks}");
}

#[test]
fn scaling_goes_out_faster_than_in() {
    for policy in ["cpu", "memory", "requests"] {
        let tracking = resource("aws_appautoscaling_policy", policy)
            ["target_tracking_scaling_policy_configuration"]
            .take();
        assert_eq!(
            (&tracking["scale_out_cooldown"], &tracking["scale_in_cooldown"]),
            (&60.into(), &300.into())
        );
    }
}

#[test]
fn memory_scales_nothing_unless_it_is_asked_for() {
    let without = declared(&Application { memory_tracking: false, ..complete() });
    let policies = without["resource"]["aws_appautoscaling_policy"].as_object().unwrap();
    assert_eq!(policies.keys().collect::<Vec<_>>(), ["cpu", "requests"]);
}

#[test]
fn requests_are_counted_at_the_target_group_of_the_load_balancer() {
    let policy = resource("aws_appautoscaling_policy", "requests");
    let metric =
        &policy["target_tracking_scaling_policy_configuration"]["predefined_metric_specification"];
    assert_eq!(
        metric["resource_label"],
        "${aws_lb.main.arn_suffix}/${aws_lb_target_group.main.arn_suffix}"
    );
}

#[test]
fn a_secret_is_given_to_the_container_by_its_arn_and_its_variables_are_the_ones_told_to_the_configuration()
 {
    let secret = (
        "CARD_NETWORK_KEY".to_owned(),
        "arn:aws:secretsmanager:us-east-1:123456789012:secret:x-a1b2c3:key::".to_owned(),
    );
    let tier = Application { secrets: vec![secret.clone()], ..complete() };
    let task = resource_of(&tier, "aws_ecs_task_definition", "main");
    let definitions = task["container_definitions"].as_str().unwrap();
    assert!(definitions.contains(&secret.0) && definitions.contains(&secret.1), "{definitions}");
    for variable in crate::config::Application::OWN_VARIABLES {
        assert!(definitions.contains(&format!("\"{variable}\"")), "{variable}");
    }
}
