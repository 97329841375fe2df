//! Nobody may do more than their work needs.

mod access_key;
mod action_wildcard;
mod administrator;
mod bucket_public_access;
mod caller;
mod escalation;
mod function_source;
mod judge;
mod key_administrable;
mod managed;
mod policy_valid;
mod resource_public;
mod resource_wildcard;
mod syntax;
mod task_roles_apart;
mod trust_account;
mod trust_everyone;
mod trust_oidc_subject;
mod trust_source;
mod user_policy;

use crate::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[
    &access_key::RULE,
    &action_wildcard::RULE,
    &administrator::RULE,
    &bucket_public_access::RULE,
    &escalation::RULE,
    &function_source::RULE,
    &key_administrable::RULE,
    &policy_valid::RULE,
    &resource_public::RULE,
    &resource_wildcard::RULE,
    &task_roles_apart::RULE,
    &trust_account::RULE,
    &trust_everyone::RULE,
    &trust_oidc_subject::RULE,
    &trust_source::RULE,
    &user_policy::RULE,
];
