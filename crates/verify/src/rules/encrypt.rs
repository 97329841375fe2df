//! What is kept is encrypted, and what travels is.

mod aurora;
mod bucket_transit;
mod database_tls;
mod engine;
mod key_rotation;
mod listener;
mod messages;
mod own_key;
mod setting;
mod storage;
mod subscription;
mod target_group;
mod tls_policy;
mod transit;

use crate::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[
    &aurora::RULE,
    &bucket_transit::RULE,
    &database_tls::RULE,
    &key_rotation::RULE,
    &listener::RULE,
    &messages::RULE,
    &own_key::RULE,
    &storage::RULE,
    &subscription::RULE,
    &target_group::RULE,
    &tls_policy::RULE,
    &transit::RULE,
];
