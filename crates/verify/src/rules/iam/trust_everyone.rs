//! No role can be assumed by everyone.
//!
//! ## Why
//!
//! A trust policy with `Principal: "*"` lets every AWS account in the world act with the role. The
//! name of a role is no secret: it is found in error messages, logs and repositories.
//!
//! ## Example
//!
//! ```hcl
//! statement {
//!   actions = ["sts:AssumeRole"]
//!
//!   principals {
//!     type        = "AWS"
//!     identifiers = ["*"]
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Name the service, the role or the account that needs it, or add a condition such as
//! `aws:PrincipalOrgID`.
//!
//! ```hcl
//! statement {
//!   actions = ["sts:AssumeRole"]
//!
//!   principals {
//!     type        = "AWS"
//!     identifiers = [aws_iam_role.pipeline.arn]
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [AWS JSON policy elements: Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html)
//! - [How to use trust policies with IAM roles](https://aws.amazon.com/blogs/security/how-to-use-trust-policies-with-iam-roles/)

use super::caller::is_narrowed;
use super::check_policy::each_allowing;
use crate::Check;
use crate::policy::{Principal, Role};

rule! { Error, AnyStack, ["IAM-2", "IAM-3"] }

fn check(check: &mut Check) {
    each_allowing(check, Role::Trust, |statement| {
        let everyone = statement.principals.iter().any(Principal::is_everyone)
            || !statement.not_principals.is_empty();
        let open = everyone && !is_narrowed(statement);
        open.then(|| "lets everyone assume the role, from any AWS account".to_owned())
    });
}
