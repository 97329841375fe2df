//! Security groups and network ACLs as they are deployed: every way in and out of each tier, and no
//! other.

use super::{
    assertion::{Assertion, assertions},
    aws::{Aws, ZONES, array, equal, set, tag, text},
};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Of the rules of the network tier.
pub const ASSERTIONS: &[Assertion] = assertions![
    the_database_is_reached_from_the_proxy_only,
    the_database_opens_no_connection,
    the_proxy_is_reached_from_the_tasks_only,
    the_tasks_are_reached_from_the_load_balancer_only,
    the_tasks_reach_the_proxy_the_endpoints_and_https_only,
    the_load_balancer_is_reached_by_https_and_by_http_to_be_redirected,
    the_load_balancer_reaches_the_tasks_only,
    nothing_reaches_the_validation_function_through_the_network,
    the_default_security_group_is_empty,
    the_default_network_acl_lets_nothing_through,
    every_subnet_has_the_network_acl_of_its_tier,
    the_network_acl_of_the_data_subnets_admits_the_app_and_data_subnets_only,
    the_network_acl_of_the_app_subnets_admits_the_load_balancer_endpoint_users_and_answers_only,
    the_network_acl_of_the_public_subnets_admits_https_http_and_answers_only,
];

const IN: &str = "IpPermissions";
const OUT: &str = "IpPermissionsEgress";
/// The address plan of the default configuration.
const APP: [&str; 3] = ["10.0.0.0/20", "10.0.16.0/20", "10.0.32.0/20"];
const PUBLIC: [&str; 3] = ["10.0.48.0/24", "10.0.49.0/24", "10.0.50.0/24"];
const DATA: [&str; 3] = ["10.0.64.0/24", "10.0.65.0/24", "10.0.66.0/24"];
/// Ports that answers come back to.
/// <https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports>
const ANSWERS: &str = "1024-65535";

/// NET-3
fn the_database_is_reached_from_the_proxy_only(aws: &Aws) -> Result<()> {
    equal(peers(aws, "database", IN)?, set(["5432 security-group-proxy-staging"]))
}

/// NET-3
fn the_database_opens_no_connection(aws: &Aws) -> Result<()> {
    equal(peers(aws, "database", OUT)?, set([]))
}

/// NET-3
fn the_proxy_is_reached_from_the_tasks_only(aws: &Aws) -> Result<()> {
    equal(peers(aws, "proxy", IN)?, set(["5432 security-group-application-staging"]))
}

/// NET-3
fn the_tasks_are_reached_from_the_load_balancer_only(aws: &Aws) -> Result<()> {
    equal(peers(aws, "application", IN)?, set(["8443 security-group-load-balancer-staging"]))
}

/// NET-3
fn the_tasks_reach_the_proxy_the_endpoints_and_https_only(aws: &Aws) -> Result<()> {
    let expected = ["5432 security-group-proxy-staging", "443 0.0.0.0/0"];
    equal(peers(aws, "application", OUT)?, set(expected))
}

/// NET-3, ALL-4
fn the_load_balancer_is_reached_by_https_and_by_http_to_be_redirected(aws: &Aws) -> Result<()> {
    equal(peers(aws, "load-balancer", IN)?, set(["443 0.0.0.0/0", "80 0.0.0.0/0"]))
}

/// NET-3
fn the_load_balancer_reaches_the_tasks_only(aws: &Aws) -> Result<()> {
    equal(peers(aws, "load-balancer", OUT)?, set(["8443 security-group-application-staging"]))
}

/// NET-3: it is invoked through the Lambda API.
fn nothing_reaches_the_validation_function_through_the_network(aws: &Aws) -> Result<()> {
    equal(peers(aws, "validation", IN)?, set([]))
}

/// NET-3
fn the_default_security_group_is_empty(aws: &Aws) -> Result<()> {
    let groups = aws.list("ec2", "describe_security_groups", json!({}), "SecurityGroups")?;
    let default =
        groups.iter().find(|group| tag(group, "Name") == "security-group-default-staging");
    let default = default.context("the default security group is not managed")?;
    equal(
        (&default["GroupName"], &default[IN], &default[OUT]),
        (&json!("default"), &json!([]), &json!([])),
    )
}

/// NET-3
fn the_default_network_acl_lets_nothing_through(aws: &Aws) -> Result<()> {
    let acl = network_acl(aws, "default")?;
    equal(
        (&acl["IsDefault"], allowed(&acl, false), allowed(&acl, true)),
        (&json!(true), set([]), set([])),
    )
}

