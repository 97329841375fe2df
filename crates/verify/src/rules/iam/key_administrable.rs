//! The policy of each key lets someone change that policy.
//!
//! ## Why
//!
//! Not even the administrator of the account has permissions on a key that its policy does not
//! give. A policy that lets nobody call `kms:PutKeyPolicy` can never be changed again, so the
//! encrypted data depends on whatever the policy happens to say. AWS refuses such a policy unless
//! the check is switched off, and then only AWS Support can help.
//!
//! ## Example
//!
//! ```hcl
//! statement {
//!   actions   = ["kms:Decrypt"]
//!   resources = ["*"]
//!
//!   principals {
//!     type        = "AWS"
//!     identifiers = [aws_iam_role.task.arn]
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Add a statement that gives the account the administration of the key, so that IAM policies can
//! grant it.
//!
//! ```hcl
//! statement {
//!   actions   = ["kms:*"]
//!   resources = ["*"]
//!
//!   principals {
//!     type        = "AWS"
//!     identifiers = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"]
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Default key policy: allows access to the AWS account](https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html)
//! - [PutKeyPolicy: BypassPolicyLockoutSafetyCheck](https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html)

use super::check_policy::of_role;
use crate::Check;
use crate::policy::{Policy, Role, Statement};

rule! { Error, AnyStack, ["ALL-4"] }

const KEYS: [&str; 4] =
    ["aws_kms_key", "aws_kms_key_policy", "aws_kms_external_key", "aws_kms_replica_key"];
/// Who may do this can give back every other right. Source: KMS API Reference, `PutKeyPolicy`,
/// "lockout safety check".
const NEEDED: &str = "kms:PutKeyPolicy";

fn check(check: &mut Check) {
    let policies = check.policies();
    for policy in of_role(&policies, Role::Resource) {
        if !KEYS.contains(&policy.place.resource().kind()) {
            continue;
        }
        match () {
            () if is_administrable(policy) => check.pass(&policy.place),
            () if !policy.incomplete.is_empty() => check.unknown(&policy.place, policy.reason()),
            () => check.fail(
                &policy.place,
                "no statement allows kms:PutKeyPolicy: nobody could ever change the key again",
            ),
        }
    }
}

fn is_administrable(policy: &Policy) -> bool {
    let allowing = policy.statements.iter().filter(|statement| statement.may_allow());
    let to_someone = |statement: &&Statement| {
        statement.principals.iter().any(|principal| principal.service().is_none())
    };
    allowing.filter(to_someone).any(|statement| statement.includes(NEEDED))
}
