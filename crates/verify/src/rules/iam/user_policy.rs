//! Permissions are given to roles and groups, not to single users.
//!
//! ## Why
//!
//! Whoever reviews permissions easily misses those of single users, and they stay when the person
//! changes jobs.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_iam_user_policy_attachment" "auditor" {
//!   user       = aws_iam_user.auditor.name
//!   policy_arn = aws_iam_policy.read.arn
//! }
//! ```
//!
//! ## Fix
//!
//! Attach the policy to a group, or let the person assume a role.
//!
//! ```hcl
//! resource "aws_iam_group_policy_attachment" "auditors" {
//!   group      = aws_iam_group.auditors.name
//!   policy_arn = aws_iam_policy.read.arn
//! }
//! ```
//!
//! ## Source
//!
//! - [Security Hub control IAM.2](https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html)
//! - [Security best practices in IAM](https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html)

use crate::Check;

rule! { Warning, AnyStack, ["IAM-1"] }

/// Arguments that give permissions to single users.
const TO_USERS: [(&str, &str); 3] = [
    ("aws_iam_user_policy", "user"),
    ("aws_iam_user_policy_attachment", "user"),
    ("aws_iam_policy_attachment", "users"),
];
/// Arguments that give them to roles and groups.
const TO_OTHERS: [(&str, &str); 4] = [
    ("aws_iam_role_policy", "role"),
    ("aws_iam_role_policy_attachment", "role"),
    ("aws_iam_group_policy", "group"),
    ("aws_iam_group_policy_attachment", "group"),
];

fn check(check: &mut Check) {
    for (kind, argument) in TO_USERS {
        for resource in check.all(kind) {
            let users = resource.at(argument);
            let is_list = users.value().known().is_some_and(|value| value.is_array());
            match is_list && users.items().is_empty() || !users.value().is_set() {
                true => check.pass(&users),
                false => check.fail(
                    &users,
                    "gives permissions to a single user, where nobody looks for them",
                ),
            }
        }
    }
    for (kind, argument) in TO_OTHERS {
        for resource in check.all(kind) {
            check.pass(&resource.at(argument));
        }
    }
}
