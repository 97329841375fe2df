//! What the endpoints promise.

use super::{ZONES, bare, full, labels, resource};
use crate::config::InterfaceEndpoint;
use crate::tiers::testing::declared;

#[test]
fn s3_lets_through_the_transaction_logs_and_image_layers_only() {
    let policy = &declared(&full())["data"]["aws_iam_policy_document"]["endpoint_s3"];
    let statements = policy["statement"].as_array().unwrap();
    let resources: Vec<_> = statements.iter().map(|statement| &statement["resources"][0]).collect();
    assert_eq!(
        resources,
        [
            "${var.transaction_log_bucket_arn}/*",
            "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*"
        ]
    );
}

#[test]
fn s3_is_reached_without_nat_from_every_zone() {
    let tables = ZONES.map(|zone| format!("${{aws_route_table.app_{zone}.id}}"));
    assert_eq!(
        resource(&full(), "aws_vpc_endpoint", "s3")["route_table_ids"],
        serde_json::json!(tables)
    );
}

#[test]
fn an_interface_endpoint_is_in_every_zone_for_this_account_alone() {
    let subnets = ZONES.map(|zone| format!("${{aws_subnet.app_{zone}.id}}"));
    for service in InterfaceEndpoint::ALL {
        let label = service.to_string().replace('.', "_");
        let endpoint = resource(&full(), "aws_vpc_endpoint", &label);
        assert_eq!(endpoint["subnet_ids"], serde_json::json!(subnets), "{label}");
        assert_eq!(endpoint["private_dns_enabled"], true, "{label}");

        let policy =
            &declared(&full())["data"]["aws_iam_policy_document"][format!("endpoint_{label}")];
        let statements = policy["statement"]
            .as_array()
            .cloned()
            .unwrap_or_else(|| vec![policy["statement"].clone()]);
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
