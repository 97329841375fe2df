//! What the network promises, one promise per test.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Network;
use crate::cidr::Zone;
use crate::config::InterfaceEndpoint;
use crate::tiers::testing::declared;

const ZONES: [&str; 3] = ["a", "b", "c"];
const QUOTA_PER_DIRECTION: usize = 20;

fn full() -> Network {
    Network { zones: Zone::DEFAULT, interface_endpoints: InterfaceEndpoint::ALL.to_vec(), proxy: true }
}

fn bare() -> Network {
    Network { interface_endpoints: Vec::new(), proxy: false, ..full() }
}

/// All resources of a type, with their labels.
fn resources(network: &Network, kind: &str) -> Vec<(String, Value)> {
    match &declared(network)["resource"][kind] {
        Value::Object(resources) => resources.clone().into_iter().collect(),
        _ => Vec::new(),
    }
}

fn labels(network: &Network, kind: &str) -> BTreeSet<String> {
    resources(network, kind).into_iter().map(|(label, _)| label).collect()
}

fn resource(network: &Network, kind: &str, label: &str) -> Value {
    declared(network)["resource"][kind][label].clone()
}

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
        ports: (rule["protocol"] == "tcp").then(|| (rule["from_port"].clone(), rule["to_port"].clone())),
    };
    resources(network, "aws_network_acl_rule").into_iter().map(rule).collect()
}

#[test]
fn every_tier_of_subnets_stands_in_each_zone() {
    for tier in ["public", "app", "data"] {
        for (place, zone) in ZONES.iter().enumerate() {
            let subnet = resource(&full(), "aws_subnet", &format!("{tier}_{zone}"));
            assert_eq!(subnet["availability_zone"], format!("us-east-1{zone}"));
            assert_eq!(subnet["cidr_block"], format!("${{var.{tier}_subnet_cidr_blocks[{place}]}}"));
        }
    }
}

#[test]
fn no_subnet_hands_out_public_addresses() {
    for (label, subnet) in resources(&full(), "aws_subnet") {
        assert_eq!(subnet["map_public_ip_on_launch"], false, "{label}");
    }
}

#[test]
fn an_app_subnet_leaves_through_the_nat_gateway_of_its_own_zone() {
    for zone in ZONES {
        let association = resource(&full(), "aws_route_table_association", &format!("app_{zone}"));
        let route = resource(&full(), "aws_route", &format!("app_{zone}"));
        let nat_gateway = resource(&full(), "aws_nat_gateway", &format!("public_{zone}"));
        assert_eq!(association["subnet_id"], format!("${{aws_subnet.app_{zone}.id}}"));
        assert_eq!(association["route_table_id"], route["route_table_id"]);
        assert_eq!(route["nat_gateway_id"], format!("${{aws_nat_gateway.public_{zone}.id}}"));
        assert_eq!(nat_gateway["subnet_id"], format!("${{aws_subnet.public_{zone}.id}}"));
        assert_eq!(nat_gateway["allocation_id"], format!("${{aws_eip.nat_{zone}.id}}"));
    }
}

#[test]
fn a_public_subnet_leaves_through_the_internet_gateway() {
    let route = resource(&full(), "aws_route", "public");
    assert_eq!(route["gateway_id"], "${aws_internet_gateway.main.id}");
    for zone in ZONES {
        let association = resource(&full(), "aws_route_table_association", &format!("public_{zone}"));
        assert_eq!(association["route_table_id"], route["route_table_id"]);
    }
}

#[test]
fn a_data_subnet_has_no_way_out() {
    for zone in ZONES {
        let association = resource(&full(), "aws_route_table_association", &format!("data_{zone}"));
        assert_eq!(association["route_table_id"], "${aws_route_table.data.id}");
    }
    for (label, route) in resources(&full(), "aws_route") {
        assert_ne!(route["route_table_id"], "${aws_route_table.data.id}", "{label}");
    }
}

#[test]
fn nat_gateways_wait_for_the_internet_gateway() {
    for kind in ["aws_nat_gateway", "aws_eip"] {
        for (label, resource) in resources(&full(), kind) {
            assert_eq!(resource["depends_on"][0], "${aws_internet_gateway.main}", "{kind}.{label}");
        }
    }
}

#[test]
fn whoever_uses_the_subnets_waits_for_their_way_out() {
    let outputs = &declared(&full())["output"];
    assert_eq!(outputs["public_subnet_ids"]["depends_on"][0], "${aws_route.public}");
    for (place, zone) in ZONES.iter().enumerate() {
        assert_eq!(outputs["app_subnet_ids"]["depends_on"][place], format!("${{aws_route.app_{zone}}}"));
    }
}

