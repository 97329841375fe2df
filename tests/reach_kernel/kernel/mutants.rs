//! Networks with one thing wrong: each rule, route, association, ACL entry and group reference of
//! the production stack is left out once, and changed in each way in which people get it wrong.

use serde_json::{Value, json};

use crate::stack::Stack;

/// A change of the plan; it says whether it could be made.
type Plant = Box<dyn Fn(&mut Stack) -> bool + Send + Sync>;

/// A network with one thing wrong.
pub struct Mutant {
    /// What is wrong.
    pub name: String,
    plant: Plant,
}

impl Mutant {
    fn new(name: String, plant: impl Fn(&mut Stack) -> bool + Send + Sync + 'static) -> Self {
        Self { name, plant: Box::new(plant) }
    }

    /// Its plan.
    pub fn plan(&self, of: &Stack) -> Value {
        let mut stack = of.clone();
        assert!((self.plant)(&mut stack), "{} cannot be planted", self.name);
        stack.plan
    }
}

/// Addresses that no subnet has, within the VPC and without.
const ELSEWHERE: [&str; 2] = ["10.0.200.0/24", "203.0.113.0/24"];
const GROUPS: [&str; 6] =
    ["application", "database", "endpoints", "load_balancer", "proxy", "validation"];
/// Of which the module of the network has outputs.
const GIVEN: [&str; 6] =
    ["application", "database", "default", "load_balancer", "proxy", "validation"];
const ACLS: [&str; 3] = ["public", "app", "data"];
const TABLES: [&str; 5] = ["public", "app_a", "app_b", "app_c", "data"];

/// Every mutant of the production stack.
pub fn mutants(stack: &Stack) -> Vec<Mutant> {
    let mut all = Vec::new();
    acl_entries(stack, &mut all);
    group_rules(stack, &mut all);
    routes(stack, &mut all);
    associations(stack, &mut all);
    standing(stack, &mut all);
    all
}

fn acl_entries(stack: &Stack, all: &mut Vec<Mutant>) {
    for address in stack.addresses("aws_network_acl_rule") {
        let entry = values(stack, &address);
        all.push(left_out(&address));
        all.push(set(&address, &[("rule_action", json!("deny"))]));
        all.push(set(&address, &[("egress", json!(entry["egress"] != true))]));
        all.extend(ELSEWHERE.iter().map(|range| set(&address, &[("cidr_block", json!(range))])));
        match (entry["from_port"].as_u64(), entry["to_port"].as_u64()) {
            (Some(_), Some(65_535)) => {
                all.push(set(&address, &[("to_port", json!(32_767))]));
                all.push(set(&address, &[("from_port", json!(49_152))]));
            }
            (Some(from), Some(to)) => all
                .push(set(&address, &[("from_port", json!(from + 1)), ("to_port", json!(to + 1))])),
            // In the place of an entry for ICMP, one that denies too much before all others.
            _ => {
                for range in
                    ["0.0.0.0/0", "10.0.0.0/16", "10.0.16.0/20", "10.0.49.0/24", "198.51.100.0/24"]
                {
                    all.push(set(
                        &address,
                        &[
                            ("rule_action", json!("deny")),
                            ("rule_number", json!(50)),
                            ("protocol", json!("tcp")),
                            ("from_port", json!(0)),
                            ("to_port", json!(65_535)),
                            ("cidr_block", json!(range)),
                        ],
                    ));
                }
                continue;
            }
        }
        all.push(set(&address, &[("protocol", json!("udp"))]));
        let acl = ACLS
            .iter()
            .find(|acl| !address.contains(&format!("aws_network_acl_rule.{acl}_")))
            .copied();
        all.extend(
            acl.map(|acl| linked(&address, "network_acl_id", format!("aws_network_acl.{acl}.id"))),
        );
    }
}

fn group_rules(stack: &Stack, all: &mut Vec<Mutant>) {
    for kind in ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"] {
        for address in stack.addresses(kind) {
            let rule = values(stack, &address);
            all.push(left_out(&address));
            let next = |port: &Value| json!(port.as_u64().unwrap() + 1);
            all.push(set(
                &address,
                &[("from_port", next(&rule["from_port"])), ("to_port", next(&rule["to_port"]))],
            ));
            all.push(set(&address, &[("ip_protocol", json!("udp"))]));
            let refers = rule["cidr_ipv4"].is_null();
            let argument =
                if refers { "referenced_security_group_id" } else { "security_group_id" };
            for group in GROUPS {
                all.push(linked(&address, argument, format!("aws_security_group.{group}.id")));
            }
            if refers {
                let open = address.clone();
                all.push(Mutant::new(format!("{address} for everyone"), move |stack| {
                    stack.unset(&open, "referenced_security_group_id")
                        && stack.set(&open, "cidr_ipv4", json!("0.0.0.0/0"))
                }));
            } else {
                all.extend(
                    ELSEWHERE.iter().map(|range| set(&address, &[("cidr_ipv4", json!(range))])),
                );
                all.push(set(&address, &[("cidr_ipv4", json!("10.0.0.0/16"))]));
            }
        }
    }
}

