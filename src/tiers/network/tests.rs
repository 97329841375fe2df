//! What the network promises, one promise per test.

mod endpoints;
mod network_acls;
mod security_groups;

use std::collections::BTreeSet;

use serde_json::Value;

use super::Network;
use crate::cidr::Zone;
use crate::config::InterfaceEndpoint;
use crate::tiers::testing::declared;

const ZONES: [&str; 3] = ["a", "b", "c"];

fn full() -> Network {
    Network {
        zones: Zone::DEFAULT,
        interface_endpoints: InterfaceEndpoint::ALL.to_vec(),
        proxy: true,
        previous_container_port: false,
    }
}

fn bare() -> Network {
    Network { interface_endpoints: Vec::new(), proxy: false, ..full() }
}

/// All resources of a type, with their labels; there is at least one.
fn resources(network: &Network, kind: &str) -> Vec<(String, Value)> {
    let declared = declared(network);
    declared["resource"][kind].as_object().expect(kind).clone().into_iter().collect()
}

fn labels(network: &Network, kind: &str) -> BTreeSet<String> {
    resources(network, kind).into_iter().map(|(label, _)| label).collect()
}

fn resource(network: &Network, kind: &str, label: &str) -> Value {
    declared(network)["resource"][kind][label].clone()
}

#[test]
fn every_tier_has_a_subnet_in_each_zone() {
    for tier in ["public", "app", "data"] {
        for (place, zone) in ZONES.iter().enumerate() {
            let subnet = resource(&full(), "aws_subnet", &format!("{tier}_{zone}"));
            assert_eq!(subnet["availability_zone"], format!("us-east-1{zone}"));
            assert_eq!(
                subnet["cidr_block"],
                format!("${{var.{tier}_subnet_cidr_blocks[{place}]}}")
            );
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
        let association =
            resource(&full(), "aws_route_table_association", &format!("public_{zone}"));
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
        assert_eq!(
            outputs["app_subnet_ids"]["depends_on"][place],
            format!("${{aws_route.app_{zone}}}")
        );
    }
}

#[test]
fn the_defaults_of_the_vpc_let_nothing_through() {
    let (group, table) = (
        resource(&full(), "aws_default_security_group", "main"),
        resource(&full(), "aws_default_route_table", "main"),
    );
    let nothing = serde_json::json!([]);
    assert_eq!(
        (&group["ingress"], &group["egress"], &table["route"]),
        (&nothing, &nothing, &nothing)
    );
    let acl = resource(&full(), "aws_default_network_acl", "main");
    assert!(acl.get("ingress").is_none() && acl.get("egress").is_none());
    assert_eq!(acl["lifecycle"]["ignore_changes"][0], "${subnet_ids}");
}

#[test]
fn destroying_waits_for_the_interfaces_of_deleted_functions() {
    assert_eq!(resource(&full(), "aws_security_group", "validation")["timeouts"]["delete"], "60m");
    for zone in ZONES {
        assert_eq!(
            resource(&full(), "aws_subnet", &format!("app_{zone}"))["timeouts"]["delete"],
            "60m"
        );
    }
}

#[test]
fn every_flow_is_logged_within_a_minute_to_an_encrypted_group() {
    let flow_log = resource(&full(), "aws_flow_log", "main");
    assert_eq!(
        (&flow_log["traffic_type"], &flow_log["max_aggregation_interval"]),
        (&"ALL".into(), &60.into())
    );
    assert_eq!(flow_log["log_destination"], "${aws_cloudwatch_log_group.flow.arn}");
    assert_eq!(
        resource(&full(), "aws_cloudwatch_log_group", "flow")["kms_key_id"],
        "${var.logs_key_arn}"
    );
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
