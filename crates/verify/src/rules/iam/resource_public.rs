//! No resource lets everyone in.
//!
//! ## Why
//!
//! A statement that allows `Principal: "*"` without a condition on who calls opens the bucket,
//! queue, topic, key or function to every AWS account, often to the whole internet. No identity
//! policy holds them back, since they have none in your account.
//!
//! ## Example
//!
//! ```hcl
//! statement {
//!   actions   = ["sqs:SendMessage"]
//!   resources = [aws_sqs_queue.payments.arn]
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
//! Name the accounts, roles or services, or add a condition on the caller such as
//! `aws:PrincipalOrgID`, `aws:SourceArn` or `aws:SourceVpce`.
//!
//! ```hcl
//! statement {
//!   actions   = ["sqs:SendMessage"]
//!   resources = [aws_sqs_queue.payments.arn]
//!
//!   principals {
//!     type        = "Service"
//!     identifiers = ["sns.amazonaws.com"]
//!   }
//!
//!   condition {
//!     test     = "ArnEquals"
//!     variable = "aws:SourceArn"
//!     values   = [aws_sns_topic.payments.arn]
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [AWS JSON policy elements: Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html)
//! - [The meaning of "public"](https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status)

use super::caller::{is_narrowed, may_be_narrowed};
use super::check_policy::{check_policy, of_role};
use crate::Check;
use crate::policy::{Policy, Principal, Role, Statement};

rule! { Error, AnyStack, ["IAM-3"] }

/// What is there for everyone is not judged by its policy: an API has methods with authorisation of
/// their own.
const FOR_EVERYONE: [&str; 2] = ["aws_api_gateway_rest_api", "aws_api_gateway_rest_api_policy"];

fn check(check: &mut Check) {
    let policies = check.policies();
    for policy in of_role(&policies, Role::Resource) {
        let kind = policy.place.resource().kind();
        if !FOR_EVERYONE.contains(&kind) && !is_within_vpc(policy) {
            let (open, public): (Vec<_>, Vec<_>) =
                public(policy).partition(|statement| may_be_narrowed(statement));
            if !public.is_empty() || open.is_empty() {
                let findings = public
                    .iter()
                    .map(|one| format!("{one} lets everyone in, from any AWS account or none"));
                check_policy(check, policy, findings);
            } else {
                for statement in open {
                    let reason = format_args!(
                        "the conditions under which {statement} lets everyone in are known only \
                         after the apply"
                    );
                    check.unknown(&policy.place, reason);
                }
            }
        }
    }
    permissions(check);
}

/// The statements that let everyone in, as far as their conditions are known.
fn public<'p, 'a>(policy: &'p Policy<'a>) -> impl Iterator<Item = &'p Statement<'a>> {
    let statements = policy
        .statements
        .iter()
        .filter(|statement| statement.may_allow() && !is_narrowed(statement));
    statements.filter(|statement| {
        statement.principals.iter().any(Principal::is_everyone)
            || !statement.not_principals.is_empty()
    })
}

/// The endpoint of a search domain in a VPC is reached from there only.
fn is_within_vpc(policy: &Policy) -> bool {
    !policy.place.resource().at("vpc_options").items().is_empty()
}

/// The policy of a function is written as permissions.
fn permissions(check: &mut Check) {
    const NARROWING: [&str; 3] = ["source_arn", "source_account", "principal_org_id"];
    for permission in check.all("aws_lambda_permission") {
        let principal = permission.at("principal");
        let narrowed = NARROWING.iter().any(|argument| permission.at(argument).value().is_set());
        match principal.string().known() {
            Some("*") if !narrowed => check
                .fail(&principal, "lets everyone call the function, from any AWS account or none"),
            // What comes from a resource names one account, role or service.
            None if principal.string().is_unknown()
                && !narrowed
                && principal.links_to_any().links.is_empty() =>
            {
                check.known_later(&principal);
            }
            _ => check.pass(&principal),
        }
    }
}
