//! [`MustAllow`]: which policies must allow a call.

use super::principal::own_account;
use super::request::{Request, Target};
use crate::resource::Resource;

/// Whether it is the caller's own policies or those of the resource that must allow a call.
pub enum MustAllow {
    /// One of them is enough, within one account. Source: IAM User Guide, "Policy evaluation for
    /// requests within a single account".
    Either,
    /// Of keys and of roles, nobody's own policies are enough: the policy of the key or role has to
    /// leave it to them. Source: KMS Developer Guide, "Key policies in AWS KMS"; IAM User
    /// Guide, "Role trust policies".
    Resource,
    /// Both have to, across accounts. Source: IAM User Guide, "Cross-account policy evaluation
    /// logic".
    Both,
    /// On a policy that is not part of the plan.
    Elsewhere(String),
}

impl MustAllow {
    /// What must allow a call that a role makes.
    pub fn of<'a>(role: Resource<'a>, request: &Request<'_, 'a>) -> Self {
        let name = request.on.name();
        let elsewhere =
            |what: &str| Self::Elsewhere(format!("{what} {name} is not part of this plan"));
        let (arn, is_named) = match &request.on {
            Target::Arn(arn) => (Some(arn.as_str()), true),
            Target::Resource(resource) => (resource.at("arn").string().known(), false),
            Target::Anything | Target::Something => (None, false),
        };
        let account = arn
            .and_then(|arn| arn.split(':').nth(4))
            .filter(|id| !id.is_empty() && !id.contains(['*', '?']));
        let is_foreign = account.zip(own_account(role)).is_some_and(|(of, own)| of != own);
        let service = arn.and_then(|arn| arn.split(':').nth(2));
        match &request.on {
            _ if is_named && is_foreign => elsewhere("the policy of"),
            _ if is_named && service == Some("kms") && request.action.starts_with("kms:") => {
                elsewhere("the policy of")
            }
            _ if is_named && request.action.starts_with("sts:AssumeRole") => {
                elsewhere("the trust policy of")
            }
            _ if is_foreign => Self::Both,
            Target::Resource(on) if on.kind().starts_with("aws_kms_") => Self::Resource,
            Target::Resource(on)
                if on.kind() == "aws_iam_role" && request.action.starts_with("sts:") =>
            {
                Self::Resource
            }
            _ => Self::Either,
        }
    }
}
