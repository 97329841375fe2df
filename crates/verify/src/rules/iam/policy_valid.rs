//! Every policy is one that AWS accepts.
//!
//! ## Why
//!
//! Terraform looks only for JSON that can be read. IAM refuses the rest during the apply
//! (`MalformedPolicyDocument`), half-way through the stack: an action without its service, a
//! misspelt element, a Sid with a space, a trust policy that names a resource.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_iam_policy" "task" {
//!   policy = jsonencode({
//!     Version   = "2012-10-17"
//!     Statement = [{ Effect = "Allow", Actions = ["s3:GetObject"], Resource = "*" }]
//!   })
//! }
//! ```
//!
//! ## Fix
//!
//! Write the policy as `data.aws_iam_policy_document`, or correct the element that is named.
//!
//! ```hcl
//! resource "aws_iam_policy" "task" {
//!   policy = jsonencode({
//!     Version   = "2012-10-17"
//!     Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "${aws_s3_bucket.logs.arn}/*" }]
//!   })
//! }
//! ```
//!
//! ## Source
//!
//! - [Grammar of the IAM JSON policy language](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html)
//! - [IAM JSON policy elements reference](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html)

use super::check_policy::check_policy;
use super::syntax;
use crate::Check;
use crate::policy::Policy;

rule! { Error, AnyStack, ["IAM-3"] }

fn check(check: &mut Check) {
    for policy in check.policies().iter() {
        match &policy.broken {
            Some(reason) => check.fail(&policy.place, reason),
            None => check_policy(check, policy, findings(policy)),
        }
    }
}

fn findings(policy: &Policy) -> Vec<String> {
    let of_whole = policy.json.iter().flat_map(|json| syntax::whole(json, policy.role));
    let of_statements = policy.statements.iter().flat_map(|statement| {
        syntax::statement(statement, policy.role)
            .into_iter()
            .map(move |finding| format!("{statement} {finding}"))
    });
    of_whole.chain(of_statements).collect()
}
