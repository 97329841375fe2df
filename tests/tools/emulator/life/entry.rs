//! The way in as it is deployed: load balancer, target group and firewall. What they do with
//! requests, no emulator shows.

use super::{
    assertion::{Assertion, assertions},
    aws::{Aws, ZONES, array, attributes, equal, includes, text},
};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Of the entry of the application tier.
pub const ASSERTIONS: &[Assertion] = assertions![
    the_load_balancer_is_in_three_zones,
    the_load_balancer_can_be_moved_away_from_a_zone_and_rejects_malformed_requests,
    the_load_balancer_logs_requests_and_connections,
    payments_are_taken_over_https_with_a_current_tls_policy,
    http_is_redirected_to_https,
    requests_are_encrypted_up_to_the_container,
    unhealthy_targets_are_found_within_20_seconds,
    a_zone_without_two_healthy_targets_leaves_the_dns,
    the_firewall_is_before_the_load_balancer,
    the_firewall_limits_the_rate_and_applies_the_managed_rules,
    the_firewall_logs_without_credentials,
];

/// APP-3, ALL-1
fn the_load_balancer_is_in_three_zones(aws: &Aws) -> Result<()> {
    let balancer = load_balancer(aws)?;
    includes(&balancer, &json!({"Type": "application", "State": {"Code": "active"}}))?;
    let zones = array(&balancer["AvailabilityZones"]);
    let names: BTreeSet<_> = zones.iter().map(|zone| text(&zone["ZoneName"]).to_string()).collect();
    equal(names, ZONES.map(|zone| format!("us-east-1{zone}")).into())?;
    let subnets: BTreeSet<_> =
        zones.iter().map(|zone| text(&zone["SubnetId"]).to_string()).collect();
    equal(subnets, aws.subnets("public")?)
}

/// APP-3, ALL-3, ALL-5
fn the_load_balancer_can_be_moved_away_from_a_zone_and_rejects_malformed_requests(
    aws: &Aws,
) -> Result<()> {
    let expected = json!({
        "zonal_shift.config.enabled": "true",
        "routing.http.drop_invalid_header_fields.enabled": "true",
        "routing.http.desync_mitigation_mode": "defensive",
        "deletion_protection.enabled": "false",
    });
    includes(&load_balancer_attributes(aws)?, &expected)
}

/// ALL-6
fn the_load_balancer_logs_requests_and_connections(aws: &Aws) -> Result<()> {
    let expected = json!({
        "access_logs.s3.enabled": "true",
        "access_logs.s3.bucket": super::storage::ACCESS_LOGS,
        "connection_logs.s3.enabled": "true",
        "connection_logs.s3.bucket": super::storage::ACCESS_LOGS,
    });
    includes(&load_balancer_attributes(aws)?, &expected)
}

/// APP-3, ALL-4
fn payments_are_taken_over_https_with_a_current_tls_policy(aws: &Aws) -> Result<()> {
    let listener = listener(aws, 443)?;
    let forward =
        json!({"Type": "forward", "TargetGroupArn": target_group(aws)?["TargetGroupArn"]});
    includes(&listener["DefaultActions"][0], &forward)?;
    includes(
        &listener,
        &json!({"Protocol": "HTTPS", "SslPolicy": "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"}),
    )?;
    equal(array(&listener["Certificates"]).len(), 1)
}

/// ALL-4
fn http_is_redirected_to_https(aws: &Aws) -> Result<()> {
    let to_https = json!({"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"});
    let expected = json!({"Type": "redirect", "RedirectConfig": to_https});
    includes(&listener(aws, 80)?["DefaultActions"][0], &expected)
}

/// ALL-4
fn requests_are_encrypted_up_to_the_container(aws: &Aws) -> Result<()> {
    let expected = json!({"Protocol": "HTTPS", "HealthCheckProtocol": "HTTPS", "TargetType": "ip"});
    includes(&target_group(aws)?, &expected)
}

/// APP-3, ALL-5
fn unhealthy_targets_are_found_within_20_seconds(aws: &Aws) -> Result<()> {
    let expected = json!({
        "HealthCheckEnabled": true,
        "HealthCheckPath": "/healthz",
        "HealthCheckIntervalSeconds": 10,
        "HealthCheckTimeoutSeconds": 5,
        "HealthyThresholdCount": 2,
        "UnhealthyThresholdCount": 2,
        "Matcher": {"HttpCode": "200"},
    });
    includes(&target_group(aws)?, &expected)
}

