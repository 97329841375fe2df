use serde_json::json;

use super::stack::Defect::{Custom, Drop, Link, Set};
use super::stack::{Mutation, Stack};

pub const MUTATIONS: &[Mutation] = &[
    // Security groups.
    Mutation {
        kind: "aws_vpc_security_group_ingress_rule.database_from_proxy",
        defect: Custom(from_everyone),
        seen_by: &["network-admin-ports", "network-open-groups", "reach-unneeded"],
    },
    Mutation {
        kind: "aws_vpc_security_group_ingress_rule.application_from_load_balancer",
        defect: Custom(from_everyone),
        seen_by: &["network-open-groups", "reach-unneeded"],
    },
    Mutation {
        kind: "aws_vpc_security_group_ingress_rule.load_balancer_https_from_internet",
        defect: Set("to_port", "444"),
        seen_by: &["network-open-groups", "reach-unneeded"],
    },
    Mutation {
        kind: "aws_vpc_security_group_ingress_rule.load_balancer_http_from_internet",
        defect: Set("ip_protocol", r#""-1""#),
        seen_by: &["network-open-groups", "reach-unneeded"],
    },
    Mutation {
        kind: "aws_security_group.application",
        defect: Custom(rule_of_another_notation),
        seen_by: &["network-one-notation", "reach-unneeded"],
    },
    Mutation {
        kind: "aws_default_security_group",
        defect: Set(
            "ingress",
            r#"[{"from_port": 0, "to_port": 0, "protocol": "-1", "self": true}]"#,
        ),
        seen_by: &["network-default-group", "reach-unneeded"],
    },
    Mutation {
        kind: "aws_default_security_group",
        defect: Drop,
        seen_by: &["network-defaults-adopted"],
    },
    Mutation {
        kind: "aws_default_network_acl",
        defect: Drop,
        seen_by: &["network-defaults-adopted"],
    },
    Mutation {
        kind: "aws_default_route_table",
        defect: Drop,
        seen_by: &["network-defaults-adopted"],
    },
    // Network ACLs.
    Mutation {
        kind: "aws_network_acl_rule.data_ingress_postgresql_a",
        defect: Set("rule_number", "32767"),
        seen_by: &["network-acl-numbers"],
    },
    // The entry for answers, which comes before it then, lets in to this port too.
    Mutation {
        kind: "aws_network_acl_rule.app_ingress_container_port_a",
        defect: Set("rule_number", "32767"),
        seen_by: &["network-acl-numbers", "reach-unneeded"],
    },
    Mutation {
        kind: "aws_network_acl_rule.app_ingress_container_port_b",
        defect: Set("rule_number", "100"),
        seen_by: &["network-acl-numbers"],
    },
    Mutation {
        kind: "aws_network_acl_rule.app_egress_answers_to_public_a",
        defect: Drop,
        seen_by: &["network-acl-answers", "reach-needed"],
    },
    Mutation {
        kind: "aws_network_acl_rule.app_ingress_answers",
        defect: Drop,
        seen_by: &["network-acl-answers", "reach-needed"],
    },
    // Subnets and what is in them.
    Mutation {
        kind: "aws_subnet",
        defect: Set("cidr_block", r#""10.9.0.0/20""#),
        seen_by: &["network-subnet-range", "reach-needed"],
    },
    Mutation {
        kind: "aws_subnet.app_b",
        defect: Set("cidr_block", r#""10.0.8.0/21""#),
        seen_by: &["network-subnet-range", "reach-unneeded"],
    },
    Mutation {
        kind: "aws_subnet",
        defect: Set("map_public_ip_on_launch", "true"),
        seen_by: &["network-subnet-public-ip"],
    },
    Mutation {
        kind: "aws_route_table_association.data_b",
        defect: Link("route_table_id", "aws_route_table.public.id"),
        seen_by: &["network-database-subnets"],
    },
    Mutation {
        kind: "aws_rds_cluster_instance",
        defect: Set("publicly_accessible", "true"),
        seen_by: &["network-database-endpoint"],
    },
    Mutation {
        kind: "aws_ecs_service",
        defect: Set("network_configuration.0.assign_public_ip", "true"),
        seen_by: &["network-task-exposure"],
    },
    Mutation {
        kind: "aws_ecs_service",
        defect: Link("network_configuration.0.subnets", "var.public_subnet_ids"),
        seen_by: &["network-task-exposure", "reach-needed"],
    },
    Mutation {
        kind: "aws_vpc",
        defect: Custom(peered_with_itself),
        seen_by: &["network-peering-range"],
    },
    // Endpoints.
    Mutation {
        kind: "aws_vpc",
        defect: Set("enable_dns_hostnames", "false"),
        seen_by: &["network-endpoint-dns"],
    },
    Mutation {
        kind: "aws_iam_policy_document.endpoint_s3",
        defect: Custom(without_image_layers),
        seen_by: &["network-endpoint-image-layers", "permit-task-start"],
    },
    // The load balancer.
    Mutation {
        kind: "aws_lb_listener.http",
        defect: Set("default_action.0.type", r#""forward""#),
        seen_by: &["network-http-redirect"],
    },
    Mutation {
        kind: "aws_lb",
        defect: Set("drop_invalid_header_fields", "false"),
        seen_by: &["network-header-fields"],
    },
    Mutation {
        kind: "aws_lb",
        defect: Set("desync_mitigation_mode", r#""monitor""#),
        seen_by: &["network-desync"],
    },
    Mutation {
        kind: "aws_network_acl_rule.public_ingress_answers",
        defect: Set("from_port", "22"),
        seen_by: &["network-acl-admin-ports"],
    },
    Mutation { kind: "aws_wafv2_web_acl_association", defect: Drop, seen_by: &["network-waf"] },
    Mutation {
        kind: "aws_lb",
        defect: Custom(function_for_everyone),
        seen_by: &["network-private-service"],
    },
];

fn from_everyone(stack: &mut Stack, address: &str) -> bool {
    stack.unset(address, "referenced_security_group_id")
        && stack.set(address, "cidr_ipv4", "0.0.0.0/0".into())
}

fn rule_of_another_notation(stack: &mut Stack, group: &str) -> bool {
    let Some((module, block)) = group.split_once(".aws_security_group.") else { return false };
    stack.add_linked(
        &format!("{module}.aws_security_group_rule.metrics"),
        json!({
            "type": "ingress", "from_port": 9090, "to_port": 9090, "protocol": "tcp",
            "cidr_blocks": ["10.0.0.0/16"],
        }),
        json!({
            "security_group_id": {
                "references": [
                    format!("aws_security_group.{block}.id"), format!("aws_security_group.{block}")
                ],
            },
        }),
    )
}

fn without_image_layers(stack: &mut Stack, address: &str) -> bool {
    let statements = stack.change(address).unwrap()["after"]["statement"].as_array_mut().unwrap();
    let before = statements.len();
    statements.retain(|statement| statement["sid"] != "ImageLayers");
    statements.len() < before
}

/// The same range on both sides.
fn peered_with_itself(stack: &mut Stack, address: &str) -> bool {
    stack.set(address, "id", "vpc-0123456789abcdef0".into())
        && stack.add(
            "aws_vpc_peering_connection",
            json!({"vpc_id": "vpc-0123456789abcdef0", "peer_vpc_id": "vpc-0123456789abcdef0"}),
        )
}

fn function_for_everyone(stack: &mut Stack, _: &str) -> bool {
    stack.add(
        "aws_lambda_function_url",
        json!({"function_name": "validator", "authorization_type": "NONE"}),
    )
}