fn routes(stack: &Stack, all: &mut Vec<Mutant>) {
    for address in stack.addresses("aws_route") {
        all.push(left_out(&address));
        for range in ["10.0.0.0/8", "203.0.113.0/24", "0.0.0.0/1", "128.0.0.0/1"] {
            all.push(set(&address, &[("destination_cidr_block", json!(range))]));
        }
        // The others have such a route, and AWS refuses a second one.
        all.push(linked(&address, "route_table_id", "aws_route_table.data.id".to_owned()));
        for zone in ["a", "b", "c"] {
            all.push(led(
                &address,
                "gateway_id",
                "nat_gateway_id",
                format!("aws_nat_gateway.public_{zone}.id"),
            ));
        }
        all.push(led(
            &address,
            "nat_gateway_id",
            "gateway_id",
            "aws_internet_gateway.main.id".to_owned(),
        ));
    }
}

fn associations(stack: &Stack, all: &mut Vec<Mutant>) {
    for address in stack.addresses("aws_route_table_association") {
        all.push(left_out(&address));
        for table in TABLES {
            all.push(linked(&address, "route_table_id", format!("aws_route_table.{table}.id")));
        }
    }
    all.extend(stack.addresses("aws_default_network_acl").iter().map(|acl| left_out(acl)));
    let subnets = |acl: &str| ["a", "b", "c"].map(|zone| format!("aws_subnet.{acl}_{zone}.id"));
    for acl in ACLS {
        for forgotten in subnets(acl) {
            let (address, rest) = (format!("module.network.aws_network_acl.{acl}"), subnets(acl));
            all.push(Mutant::new(format!("{address} without {forgotten}"), move |stack| {
                let rest: Vec<_> = rest
                    .iter()
                    .filter(|subnet| **subnet != forgotten)
                    .map(String::as_str)
                    .collect();
                stack.link_all(&address, "subnet_ids", &rest)
            }));
        }
    }
}

/// What is in another subnet or group than it should be.
fn standing(stack: &Stack, all: &mut Vec<Mutant>) {
    let standing = [
        ("application", "application_security_group_id", "application"),
        ("application", "load_balancer_security_group_id", "load_balancer"),
        ("database", "database_security_group_id", "database"),
        ("database", "proxy_security_group_id", "proxy"),
        ("validation", "security_group_id", "validation"),
    ];
    for (module, argument, own) in standing {
        for group in GIVEN.iter().filter(|group| **group != own) {
            all.push(called(module, argument, &format!("{group}_security_group_id")));
        }
    }
    for (module, argument) in [
        ("application", "app_subnet_ids"),
        ("application", "public_subnet_ids"),
        ("database", "data_subnet_ids"),
        ("validation", "app_subnet_ids"),
    ] {
        for tier in
            ACLS.iter().map(|tier| format!("{tier}_subnet_ids")).filter(|tier| tier != argument)
        {
            all.push(called(module, argument, &tier));
        }
    }
    let endpoints = stack.addresses("aws_vpc_endpoint");
    for address in
        endpoints.into_iter().filter(|of| values(stack, of)["vpc_endpoint_type"] == "Interface")
    {
        let group = |group: &str| format!("aws_security_group.{group}.id");
        all.push(linked(&address, "security_group_ids", group("database")));
        all.push(linked(&address, "subnet_ids", "aws_subnet.data_a.id".to_owned()));
    }
}

fn values<'a>(stack: &'a Stack, address: &str) -> &'a Value {
    let changes = stack.plan["resource_changes"].as_array().unwrap();
    &changes.iter().find(|change| change["address"] == address).unwrap()["change"]["after"]
}

fn left_out(address: &str) -> Mutant {
    let of = address.to_owned();
    Mutant::new(format!("{address} left out"), move |stack| stack.drop(&of))
}

fn set(address: &str, values: &[(&'static str, Value)]) -> Mutant {
    let (of, values) = (address.to_owned(), values.to_vec());
    let shown: Vec<_> = values.iter().map(|(name, value)| format!("{name} = {value}")).collect();
    Mutant::new(format!("{address} with {}", shown.join(", ")), move |stack| {
        // One of several may be what it is.
        values.iter().filter(|(name, value)| stack.set(&of, name, value.clone())).count() > 0
    })
}

fn linked(address: &str, argument: &'static str, reference: String) -> Mutant {
    let of = address.to_owned();
    let name = format!("{address} with {argument} = {reference}");
    Mutant::new(name, move |stack| stack.link(&of, argument, &reference))
}

/// A route that leads to something else.
fn led(address: &str, not: &'static str, but: &'static str, reference: String) -> Mutant {
    let of = address.to_owned();
    Mutant::new(format!("{address} to {reference}"), move |stack| {
        stack.unset(&of, not);
        stack.link(&of, but, &reference)
    })
}

/// A module that is given another output of the network.
fn called(module: &'static str, argument: &'static str, output: &str) -> Mutant {
    let output = format!("module.network.{output}");
    Mutant::new(format!("module.{module} with {argument} = {output}"), move |stack| {
        let call = &mut stack.plan["configuration"]["root_module"]["module_calls"][module]["expressions"]
            [argument];
        let is_there = call.is_object();
        *call = json!({"references": [output, "module.network"]});
        is_there
    })
}