/// NET-3
fn every_subnet_has_the_network_acl_of_its_tier(aws: &Aws) -> Result<()> {
    for tier in ["public", "app", "data"] {
        let acl = network_acl(aws, tier)?;
        let subnets = array(&acl["Associations"])
            .iter()
            .map(|association| text(&association["SubnetId"]).to_string());
        equal(subnets.collect::<BTreeSet<_>>(), aws.subnets(tier)?)
            .with_context(|| format!("{tier} subnets"))?;
    }
    Ok(())
}

/// NET-3: the proxy speaks to the instances from within the data subnets.
fn the_network_acl_of_the_data_subnets_admits_the_app_and_data_subnets_only(
    aws: &Aws,
) -> Result<()> {
    let acl = network_acl(aws, "data")?;
    let (postgresql, proxy) = (each("5432", APP), each(ANSWERS, DATA));
    equal(allowed(&acl, false), &postgresql | &proxy)?;
    equal(allowed(&acl, true), &each(ANSWERS, APP) | &proxy)
}

/// NET-3: tasks and function use the interface endpoints, which are in the app subnets too.
fn the_network_acl_of_the_app_subnets_admits_the_load_balancer_endpoint_users_and_answers_only(
    aws: &Aws,
) -> Result<()> {
    let found = allowed(&network_acl(aws, "app")?, false);
    let answers = set([&*format!("{ANSWERS} 0.0.0.0/0"), "icmp 0.0.0.0/0"]);
    equal(found, &(&each("8443", PUBLIC) | &each("443", APP)) | &answers)
}

/// NET-3
fn the_network_acl_of_the_public_subnets_admits_https_http_and_answers_only(
    aws: &Aws,
) -> Result<()> {
    let found = allowed(&network_acl(aws, "public")?, false);
    equal(
        found,
        set(["443 0.0.0.0/0", "80 0.0.0.0/0", &format!("{ANSWERS} 0.0.0.0/0"), "icmp 0.0.0.0/0"]),
    )
}

/// What a security group lets through in one direction: `5432 security-group-proxy-staging`, `443
/// 0.0.0.0/0`.
fn peers(aws: &Aws, purpose: &str, direction: &str) -> Result<BTreeSet<String>> {
    let groups = aws.list("ec2", "describe_security_groups", json!({}), "SecurityGroups")?;
    let name = format!("security-group-{purpose}-staging");
    let group = groups
        .iter()
        .find(|group| group["GroupName"] == *name)
        .with_context(|| format!("no {name}"))?;
    let name_of = |id: &Value| {
        groups.iter().find(|group| group["GroupId"] == *id).map_or("", |g| text(&g["GroupName"]))
    };
    let mut found = BTreeSet::new();
    for permission in array(&group[direction]) {
        let ports = ports(&permission["FromPort"], &permission["ToPort"]);
        let groups =
            array(&permission["UserIdGroupPairs"]).iter().map(|pair| name_of(&pair["GroupId"]));
        let addresses = array(&permission["IpRanges"]).iter().map(|range| text(&range["CidrIp"]));
        let other = ["Ipv6Ranges", "PrefixListIds"]
            .into_iter()
            .filter(|kind| !array(&permission[*kind]).is_empty());
        found.extend(groups.chain(addresses).chain(other).map(|peer| format!("{ports} {peer}")));
    }
    Ok(found)
}

fn network_acl(aws: &Aws, tier: &str) -> Result<Value> {
    let acls = aws.list("ec2", "describe_network_acls", json!({}), "NetworkAcls")?;
    let name = format!("nacl-{tier}-staging");
    acls.into_iter().find(|acl| tag(acl, "Name") == name).with_context(|| format!("no {name}"))
}

/// What a network ACL lets through in one direction: `5432 10.0.0.0/20`, `icmp 0.0.0.0/0`.
fn allowed(acl: &Value, egress: bool) -> BTreeSet<String> {
    let entries = array(&acl["Entries"])
        .iter()
        .filter(|e| e["Egress"] == egress && e["RuleAction"] == "allow");
    let described = entries.map(|entry| match text(&entry["Protocol"]) {
        "6" => {
            format!(
                "{} {}",
                ports(&entry["PortRange"]["From"], &entry["PortRange"]["To"]),
                text(&entry["CidrBlock"])
            )
        }
        "1" => format!("icmp {}", text(&entry["CidrBlock"])),
        _ => entry.to_string(),
    });
    described.collect()
}

fn ports(from: &Value, to: &Value) -> String {
    if from == to { from.to_string() } else { format!("{from}-{to}") }
}

fn each(ports: &str, addresses: [&str; ZONES.len()]) -> BTreeSet<String> {
    addresses.map(|address| format!("{ports} {address}")).into()
}