#[test]
fn the_defaults_of_the_vpc_let_nothing_through() {
    let (group, table) =
        (resource(&full(), "aws_default_security_group", "main"), resource(&full(), "aws_default_route_table", "main"));
    let nothing = serde_json::json!([]);
    assert_eq!((&group["ingress"], &group["egress"], &table["route"]), (&nothing, &nothing, &nothing));
    let acl = resource(&full(), "aws_default_network_acl", "main");
    assert!(acl.get("ingress").is_none() && acl.get("egress").is_none());
    assert_eq!(acl["lifecycle"]["ignore_changes"][0], "${subnet_ids}");
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
            let answers =
                |rule: &&AclRule| rule.tier == request.tier && rule.egress != request.egress && rule.answers();
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
                rule.tier == to && !rule.egress && rule.covers(&request.tier) && rule.ports == request.ports
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
            assert!((1..=QUOTA_PER_DIRECTION).contains(&numbers.len()), "{tier}: {}", numbers.len());
            assert_eq!(numbers.iter().collect::<BTreeSet<_>>().len(), numbers.len(), "{tier}: {numbers:?}");
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
            let rule = resource(&full(), "aws_network_acl_rule", &format!("{tier}_{direction}_fragmentation_needed"));
            assert_eq!((&rule["icmp_type"], &rule["icmp_code"]), (&3.into(), &4.into()));
        }
    }
}

#[test]
fn only_the_load_balancer_is_open_to_the_internet() {
    let open = resources(&full(), "aws_vpc_security_group_ingress_rule");
    let open: Vec<_> = open.into_iter().filter(|(_, rule)| rule.get("cidr_ipv4").is_some()).collect();
    let ports: Vec<_> = open.iter().map(|(_, rule)| (&rule["from_port"], &rule["to_port"])).collect();
    assert_eq!(ports, [(&443.into(), &443.into()), (&80.into(), &80.into())]);
    for (label, rule) in &open {
        assert_eq!(rule["security_group_id"], "${aws_security_group.load_balancer.id}", "{label}");
    }
}

/// Which groups a group admits, or which it opens connections to.
fn peers(network: &Network, direction: &str, role: &str) -> Vec<(Value, Value)> {
    let rules = resources(network, &format!("aws_vpc_security_group_{direction}_rule")).into_iter();
    let of_role = rules.filter(|(_, rule)| rule["security_group_id"] == format!("${{aws_security_group.{role}.id}}"));
    of_role.map(|(_, rule)| (rule["referenced_security_group_id"].clone(), rule["from_port"].clone())).collect()
}

fn group(role: &str, port: u16) -> (Value, Value) {
    (format!("${{aws_security_group.{role}.id}}").into(), port.into())
}

#[test]
fn the_database_admits_the_proxy_alone() {
    assert_eq!(peers(&full(), "ingress", "database"), [group("proxy", 5432)]);
    assert_eq!(peers(&full(), "ingress", "proxy"), [group("application", 5432)]);
}

#[test]
fn without_a_proxy_the_database_admits_the_tasks_alone() {
    assert_eq!(peers(&bare(), "ingress", "database"), [group("application", 5432)]);
    assert!(!labels(&bare(), "aws_security_group").contains("proxy"));
    assert_eq!(declared(&bare())["output"]["proxy_security_group_id"]["value"], Value::Null);
}

#[test]
fn the_database_opens_no_connection() {
    assert_eq!(peers(&full(), "egress", "database"), []);
}

#[test]
fn the_validation_admits_nobody_and_reaches_only_endpoints() {
    assert_eq!(peers(&full(), "ingress", "validation"), []);
    assert_eq!(peers(&full(), "egress", "validation"), [group("endpoints", 443)]);
    assert_eq!(peers(&bare(), "egress", "validation"), []);
}

#[test]
fn what_goes_out_of_one_group_is_let_into_the_other() {
    for network in [full(), bare()] {
        for (_, rule) in resources(&network, "aws_vpc_security_group_egress_rule") {
            let Some(to) = rule["referenced_security_group_id"].as_str() else { continue };
            let to = to.trim_start_matches("${aws_security_group.").trim_end_matches(".id}");
            let from = (rule["security_group_id"].clone(), rule["from_port"].clone());
            assert!(peers(&network, "ingress", to).contains(&from), "{rule}");
        }
    }
}

