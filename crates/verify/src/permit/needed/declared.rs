//! The calls that the policy file declares.

use super::{NeededCall, Subject, Verdict};
use crate::inventory::Inventory;
use crate::permit::permissions::Permissions;
use crate::permit::request::{Caller, Target};

/// The calls of the policy file, held against the roles that match.
pub fn verdicts<'a>(inventory: &'a Inventory, permissions: &Permissions<'a>) -> Vec<Verdict<'a>> {
    let mut verdicts = Vec::new();
    for call in &inventory.declared().calls {
        let roles = inventory.all("aws_iam_role").filter(|role| call.role.matches(role.address()));
        for role in roles {
            let on = match inventory.at(&call.resource) {
                Some(resource) => Target::Resource(resource),
                None if call.resource == "*" => Target::Anything,
                None => Target::Arn(call.resource.clone()),
            };
            let purpose = format!("{} ({})", call.why, call.declared_at);
            let (callers, actions) =
                (Ok(vec![Caller::Role(role)]), vec![call.action.clone().into()]);
            let source = "the policy file";
            let needed = NeededCall::of(
                Subject::Declared,
                &role.root(),
                purpose,
                callers,
                actions,
                on,
                source,
            );
            verdicts.push(needed.verdict(permissions));
        }
    }
    verdicts
}
