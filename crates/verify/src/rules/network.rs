// GENERATED from the files of the group. Regenerate: PAYTF_UPDATE=1 cargo test -p paytf-verify rule_files
//! Only what must talk to each other can.

mod acl_admin_ports;
mod acl_answers;
mod acl_numbers;
mod admin_ports;
mod cluster_endpoint;
mod database_endpoint;
mod database_subnets;
mod default_group;
mod defaults_adopted;
mod desync;
mod endpoint_dns;
mod endpoint_image_layers;
mod exposure;
mod header_fields;
mod http_redirect;
mod one_notation;
mod open_groups;
mod peering_range;
mod private_service;
mod subnet_public_ip;
mod subnet_range;
mod task_exposure;
mod waf;

use crate::rule::Rule;

/// The rules of the group.
#[rustfmt::skip]
pub const RULES: &[&Rule] = &[
    named!("network-acl-admin-ports", acl_admin_ports),
    named!("network-acl-answers", acl_answers),
    named!("network-acl-numbers", acl_numbers),
    named!("network-admin-ports", admin_ports),
    named!("network-cluster-endpoint", cluster_endpoint),
    named!("network-database-endpoint", database_endpoint),
    named!("network-database-subnets", database_subnets),
    named!("network-default-group", default_group),
    named!("network-defaults-adopted", defaults_adopted),
    named!("network-desync", desync),
    named!("network-endpoint-dns", endpoint_dns),
    named!("network-endpoint-image-layers", endpoint_image_layers),
    named!("network-header-fields", header_fields),
    named!("network-http-redirect", http_redirect),
    named!("network-one-notation", one_notation),
    named!("network-open-groups", open_groups),
    named!("network-peering-range", peering_range),
    named!("network-private-service", private_service),
    named!("network-subnet-public-ip", subnet_public_ip),
    named!("network-subnet-range", subnet_range),
    named!("network-task-exposure", task_exposure),
    named!("network-waf", waf),
];
