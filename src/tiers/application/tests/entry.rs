//! What the load balancer and its firewall promise.

use super::{complete, resource, resource_of};
use crate::config::{ContainerProtocol, RateKey};
use crate::tiers::application::{Application, Firewall};
use crate::tiers::testing::declared;

#[test]
fn the_load_balancer_is_in_all_public_subnets_and_can_be_destroyed() {
    let balancer = resource("aws_lb", "main");
    assert_eq!(balancer["subnets"], "${var.public_subnet_ids}");
    assert_eq!(balancer["enable_deletion_protection"], false);
}

#[test]
fn a_protected_load_balancer_cannot_be_deleted() {
    let tier = Application { protected: true, ..complete() };
    assert_eq!(resource_of(&tier, "aws_lb", "main")["enable_deletion_protection"], true);
}

#[test]
fn a_zone_can_be_shifted_away_and_clients_follow_within_five_minutes() {
    let balancer = resource("aws_lb", "main");
    assert_eq!(balancer["enable_zonal_shift"], true);
    assert_eq!(balancer["client_keep_alive"], 300);
}

#[test]
fn every_request_and_every_connection_is_logged() {
    for log in ["access_logs", "connection_logs"] {
        let log = resource("aws_lb", "main")[log].take();
        assert_eq!(log["enabled"], true);
        assert_eq!(log["bucket"], "${var.access_log_bucket}");
    }
}

#[test]
fn payments_come_over_tls_1_2_or_1_3_only() {
    let https = resource("aws_lb_listener", "https");
    assert_eq!(https["protocol"], "HTTPS");
    assert_eq!(https["ssl_policy"], "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09");
    let http = resource("aws_lb_listener", "http")["default_action"].take();
    assert_eq!(http["type"], "redirect");
    assert_eq!(http["redirect"]["protocol"], "HTTPS");
}

#[test]
fn the_target_group_changes_its_name_with_what_replaces_it() {
    for (protocol, name) in
        [(ContainerProtocol::Https, "tg-https-"), (ContainerProtocol::Http, "tg-http-")]
    {
        let tier = Application { container_protocol: protocol, ..complete() };
        let group = resource_of(&tier, "aws_lb_target_group", "main");
        assert_eq!(group["name"], format!("{name}${{var.environment_suffix}}"));
        assert_eq!(group["protocol"], protocol.as_str());
        assert_eq!(group["health_check"]["protocol"], protocol.as_str());
        assert_eq!(group["lifecycle"]["create_before_destroy"], true);
    }
}

#[test]
fn a_failed_task_is_out_after_two_checks_of_ten_seconds() {
    let check = resource("aws_lb_target_group", "main")["health_check"].take();
    assert_eq!((&check["interval"], &check["unhealthy_threshold"]), (&10.into(), &2.into()));
    assert_eq!(check["path"], "${var.health_check_path}");
}

#[test]
fn dns_leaves_a_zone_before_routing_gives_up_on_health() {
    let health = resource("aws_lb_target_group", "main")["target_group_health"].take();
    assert_eq!(health["dns_failover"]["minimum_healthy_targets_count"], "2");
    assert_eq!(health["unhealthy_state_routing"]["minimum_healthy_targets_count"], 1);
}

#[test]
fn the_firewall_is_before_the_load_balancer_and_hides_credentials_from_its_log() {
    let association = resource("aws_wafv2_web_acl_association", "main");
    assert_eq!(association["resource_arn"], "${aws_lb.main.arn}");
    let fields =
        resource("aws_wafv2_web_acl_logging_configuration", "main")["redacted_fields"].take();
    let headers: Vec<_> =
        fields.as_array().unwrap().iter().map(|field| &field["single_header"]["name"]).collect();
    assert_eq!(headers, ["authorization", "cookie"]);
}

#[test]
fn the_firewall_asks_its_rules_in_one_order() {
    let rules = resource("aws_wafv2_web_acl", "main")["rule_json"].to_string();
    for priority in 0..=4 {
        let found = rules.matches(&format!("Priority = {priority},")).count();
        assert_eq!(found, 1, "priority {priority} in {rules}");
    }
    assert!(rules.contains("Limit = var.waf_rate_limit"), "{rules}");
}

fn rules(tier: &Application) -> String {
    resource_of(tier, "aws_wafv2_web_acl", "main")["rule_json"].as_str().unwrap().to_owned()
}

#[test]
fn what_holds_against_a_merchants_server_only_counts() {
    let rules = rules(&complete());
    for rule in
        ["SizeRestrictions_BODY", "GenericRFI_BODY", "EC2MetaDataSSRF_BODY", "NoUserAgent_HEADER"]
    {
        let counted = rules.split("RuleActionOverrides").nth(1).unwrap();
        assert!(counted.contains(rule), "{rule} blocks: {rules}");
    }
    assert_eq!(rules.matches("RuleActionOverrides").count(), 1, "{rules}");
    assert_eq!(rules.matches("Count = {}").count(), 4, "{rules}");
}

#[test]
fn the_rate_is_counted_by_the_configured_key_and_exempt_merchants_are_left_out() {
    for (key, words) in [
        (RateKey::Address, &["AggregateKeyType = \"IP\""][..]),
        (
            RateKey::ForwardedAddress,
            &["AggregateKeyType = \"FORWARDED_IP\"", "HeaderName = \"X-Forwarded-For\""],
        ),
        (
            RateKey::Header("x-api-key".to_owned()),
            &["AggregateKeyType = \"CUSTOM_KEYS\"", "Name = \"x-api-key\""],
        ),
    ] {
        let waf = Some(Firewall { rate_key: key, counted_rules: Vec::new() });
        let rules = rules(&Application { waf, ..complete() });
        for word in words
            .iter()
            .chain(&["EvaluationWindowSec = var.waf_rate_window_seconds", "NotStatement"])
        {
            assert!(rules.contains(word), "{word} is not in {rules}");
        }
        assert!(rules.contains("aws_wafv2_ip_set.exempt.arn"), "{rules}");
        assert!(!rules.contains("RuleActionOverrides"), "{rules}");
    }
    assert_eq!(resource("aws_wafv2_ip_set", "exempt")["addresses"], "${var.waf_exempt_addresses}");
}

#[test]
fn without_firewall_nothing_of_it_is_declared() {
    let resources = declared(&Application { waf: None, ..complete() })["resource"].take();
    let leftovers: Vec<_> = resources
        .as_object()
        .unwrap()
        .keys()
        .filter(|kind| kind.starts_with("aws_wafv2"))
        .collect();
    assert!(leftovers.is_empty(), "{leftovers:?}");
    assert!(resources["aws_cloudwatch_log_group"]["firewall"].is_null());
}
