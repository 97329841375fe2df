//! No policy is larger than AWS allows.
//!
//! ## Why
//!
//! IAM counts the characters of a policy without blanks: 6,144 for a managed one, 10,240 for all
//! inline policies of a role together. Terraform does not count; the apply stops at
//! `LimitExceeded`. If a policy is known only in part, the rule counts that part.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_iam_policy" "everything" {
//!   policy = file("everything.json") # 9,000 characters
//! }
//! ```
//!
//! ## Fix
//!
//! Split the policy, or use wildcards for actions of the same kind on the same resources.
//!
//! ```hcl
//! resource "aws_iam_role_policy_attachment" "second" {
//!   role       = aws_iam_role.task.name
//!   policy_arn = aws_iam_policy.second.arn
//! }
//! ```
//!
//! ## Source
//!
//! - [IAM and AWS STS quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html)
//! - [Bucket policies](https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html)
//! - [KMS quotas: key policy document size](https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html)

use std::collections::BTreeMap;

use crate::policy::{Policy, Statement};
use crate::{AttributePath, Check};

rule! { Error, AnyStack, ["ALL-7", "IAM-3"] }

/// The largest policy of each kind; of the kinds with an argument, all that name the same role,
/// user or group count together.
const LARGEST: [(&str, &str, usize, Option<&str>); 8] = [
    ("aws_iam_policy", "policy", 6_144, None),
    ("aws_iam_role_policy", "policy", 10_240, Some("role")),
    ("aws_iam_user_policy", "policy", 2_048, Some("user")),
    ("aws_iam_group_policy", "policy", 5_120, Some("group")),
    // 2,048 unless the quota is raised, at most to this.
    ("aws_iam_role", "assume_role_policy", 4_096, None),
    ("aws_s3_bucket_policy", "policy", 20_480, None),
    ("aws_kms_key", "policy", 32_768, None),
    ("aws_kms_key_policy", "policy", 32_768, None),
];
fn check(check: &mut Check) {
    let policies = check.policies();
    for (kind, argument, largest, of) in LARGEST {
        let mut groups: BTreeMap<String, Vec<&Policy>> = BTreeMap::new();
        for policy in policies.iter() {
            let resource = policy.place.resource();
            if resource.kind() == kind && policy.place.path() == argument {
                let owner = of.map(|of| owner(&resource.at(of)));
                groups
                    .entry(owner.unwrap_or_else(|| resource.address().to_owned()))
                    .or_default()
                    .push(policy);
            }
        }
        for policies in groups.values() {
            check_policies(check, policies, largest);
        }
    }
}

fn owner(place: &AttributePath) -> String {
    let linked = place.links_to_any().one().map(|owner| owner.address().to_owned());
    linked
        .or(place.string().known().map(str::to_owned))
        .unwrap_or_else(|| place.resource().address().to_owned())
}

fn check_policies<'a>(check: &mut Check<'a>, policies: &[&Policy<'a>], largest: usize) {
    let sizes: Vec<_> = policies.iter().map(|policy| size(policy)).collect();
    let least: usize = sizes.iter().map(|(least, _)| least).sum();
    let most = sizes.iter().try_fold(0, |sum, (_, most)| Some(sum + (*most)?));
    let Some(place) = policies.last().map(|policy| &policy.place) else { return };
    match most {
        _ if least > largest => {
            check.fail(
                place,
                format_args!("has {least} characters or more, and AWS allows {largest}"),
            );
        }
        Some(most) if most <= largest => check.pass(place),
        _ => check.unknown(
            place,
            format_args!(
                "has {least} characters or more, of {largest} that AWS allows; {}",
                place.known_later()
            ),
        ),
    }
}

/// The lowest and the highest possible number of characters without blanks; no highest one if some
/// statements are not known.
fn size(policy: &Policy) -> (usize, Option<usize>) {
    if let Some(text) = policy.place.string().known() {
        let size = text.chars().filter(|letter| !letter.is_whitespace()).count();
        return (size, Some(size));
    }
    let (least, most) = policy
        .statements
        .iter()
        .map(of_statement)
        .fold((0, 64), |(l, m), (least, most)| (l + least, m + most));
    (least, policy.is_complete().then_some(most))
}

fn of_statement(statement: &Statement) -> (usize, usize) {
    let conditions = statement
        .conditions
        .iter()
        .flat_map(|one| [&one.operator, &one.key].into_iter().chain(&one.values));
    let principals =
        statement.principals.iter().chain(&statement.not_principals).map(|one| &one.id);
    let resources = statement.resources.iter().chain(&statement.not_resources);
    let terms = statement
        .actions
        .iter()
        .chain(&statement.not_actions)
        .chain(resources)
        .chain(principals)
        .chain(conditions);
    // Quotation marks and a comma for each, and the names of the elements.
    terms.fold((0, 120), |(least, most), term| match &term.text {
        Some(text) => (least + text.len(), most + text.len() + 8),
        None => (least, most + term.longest()),
    })
}
