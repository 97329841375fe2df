//! A role for an identity provider checks the subject of the token.
//!
//! ## Why
//!
//! Everyone can have GitHub, GitLab or a cluster issue a token. A trust policy that names the
//! provider and checks only the audience lets every repository in the world assume the role; that
//! is how accounts were taken over.
//!
//! ## Example
//!
//! ```hcl
//! condition {
//!   test     = "StringEquals"
//!   variable = "token.actions.githubusercontent.com:aud"
//!   values   = ["sts.amazonaws.com"]
//! }
//! ```
//!
//! ## Fix
//!
//! Add a condition on the subject of the token, with the organisation and repository, and best the
//! branch or environment.
//!
//! ```hcl
//! condition {
//!   test     = "StringLike"
//!   variable = "token.actions.githubusercontent.com:sub"
//!   values   = ["repo:payments-inc/infrastructure:environment:production"]
//! }
//! ```
//!
//! ## Source
//!
//! - [Create a role for OpenID Connect federation](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html)
//! - [Configuring OpenID Connect in Amazon Web Services](https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws)

use super::caller::holds_back;
use super::check_policy::each_allowing;
use crate::Check;
use crate::policy::{Principal, Role, Statement};

rule! { Error, AnyStack, ["IAM-3"] }

/// Providers that anyone can get a token of, and the keys that tell for whom it is.
/// Source: IAM User Guide, "Create a role for OpenID Connect federation"; "IAM and AWS STS
/// condition context keys".
const SUBJECTS: [&str; 4] = [":sub", ":repository", ":repository_owner", ":amr"];

fn check(check: &mut Check) {
    each_allowing(check, Role::Trust, check_statement);
}

fn check_statement(statement: &Statement) -> Option<String> {
    let federated = statement.includes("sts:AssumeRoleWithWebIdentity")
        && statement.principals.iter().any(is_set_up);
    let tells = statement.conditions.iter().any(|condition| {
        let key = condition.key.text.as_deref();
        let is_subject =
            key.is_none_or(|key| SUBJECTS.iter().any(|subject| key.ends_with(subject)));
        let is_any =
            |value: &str| matches!(value, "repo:*" | "repo:*:*" | "repo:*/*" | "repo:*/*:*");
        let any = condition.values.iter().any(|value| value.text.as_deref().is_some_and(is_any));
        is_subject && holds_back(condition) && !any
    });
    (federated && !tells).then(|| {
        "lets everyone with a token of the provider assume the role, whomever the token is for"
            .to_owned()
    })
}

/// A provider that the account has set up; those that IAM knows by itself issue tokens for one
/// application each.
fn is_set_up(principal: &Principal) -> bool {
    let is_saml = !principal.id.linked("aws_iam_saml_provider").is_empty();
    let named = principal.id.text.as_deref().is_none_or(|id| id.contains(":oidc-provider/"));
    principal.kind.is("Federated") && named && !is_saml
}