/// APP-3, ALL-5
fn a_zone_without_two_healthy_targets_leaves_the_dns(aws: &Aws) -> Result<()> {
    let group = json!({"TargetGroupArn": target_group(aws)?["TargetGroupArn"]});
    let found =
        attributes(&aws.list("elbv2", "describe_target_group_attributes", group, "Attributes")?);
    let expected = json!({
        "target_group_health.dns_failover.minimum_healthy_targets.count": "2",
        "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count": "1",
        "load_balancing.algorithm.type": "weighted_random",
        "load_balancing.algorithm.anomaly_mitigation": "on",
        "deregistration_delay.timeout_seconds": "30",
        "stickiness.enabled": "false",
    });
    includes(&found, &expected)
}

/// APP-3, NET-3
fn the_firewall_is_before_the_load_balancer(aws: &Aws) -> Result<()> {
    includes(&firewall(aws)?, &json!({"Name": "waf-staging", "DefaultAction": {"Allow": {}}}))
}

/// APP-3
fn the_firewall_limits_the_rate_and_applies_the_managed_rules(aws: &Aws) -> Result<()> {
    let firewall = firewall(aws)?;
    let rules = array(&firewall["Rules"]);
    let rate = json!({
        "Statement": {"RateBasedStatement": {"Limit": 50000, "AggregateKeyType": "IP"}},
        "Action": {"Block": {"CustomResponse": {"ResponseCode": 429}}},
    });
    includes(
        rules.iter().find(|rule| rule["Name"] == "rate-limit").context("no rate limit")?,
        &rate,
    )?;
    let managed = rules.iter().filter(|rule| rule["OverrideAction"] == json!({"None": {}}));
    let groups: BTreeSet<_> =
        managed.map(|rule| text(&rule["Statement"]["ManagedRuleGroupStatement"]["Name"])).collect();
    let expected =
        ["AmazonIpReputationList", "KnownBadInputsRuleSet", "SQLiRuleSet", "CommonRuleSet"];
    equal(
        groups,
        expected
            .map(|group| format!("AWSManagedRules{group}"))
            .iter()
            .map(String::as_str)
            .collect(),
    )
}

/// ALL-6
fn the_firewall_logs_without_credentials(aws: &Aws) -> Result<()> {
    let scope = json!({"Scope": "REGIONAL"});
    let logging =
        aws.only("wafv2", "list_logging_configurations", scope, "LoggingConfigurations")?;
    includes(&logging, &json!({"ResourceArn": firewall(aws)?["ARN"]}))?;
    let redacted =
        array(&logging["RedactedFields"]).iter().map(|field| text(&field["SingleHeader"]["Name"]));
    equal(redacted.collect::<BTreeSet<_>>(), ["authorization", "cookie"].into())
}

fn load_balancer(aws: &Aws) -> Result<Value> {
    aws.only("elbv2", "describe_load_balancers", json!({}), "LoadBalancers")
}

fn load_balancer_attributes(aws: &Aws) -> Result<Value> {
    let balancer = json!({"LoadBalancerArn": load_balancer(aws)?["LoadBalancerArn"]});
    Ok(attributes(&aws.list(
        "elbv2",
        "describe_load_balancer_attributes",
        balancer,
        "Attributes",
    )?))
}

fn target_group(aws: &Aws) -> Result<Value> {
    aws.only("elbv2", "describe_target_groups", json!({}), "TargetGroups")
}

fn listener(aws: &Aws, port: u16) -> Result<Value> {
    let balancer = json!({"LoadBalancerArn": load_balancer(aws)?["LoadBalancerArn"]});
    let listeners = aws.list("elbv2", "describe_listeners", balancer, "Listeners")?;
    listeners
        .into_iter()
        .find(|listener| listener["Port"] == port)
        .with_context(|| format!("no listener on {port}"))
}

fn firewall(aws: &Aws) -> Result<Value> {
    let balancer = json!({"ResourceArn": load_balancer(aws)?["LoadBalancerArn"]});
    let mut answer = aws.ask("wafv2", "get_web_acl_for_resource", balancer)?;
    Ok(answer["WebACL"].take())
}
