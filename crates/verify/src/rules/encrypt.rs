// GENERATED from the files of the group. Regenerate: PAYTF_UPDATE=1 cargo test -p paytf-verify rule_files
//! What is kept is encrypted, and what travels is.

mod aurora;
mod bucket_transit;
mod classic_listener;
mod cluster_secrets;
mod database_tls;
mod engine;
mod key_rotation;
mod listener;
mod messages;
mod own_key;
mod storage;
mod subscription;
mod target_group;
mod tls_policy;
mod transit;

use crate::rule::Rule;

/// The rules of the group.
#[rustfmt::skip]
pub const RULES: &[&Rule] = &[
    named!("encrypt-aurora", aurora),
    named!("encrypt-bucket-transit", bucket_transit),
    named!("encrypt-classic-listener", classic_listener),
    named!("encrypt-cluster-secrets", cluster_secrets),
    named!("encrypt-database-tls", database_tls),
    named!("encrypt-key-rotation", key_rotation),
    named!("encrypt-listener", listener),
    named!("encrypt-messages", messages),
    named!("encrypt-own-key", own_key),
    named!("encrypt-storage", storage),
    named!("encrypt-subscription", subscription),
    named!("encrypt-target-group", target_group),
    named!("encrypt-tls-policy", tls_policy),
    named!("encrypt-transit", transit),
];
