//! Attachments of policies that AWS manages.

use crate::planned::Planned::Known;
use crate::{AttributePath, Inventory};

/// Arguments that name one policy. Those of IAM Identity Center are for people, whom this group
/// does not judge.
const ATTACHMENTS: [&str; 4] = [
    "aws_iam_role_policy_attachment",
    "aws_iam_user_policy_attachment",
    "aws_iam_group_policy_attachment",
    "aws_iam_policy_attachment",
];

/// Every place that attaches a policy, with the name of the policy where AWS manages it.
pub fn attachments(inventory: &Inventory) -> Vec<(AttributePath<'_>, Option<&str>)> {
    let single = inventory.all_of(&ATTACHMENTS).map(|resource| resource.at("policy_arn"));
    let lists = [
        ("aws_iam_role", "managed_policy_arns"),
        ("aws_iam_role_policy_attachments_exclusive", "policy_arns"),
    ];
    let listed = lists
        .iter()
        .flat_map(|(kind, argument)| inventory.all(kind).map(move |resource| resource.at(argument)))
        .filter(AttributePath::is_written)
        .flat_map(|list| list.items());
    single.chain(listed).map(|place| (place.clone(), managed_name(&place))).collect()
}

/// `job-function/Billing` is named `Billing`.
fn managed_name<'a>(place: &AttributePath<'a>) -> Option<&'a str> {
    let Known(arn) = place.string() else { return None };
    let (_, path) = arn.split_once(":iam::aws:policy/")?;
    path.rsplit('/').next()
}
