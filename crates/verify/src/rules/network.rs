//! Only what must talk to each other can.

mod acl;
mod acl_answers;
mod acl_numbers;
mod admin_ports;
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
mod subnet_public_ip;
mod subnet_range;
mod task_exposure;

use crate::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[
    &acl_answers::RULE,
    &acl_numbers::RULE,
    &admin_ports::RULE,
    &database_endpoint::RULE,
    &database_subnets::RULE,
    &default_group::RULE,
    &defaults_adopted::RULE,
    &desync::RULE,
    &endpoint_dns::RULE,
    &endpoint_image_layers::RULE,
    &header_fields::RULE,
    &http_redirect::RULE,
    &one_notation::RULE,
    &open_groups::RULE,
    &peering_range::RULE,
    &subnet_public_ip::RULE,
    &subnet_range::RULE,
    &task_exposure::RULE,
];