#[test]
fn a_description_holds_only_what_ec2_takes() {
    let kinds = ["aws_security_group", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"];
    for (label, resource) in kinds.iter().flat_map(|kind| resources(&full(), kind)) {
        let description = resource["description"].as_str().unwrap();
        let allowed = |c: char| c.is_ascii_alphanumeric() || " ._-:/()#,@[]+=&;{}!$*".contains(c);
        assert!(!description.is_empty() && description.len() <= 255 && description.chars().all(allowed), "{label}");
    }
}

#[test]
fn destroying_waits_for_the_interfaces_of_deleted_functions() {
    assert_eq!(resource(&full(), "aws_security_group", "validation")["timeouts"]["delete"], "60m");
    for zone in ZONES {
        assert_eq!(resource(&full(), "aws_subnet", &format!("app_{zone}"))["timeouts"]["delete"], "60m");
    }
}

#[test]
fn s3_lets_through_the_transaction_logs_and_image_layers_only() {
    let policy = &declared(&full())["data"]["aws_iam_policy_document"]["endpoint_s3"];
    let statements = policy["statement"].as_array().unwrap();
    let resources: Vec<_> = statements.iter().map(|statement| &statement["resources"][0]).collect();
    assert_eq!(
        resources,
        ["${var.transaction_log_bucket_arn}/*", "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*"]
    );
}

#[test]
fn s3_is_reached_without_nat_from_every_zone() {
    let tables = ZONES.map(|zone| format!("${{aws_route_table.app_{zone}.id}}"));
    assert_eq!(resource(&full(), "aws_vpc_endpoint", "s3")["route_table_ids"], serde_json::json!(tables));
}

#[test]
fn an_interface_endpoint_stands_in_every_zone_for_this_account_alone() {
    let subnets = ZONES.map(|zone| format!("${{aws_subnet.app_{zone}.id}}"));
    for service in InterfaceEndpoint::ALL {
        let label = service.to_string().replace('.', "_");
        let endpoint = resource(&full(), "aws_vpc_endpoint", &label);
        assert_eq!(endpoint["subnet_ids"], serde_json::json!(subnets), "{label}");
        assert_eq!(endpoint["private_dns_enabled"], true, "{label}");

        let policy = &declared(&full())["data"]["aws_iam_policy_document"][format!("endpoint_{label}")];
        let statements = policy["statement"].as_array().cloned().unwrap_or_else(|| vec![policy["statement"].clone()]);
        for statement in statements {
            assert_eq!(statement["condition"]["variable"], "aws:PrincipalAccount", "{label}");
        }
    }
}

#[test]
fn without_interface_endpoints_nothing_of_them_is_left() {
    assert_eq!(labels(&bare(), "aws_vpc_endpoint"), ["s3".to_owned()].into());
    assert!(!labels(&bare(), "aws_security_group").contains("endpoints"));
}

#[test]
fn every_flow_is_logged_within_a_minute_to_an_encrypted_group() {
    let flow_log = resource(&full(), "aws_flow_log", "main");
    assert_eq!((&flow_log["traffic_type"], &flow_log["max_aggregation_interval"]), (&"ALL".into(), &60.into()));
    assert_eq!(flow_log["log_destination"], "${aws_cloudwatch_log_group.flow.arn}");
    assert_eq!(resource(&full(), "aws_cloudwatch_log_group", "flow")["kms_key_id"], "${var.logs_key_arn}");
}

#[test]
fn whatever_takes_tags_has_a_name_that_ends_with_the_suffix() {
    let untagged = ["aws_route", "aws_route_table_association", "aws_network_acl_rule"];
    let declared = declared(&full());
    let mut names = BTreeSet::new();
    for (kind, resources) in declared["resource"].as_object().unwrap() {
        for (label, resource) in resources.as_object().unwrap() {
            if !untagged.contains(&kind.as_str()) {
                let name = resource["tags"]["Name"].as_str().unwrap_or_default();
                assert!(name.ends_with("-${var.environment_suffix}"), "{kind}.{label}: {name:?}");
                assert!(names.insert(name.to_owned()), "{kind}.{label}: {name} twice");
            }
        }
    }
}
#[test]
fn zz_dump() {
    use crate::tf::{Module, Ports, Tier};
    for (n, net) in [("full", full()), ("bare", bare())] {
        for f in [crate::render::Format::Json, crate::render::Format::Hcl] {
            let mut m = Module::new::<super::Inputs>("network", "");
            let o = net.declare(&mut m, &super::Inputs::references(&["var"])).unwrap();
            m.outputs(o).unwrap();
            let d = format!("/tmp/net-check/{n}-{}", f.extension());
            std::fs::create_dir_all(&d).unwrap();
            for (file, body) in [("main", m.main()), ("variables", m.variables()), ("outputs", m.output_blocks())] {
                std::fs::write(format!("{d}/{file}.{}", f.extension()), f.render(&body, "").unwrap()).unwrap();
            }
        }
    }
}
