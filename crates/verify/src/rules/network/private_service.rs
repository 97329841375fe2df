//! What is internal is in the network, without a public IP address.
//!
//! ## Why
//!
//! Search domains, brokers, notebooks, warehouses, machines and functions can each be given a way
//! in from the internet, past the load balancer, its firewall and its log. Some have it by default.
//!
//! A machine that forwards what others send, such as a NAT instance (`source_dest_check = false`),
//! needs an address.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_opensearch_domain" "search" {
//!   domain_name = "search" # no vpc_options
//! }
//! ```
//!
//! ## Fix
//!
//! Put it into the network, and give it no public address.
//!
//! ```hcl
//! resource "aws_opensearch_domain" "search" {
//!   vpc_options {
//!     subnet_ids         = aws_subnet.app[*].id
//!     security_group_ids = [aws_security_group.search.id]
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Security Hub control Opensearch.2](https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html)
//! - [Security Hub controls EC2.9, EC2.23 and EC2.25](https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html)
//! - [Security Hub control AutoScaling.5](https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html)
//! - [Security Hub control ECS.16](https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html)
//! - [Security Hub controls MSK.4, SageMaker.1 and Redshift.7](https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html)
//! - [Lambda function URLs: auth type NONE](https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html)

use crate::Check;
use crate::planned::Planned::Known;
use crate::setting::Setting;

rule! { Warning, AnyStack, ["NET-3"] }

const SETTINGS: [Setting; 13] = [
    Setting::set(
        "aws_opensearch_domain",
        "vpc_options",
        "it is outside of any VPC, with a public endpoint",
    ),
    Setting::set(
        "aws_elasticsearch_domain",
        "vpc_options",
        "it is outside of any VPC, with a public endpoint",
    ),
    Setting {
        kind: "aws_msk_cluster",
        path: "broker_node_group_info.0.connectivity_info.0.public_access.0.type",
        default: Some("DISABLED"),
        is_right: |kind| kind == "DISABLED",
        otherwise: "its brokers have addresses in the internet",
    },
    Setting {
        kind: "aws_sagemaker_notebook_instance",
        path: "direct_internet_access",
        default: Some("Enabled"),
        is_right: |access| access == "Disabled",
        otherwise: "it reaches the internet past the network",
    },
    Setting::on(
        "aws_redshift_cluster",
        "enhanced_vpc_routing",
        "false",
        "what it loads and unloads goes past the network",
    ),
    Setting::off(
        "aws_redshiftserverless_workgroup",
        "publicly_accessible",
        "has a public IP address",
    ),
    Setting::off("aws_instance", "associate_public_ip_address", "has a public IP address"),
    Setting::off(
        "aws_launch_template",
        "network_interfaces.#.associate_public_ip_address",
        "gives its machines public IP addresses",
    ),
    Setting::off(
        "aws_launch_configuration",
        "associate_public_ip_address",
        "gives its machines public IP addresses",
    ),
    Setting::off(
        "aws_ecs_task_set",
        "network_configuration.0.assign_public_ip",
        "its tasks have addresses in the internet",
    ),
    Setting {
        kind: "aws_ec2_transit_gateway",
        path: "auto_accept_shared_attachments",
        default: Some("disable"),
        is_right: |accept| accept == "disable",
        otherwise: "accounts that it is shared with join the network without being asked",
    },
    Setting {
        kind: "aws_lambda_function_url",
        path: "authorization_type",
        default: None,
        is_right: |kind| kind != "NONE",
        otherwise: "everyone can call the function",
    },
    Setting {
        kind: "aws_transfer_server",
        path: "endpoint_type",
        default: Some("PUBLIC"),
        is_right: |kind| kind != "PUBLIC",
        otherwise: "has a public IP address",
    },
];

fn check(check: &mut Check) {
    for setting in SETTINGS {
        setting.check(check, |resource| resource.at("source_dest_check").bool() != Known(false));
    }
}
