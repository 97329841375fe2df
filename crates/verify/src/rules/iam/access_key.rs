//! No user gets an access key; what needs permissions assumes a role.
//!
//! ## Why
//!
//! An access key does not expire. Its secret is in the state of Terraform, from where it is copied
//! into configurations and pipelines, and whoever finds it has the permissions of the user from
//! anywhere. A role gives keys that last an hour and are never written down.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_iam_access_key" "deploy" {
//!   user = aws_iam_user.deploy.name
//! }
//! ```
//!
//! ## Fix
//!
//! Let what needs the permissions assume a role: of its service within AWS, by OpenID Connect or
//! IAM Roles Anywhere outside.
//!
//! ```hcl
//! resource "aws_iam_role" "deploy" {
//!   assume_role_policy = data.aws_iam_policy_document.from_pipeline.json
//! }
//! ```
//!
//! ## Source
//!
//! - [Security best practices in IAM: use temporary credentials](https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html)
//! - [aws_iam_access_key: the secret is written to the state](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_access_key)

use crate::Check;

rule! { Warning, AnyStack, ["IAM-1"] }

fn check(check: &mut Check) {
    for key in check.all("aws_iam_access_key") {
        check.fail(&key.at("user"), "the access key never expires, and its secret is in the state");
    }
    for login in check.all("aws_iam_user_login_profile") {
        let encrypted = login.at("pgp_key");
        check.expect(
            &encrypted,
            encrypted.value().map(|_| true),
            "the password is in the state in plain text",
        );
    }
    // The other way, which needs no key: a role.
    for role in check.all("aws_iam_role") {
        check.pass(&role.root());
    }
}
