// GENERATED from the files of the group. Regenerate: PAYTF_UPDATE=1 cargo test -p paytf-verify rule_files
//! Nobody may do more than their work needs.

mod access_key;
mod action_known;
mod action_wildcard;
mod administrator;
mod bucket_public_access;
mod caller;
mod check_policy;
mod escalation;
mod function_source;
mod key_administrable;
mod managed;
mod policy_size;
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
#[rustfmt::skip]
pub const RULES: &[&Rule] = &[
    named!("iam-access-key", access_key),
    named!("iam-action-known", action_known),
    named!("iam-action-wildcard", action_wildcard),
    named!("iam-administrator", administrator),
    named!("iam-bucket-public-access", bucket_public_access),
    named!("iam-escalation", escalation),
    named!("iam-function-source", function_source),
    named!("iam-key-administrable", key_administrable),
    named!("iam-policy-size", policy_size),
    named!("iam-policy-valid", policy_valid),
    named!("iam-resource-public", resource_public),
    named!("iam-resource-wildcard", resource_wildcard),
    named!("iam-task-roles-apart", task_roles_apart),
    named!("iam-trust-account", trust_account),
    named!("iam-trust-everyone", trust_everyone),
    named!("iam-trust-oidc-subject", trust_oidc_subject),
    named!("iam-trust-source", trust_source),
    named!("iam-user-policy", user_policy),
];
