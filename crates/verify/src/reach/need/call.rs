//! Programs to the AWS services that they are allowed to call.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::program::Program;
use super::{Because, Needs};
use crate::aws::network::endpoint_service::SERVICES;
use crate::policy::{Policy, Role, managed};
use crate::{AttributePath, Inventory, Resource};

/// What Lambda does for a function goes past the function's network: its log, its traces, its
/// interfaces, its key, what it sets aside. Source: AWS Lambda Developer Guide, "Execution role"
/// and "Giving Lambda functions access to resources in an Amazon VPC".
const BY_LAMBDA: [&str; 5] = ["logs", "xray", "sqs", "sns", "events"];

pub fn add<'a>(needs: &mut Needs<'_, 'a>, programs: &[Program<'a>], policies: &[Policy<'a>]) {
    let called = Called::of(needs.inventory, policies);
    for program in programs {
        let Some(role) = program.role else { continue };
        let is_function = program.resource.kind() == "aws_lambda_function";
        for (name, place) in called.services.get(&role).into_iter().flatten() {
            if !(is_function && BY_LAMBDA.contains(name)) {
                let because = Because::new("its role is allowed to call it", place.clone());
                needs.calls(program.resource, name, because);
            }
        }
        for (place, reason) in called.doubts(role) {
            let what =
                format!("which AWS services {} is allowed to call", program.resource.address());
            needs.unread_calls(&place, what, reason);
        }
    }
}

/// What each role may call.
#[derive(Default)]
struct Called<'a> {
    services: HashMap<Resource<'a>, BTreeMap<&'static str, AttributePath<'a>>>,
    /// Why it may call more.
    doubts: HashMap<Resource<'a>, Vec<(AttributePath<'a>, String)>>,
}

impl<'a> Called<'a> {
    fn of(inventory: &'a Inventory, policies: &[Policy<'a>]) -> Self {
        let mut called = Self::default();
        for policy in policies.iter().filter(|policy| policy.role == Role::Identity) {
            let (services, is_complete) = (services(policy), policy.is_complete());
            if services.is_empty() && is_complete {
                continue;
            }
            for role in roles(inventory, policy) {
                let own = called.services.entry(role).or_default();
                services.iter().for_each(|service| {
                    _ = own.entry(*service).or_insert_with(|| policy.place.clone())
                });
                if !is_complete {
                    called
                        .doubts
                        .entry(role)
                        .or_default()
                        .push((policy.place.clone(), policy.reason()));
                }
            }
        }
        called
    }

    /// Why a role may call more: statements, or policies, that are not known.
    fn doubts(&self, role: Resource<'a>) -> Vec<(AttributePath<'a>, String)> {
        let mut doubts = self.doubts.get(&role).cloned().unwrap_or_default();
        for (kind, by) in [
            ("aws_iam_role_policy", "role"),
            ("aws_iam_role_policy_attachment", "role"),
            ("aws_iam_policy_attachment", "roles"),
        ] {
            match role.inventory().proven_referrers(role, kind, by) {
                Err(reason) => doubts.push((role.root(), reason)),
                Ok(attachments) if kind != "aws_iam_role_policy" => {
                    doubts.extend(
                        attachments.into_iter().filter_map(|one| not_read(&one.at("policy_arn"))),
                    );
                }
                Ok(_) => {}
            }
        }
        doubts
    }
}

/// Why what an attached policy allows is not known. Those that AWS manages are for more than one
/// program calls.
fn not_read<'a>(place: &AttributePath<'a>) -> Option<(AttributePath<'a>, String)> {
    if managed::arn_at(place).is_some() {
        return None;
    }
    let reason = match place.link("aws_iam_policy").proven() {
        Ok(policy) if !policy.is_data() => return None,
        Ok(policy) => format!("what {} allows is not part of this plan", policy.address()),
        Err(reason) => reason,
    };
    Some((place.clone(), reason))
}

/// The services that a policy allows calls to by name: a star says nothing of what is called.
fn services(policy: &Policy) -> BTreeSet<&'static str> {
    let statements = policy.statements.iter().filter(|statement| statement.may_allow());
    let actions = statements
        .flat_map(|statement| &statement.actions)
        .filter_map(|action| action.text.as_deref());
    let prefixes = actions.filter_map(|action| action.split_once(':')).map(|(prefix, _)| prefix);
    prefixes
        .filter_map(|prefix| SERVICES.iter().find(|(own, _)| *own == prefix))
        .map(|(_, service)| *service)
        .collect()
}

/// The roles that have a policy.
fn roles<'a>(inventory: &'a Inventory, policy: &Policy<'a>) -> Vec<Resource<'a>> {
    let holder = policy.place.resource();
    match holder.kind() {
        "aws_iam_role" => vec![holder],
        "aws_iam_role_policy" => holder.at("role").link("aws_iam_role").one().into_iter().collect(),
        "aws_iam_policy" => {
            let one = inventory.referrers(holder, "aws_iam_role_policy_attachment", "policy_arn");
            let one = one
                .into_iter()
                .filter_map(|attachment| attachment.at("role").link("aws_iam_role").one());
            let several = inventory.referrers(holder, "aws_iam_policy_attachment", "policy_arn");
            let several = several
                .into_iter()
                .flat_map(|attachment| attachment.at("roles").links("aws_iam_role").links);
            one.chain(several.map(|link| link.resource)).collect()
        }
        _ => Vec::new(),
    }
}
