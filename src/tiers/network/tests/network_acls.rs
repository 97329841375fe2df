//! What the network ACLs promise.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{bare, full, resource, resources};
use crate::tiers::network::Network;

/// Source: Amazon VPC User Guide, "Amazon VPC quotas".
const RULES_PER_DIRECTION: usize = 20;

/// A rule of an ACL, reduced to what a packet sees.
#[derive(Debug)]
struct AclRule {
    tier: String,
    egress: bool,
    number: u64,
    peer: String,
    ports: Option<(Value, Value)>,
}

impl AclRule {
    fn answers(&self) -> bool {
        self.ports.as_ref().is_some_and(|(from, to)| from == 1024 && to == 65535)
    }

    /// The tier at the other side, or none for anywhere.
    fn peer_tier(&self) -> Option<&str> {
        self.peer.strip_prefix("${var.")?.split_once("_subnet_cidr_blocks").map(|(tier, _)| tier)
    }

    fn covers(&self, tier: &str) -> bool {
        self.peer_tier().is_none_or(|peer| peer == tier)
    }
}

fn acl_rules(network: &Network) -> Vec<AclRule> {
    let rule = |(label, rule): (String, Value)| AclRule {
        tier: label.split('_').next().unwrap().to_owned(),
        egress: rule["egress"].as_bool().unwrap(),
        number: rule["rule_number"].as_u64().unwrap(),
        peer: rule["cidr_block"].as_str().unwrap().to_owned(),
        ports: (rule["protocol"] == "tcp")
            .then(|| (rule["from_port"].clone(), rule["to_port"].clone())),
    };
    resources(network, "aws_network_acl_rule").into_iter().map(rule).collect()
}

#[test]
fn the_acl_of_the_data_tier_does_not_know_the_internet() {
    let data: Vec<_> = acl_rules(&full()).into_iter().filter(|rule| rule.tier == "data").collect();
    assert!(!data.is_empty());
    for rule in data {
        assert!(matches!(rule.peer_tier(), Some("app" | "data")), "{rule:?}");
    }
}

#[test]
fn an_acl_answers_every_connection_it_lets_through() {
    for network in [full(), bare()] {
        let rules = acl_rules(&network);
        for request in rules.iter().filter(|rule| rule.ports.is_some() && !rule.answers()) {
            let answers = |rule: &&AclRule| {
                rule.tier == request.tier && rule.egress != request.egress && rule.answers()
            };
            let reaches = |rule: &AclRule| rule.peer == request.peer || rule.peer == "0.0.0.0/0";
            assert!(rules.iter().filter(answers).any(reaches), "{request:?}");
        }
    }
}

#[test]
fn a_connection_one_tier_sends_to_another_is_let_in_there() {
    for network in [full(), bare()] {
        let rules = acl_rules(&network);
        let requests = rules.iter().filter(|rule| rule.egress && !rule.answers());
        for (request, to) in requests.filter_map(|rule| Some((rule, rule.peer_tier()?))) {
            let admits = |rule: &AclRule| {
                rule.tier == to
                    && !rule.egress
                    && rule.covers(&request.tier)
                    && rule.ports == request.ports
            };
            assert!(rules.iter().any(admits), "{request:?}");
        }
    }
}

#[test]
fn an_acl_keeps_within_the_quota_and_numbers_no_rule_twice() {
    let rules = acl_rules(&full());
    for tier in ["public", "app", "data"] {
        for egress in [false, true] {
            let numbers: Vec<_> = rules
                .iter()
                .filter(|rule| rule.tier == tier && rule.egress == egress)
                .map(|rule| rule.number)
                .collect();
            assert!(
                (1..=RULES_PER_DIRECTION).contains(&numbers.len()),
                "{tier}: {}",
                numbers.len()
            );
            assert_eq!(
                numbers.iter().collect::<BTreeSet<_>>().len(),
                numbers.len(),
                "{tier}: {numbers:?}"
            );
        }
    }
}

#[test]
fn an_optional_part_never_renumbers_a_rule() {
    for (label, rule) in resources(&bare(), "aws_network_acl_rule") {
        assert_eq!(rule, resource(&full(), "aws_network_acl_rule", &label), "{label}");
    }
}

#[test]
fn path_mtu_discovery_passes_where_packets_come_from_the_internet() {
    for tier in ["public", "app"] {
        for direction in ["ingress", "egress"] {
            let rule = resource(
                &full(),
                "aws_network_acl_rule",
                &format!("{tier}_{direction}_fragmentation_needed"),
            );
            assert_eq!((&rule["icmp_type"], &rule["icmp_code"]), (&3.into(), &4.into()));
        }
    }
}
