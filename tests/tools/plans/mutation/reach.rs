//! Everything that lets packets through is taken away, one at a time: what breaks a flow that is
//! needed fails, and names a flow; what breaks none is listed here, and is true.

use std::collections::BTreeSet;

use paytf::verify::reach::{Reach, Verdict};
use paytf::verify::{Inventory, Plan, rule, run};
use rayon::prelude::*;
use serde_json::{Value, json};

use super::stack::Defect::{Custom, Drop, Set, Unset};
use super::stack::{Mutation, Stack};

pub const MUTATIONS: &[Mutation] = &[
    Mutation {
        kind: "aws_vpc_security_group_ingress_rule.load_balancer_https_from_internet",
        defect: Drop,
        seen_by: &["reach-needed"],
    },
    Mutation {
        kind: "aws_vpc_security_group_ingress_rule.proxy_from_application",
        defect: Drop,
        seen_by: &["reach-needed"],
    },
    Mutation { kind: "aws_route", defect: Drop, seen_by: &["reach-needed"] },
    Mutation {
        kind: "aws_vpc_security_group_ingress_rule.database_from_proxy",
        defect: Set("from_port", "5000"),
        seen_by: &["reach-unneeded"],
    },
    Mutation {
        kind: "aws_security_group.database",
        defect: Custom(with_office),
        seen_by: &["reach-unneeded"],
    },
    Mutation {
        kind: "aws_security_group.load_balancer",
        defect: Custom(with_machine),
        seen_by: &["network-private-service", "reach-exposed", "zone-nothing-lost"],
    },
];

/// A machine in a public subnet that whoever calls the load balancer reaches as well.
fn with_machine(stack: &mut Stack, address: &str) -> bool {
    let values = json!({
        "ami": "ami-0123456789abcdef0", "instance_type": "m7g.large",
        "associate_public_ip_address": true,
        "metadata_options": [{
            "http_endpoint": "enabled", "http_tokens": "required", "http_put_response_hop_limit": 1
        }],
        "root_block_device": [{"encrypted": true}],
        "tags": {"Name": "machine-prod"},
    });
    let references = |address: &str| json!({"references": [format!("{address}.id"), address]});
    let links = json!({
        "subnet_id": references("aws_subnet.public_a"),
        "vpc_security_group_ids": references("aws_security_group.load_balancer"),
    });
    stack.add_linked(
        &address.replace("aws_security_group.load_balancer", "aws_instance.machine"),
        values,
        links,
    )
}

fn with_office(stack: &mut Stack, address: &str) -> bool {
    let values = json!({
        "cidr_ipv4": "192.168.0.0/16", "ip_protocol": "tcp", "from_port": 22, "to_port": 22
    });
    let group = json!({
        "security_group_id": {
            "references": ["aws_security_group.database.id", "aws_security_group.database"]
        }
    });
    stack.add_linked(
        &address
            .replace("aws_security_group.database", "aws_vpc_security_group_ingress_rule.office"),
        values,
        group,
    )
}

/// What lets packets through, and for each kind what is taken away.
const CARRIERS: [(&str, super::stack::Defect); 12] = [
    ("aws_vpc_security_group_ingress_rule", Drop),
    ("aws_vpc_security_group_egress_rule", Drop),
    ("aws_network_acl_rule", Drop),
    ("aws_route", Drop),
    ("aws_route_table_association", Drop),
    ("aws_vpc_security_group_ingress_rule", Unset("referenced_security_group_id")),
    ("aws_vpc_security_group_egress_rule", Unset("referenced_security_group_id")),
    ("aws_network_acl_rule", Set("rule_action", r#""deny""#)),
    ("aws_network_acl_rule", Set("protocol", r#""udp""#)),
    ("aws_network_acl_rule", Set("cidr_block", r#""10.9.0.0/24""#)),
    ("aws_vpc_security_group_ingress_rule", Set("ip_protocol", r#""udp""#)),
    ("aws_vpc_security_group_egress_rule", Set("ip_protocol", r#""udp""#)),
];

/// What may be taken away, though not turned into a denial, without a flow that is lost. ICMP tells
/// the size of packets, and carries no flow; the data subnets have the main route table without a
/// table of their own, and both lead nowhere else; a container port above 1023 is among those that
/// answers go to, which entries of their own let in and out.
const HARMLESS: [&str; 3] =
    ["fragmentation_needed", "aws_route_table_association.data_", "_container_port_"];

/// Whether a plan loses a flow, and whether the rule names one.
fn lost(plan: &Value) -> (bool, bool) {
    let inventory = Inventory::from_plan(Plan::parse(plan.to_string().as_bytes()).unwrap());
    let inventory = inventory.with_declared(super::declared());
    let is_lost = Reach::of(&inventory).flows.iter().any(|flow| flow.verdict() != Verdict::Open);
    let results = run(&inventory, [rule("reach-needed").unwrap()]);
    (
        is_lost,
        results
            .iter()
            .filter_map(|result| result.reason())
            .any(|reason| reason.contains(" on TCP ")),
    )
}

#[test]
fn whatever_lets_packets_through_is_needed_for_a_flow_or_listed_as_harmless() {
    let stack = Stack::production();
    let kinds = CARRIERS.map(|(kind, defect)| Mutation { kind, defect, seen_by: &[] });
    let mutants: Vec<_> = kinds
        .iter()
        .flat_map(|mutation| {
            let planted = stack.mutants(mutation);
            assert!(!planted.is_empty(), "{mutation:?} can be planted nowhere");
            // A rule for everyone names no group that could be taken away.
            let names_none = |address: &str| {
                address.ends_with("_internet") && matches!(mutation.defect, Unset(_))
            };
            let planted = planted.into_iter().filter(move |(address, _)| !names_none(address));
            planted.map(move |(address, plan)| (format!("{:?} {address}", mutation.defect), plan))
        })
        .collect();
    assert!(mutants.len() > 200, "only {} mutants", mutants.len());
    let wrong: BTreeSet<String> = mutants
        .par_iter()
        .filter_map(|(name, plan)| {
            let is_port_denied = name.contains("deny") && name.contains("_container_port_");
            let is_harmless = HARMLESS.iter().any(|part| name.contains(part)) && !is_port_denied;
            match (lost(plan), is_harmless) {
                ((true, true), false) | ((false, false), true) => None,
                ((is_lost, is_named), _) => {
                    Some(format!("{name}: a flow is lost: {is_lost}, and named: {is_named}"))
                }
            }
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        mutants.len(),
        wrong.into_iter().collect::<Vec<_>>().join("\n")
    );
}
