//! What the security groups promise.

use serde_json::Value;

use super::{bare, full, labels, resources};
use crate::tiers::network::Network;
use crate::tiers::testing::declared;

#[test]
fn only_the_load_balancer_is_open_to_the_internet() {
    let open = resources(&full(), "aws_vpc_security_group_ingress_rule");
    let open: Vec<_> =
        open.into_iter().filter(|(_, rule)| rule.get("cidr_ipv4").is_some()).collect();
    let ports: Vec<_> =
        open.iter().map(|(_, rule)| (&rule["from_port"], &rule["to_port"])).collect();
    assert_eq!(ports, [(&443.into(), &443.into()), (&80.into(), &80.into())]);
    for (label, rule) in &open {
        assert_eq!(rule["security_group_id"], "${aws_security_group.load_balancer.id}", "{label}");
    }
}

/// Which groups a group admits, or which it opens connections to.
fn peers(network: &Network, direction: &str, role: &str) -> Vec<(Value, Value)> {
    let rules = resources(network, &format!("aws_vpc_security_group_{direction}_rule")).into_iter();
    let of_role = rules.filter(|(_, rule)| {
        rule["security_group_id"] == format!("${{aws_security_group.{role}.id}}")
    });
    of_role
        .map(|(_, rule)| (rule["referenced_security_group_id"].clone(), rule["from_port"].clone()))
        .collect()
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
fn the_validation_admits_nobody_and_reaches_nobody() {
    for network in [full(), bare()] {
        assert_eq!(peers(&network, "ingress", "validation"), []);
        assert_eq!(peers(&network, "egress", "validation"), []);
    }
}

#[test]
fn the_endpoints_admit_the_tasks_alone() {
    assert_eq!(peers(&full(), "ingress", "endpoints"), [group("application", 443)]);
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
    let kinds = [
        "aws_security_group",
        "aws_vpc_security_group_ingress_rule",
        "aws_vpc_security_group_egress_rule",
    ];
    for (label, resource) in kinds.iter().flat_map(|kind| resources(&full(), kind)) {
        let description = resource["description"].as_str().unwrap();
        let allowed = |c: char| c.is_ascii_alphanumeric() || " ._-:/()#,@[]+=&;{}!$*".contains(c);
        assert!(
            !description.is_empty() && description.len() <= 255 && description.chars().all(allowed),
            "{label}"
        );
    }
}

#[test]
fn while_tasks_move_to_another_port_both_are_open_from_the_load_balancer_and_from_nobody_else() {
    let moving = Network { previous_container_port: true, ..full() };
    let open = |direction| {
        let rules =
            resources(&moving, &format!("aws_vpc_security_group_{direction}_rule")).into_iter();
        rules
            .filter(|(label, _)| label.ends_with("_previous"))
            .map(|(_, rule)| rule)
            .collect::<Vec<_>>()
    };
    let (ingress, egress) = (open("ingress"), open("egress"));
    assert_eq!((ingress.len(), egress.len()), (1, 1));
    for (rule, from, to) in [
        (&ingress[0], "application", "load_balancer"),
        (&egress[0], "load_balancer", "application"),
    ] {
        assert_eq!(rule["security_group_id"], format!("${{aws_security_group.{from}.id}}"));
        assert_eq!(
            rule["referenced_security_group_id"],
            format!("${{aws_security_group.{to}.id}}")
        );
        assert_eq!(
            (&rule["from_port"], &rule["to_port"]),
            (&"${var.previous_container_port}".into(), &"${var.previous_container_port}".into())
        );
    }
    assert_eq!(
        resources(&full(), "aws_security_group").len(),
        resources(&moving, "aws_security_group").len()
    );
}
