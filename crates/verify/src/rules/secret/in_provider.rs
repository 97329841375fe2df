//! No provider block holds a key or password in plain text.
//!
//! ## Why
//!
//! A key that is written into a `provider` block is in the repository, in every clone of it and in
//! every plan, and works until someone finds it and takes it back. Terraform gets its permissions
//! from the environment, a profile or a role as well.
//!
//! ## Example
//!
//! ```hcl
//! provider "aws" {
//!   region     = "us-east-1"
//!   access_key = "AKIA…"
//!   secret_key = "…"
//! }
//! ```
//!
//! ## Fix
//!
//! Remove and revoke the key, and let Terraform assume a role: from the environment, a profile, or
//! `assume_role`.
//!
//! ```hcl
//! provider "aws" {
//!   region = "us-east-1"
//! }
//! ```
//!
//! ## Source
//!
//! - [Provider configuration: authentication](https://registry.terraform.io/providers/hashicorp/aws/latest/docs#authentication-and-configuration)
//! - [Manage sensitive data in your configuration](https://developer.hashicorp.com/terraform/language/manage-sensitive-data)

use super::looks::{is_literal, is_secret_name, secret_in};
use crate::planned::Planned::Known;
use crate::{AttributePath, Check};

rule! { Error, AnyStack, ["IAM-3"] }

/// No key of a service is shorter; what is, as `test`, is for an emulator.
const SHORTEST: usize = 16;

fn check(check: &mut Check) {
    let inventory = check.inventory();
    for provider in inventory.providers() {
        for (name, place) in leaves(provider.root()) {
            let Known(text) = place.string() else { continue };
            let is_key = is_secret_name(&name) && is_literal(text) && text.len() >= SHORTEST;
            match secret_in(text) {
                Some(what) => check.fail(&place.redacted_whole(), format_args!("contains {what}")),
                None if is_key => {
                    check.fail(&place.redacted_whole(), "holds a secret in plain text")
                }
                None => check.pass(&place),
            }
        }
    }
}

/// Every argument with a value of its own, by its name.
fn leaves(root: AttributePath<'_>) -> Vec<(String, AttributePath<'_>)> {
    let (mut leaves, mut rest) = (Vec::new(), vec![(String::new(), root)]);
    while let Some((name, place)) = rest.pop() {
        let (entries, items) = (place.entries(), place.items());
        if entries.is_empty() && items.is_empty() {
            leaves.push((name, place));
        } else {
            rest.extend(entries.into_iter().map(|(name, entry)| (name.to_owned(), entry)));
            rest.extend(items.into_iter().map(|item| (name.clone(), item)));
        }
    }
    leaves
}
