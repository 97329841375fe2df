//! [`Permissions`]: every policy of a plan, asked for one call.

use std::collections::HashMap;
use std::sync::Arc;

use super::decision::Decision;
use super::identity::Identity;
use super::matching::{Match, Meant, is_about, meant};
use super::request::{Caller, Request, Target, function_of};
use crate::inventory::Inventory;
use crate::planned::Planned::Known;
use crate::policy::{Policy, Statement, policies, policies_of};
use crate::resource::Resource;

/// Every policy of a plan.
#[derive(Debug)]
pub struct Permissions<'a> {
    policies: Arc<[Policy<'a>]>,
    by_resource: HashMap<&'a str, Vec<usize>>,
    /// What each role may do, by its address.
    identities: HashMap<&'a str, Identity<'a>>,
}

impl<'a> Permissions<'a> {
    /// Those of an inventory.
    pub fn of_inventory(inventory: &'a Inventory) -> Self {
        Self::new(inventory, policies(inventory).into())
    }

    /// These policies of an inventory.
    pub fn new(inventory: &'a Inventory, policies: Arc<[Policy<'a>]>) -> Self {
        let mut by_resource: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, policy) in policies.iter().enumerate() {
            by_resource.entry(policy.place.resource().address()).or_default().push(index);
        }
        let mut permissions = Self { policies, by_resource, identities: HashMap::new() };
        permissions.identities =
            inventory.all("aws_iam_role").map(|role| (role.address(), Identity::of(role, &permissions))).collect();
        permissions
    }

    /// The policies that stand in a resource.
    pub fn of(&self, resource: Resource<'a>) -> impl Iterator<Item = &Policy<'a>> {
        self.by_resource.get(resource.address()).into_iter().flatten().map(|index| &self.policies[*index])
    }

    /// Whether a caller may make a call.
    pub fn decide(&self, caller: Caller<'a>, request: &Request<'_, 'a>) -> Decision {
        let target = match &request.on {
            Target::Resource(resource) => policies_of(&self.policies, *resource),
            Target::Anything | Target::Something | Target::Arn(_) => Vec::new(),
        };
        match caller {
            Caller::Role(role) => self.decide_role(role, request, &target),
            Caller::Service(service) if is_function(&request.on) => invocation(service, request),
            Caller::Service(service) => {
                decide_by(&target, caller, request, || format!("no statement lets {service} do {}", request.action))
            }
        }
    }

    fn decide_role(&self, role: Resource<'a>, request: &Request<'_, 'a>, target: &[&Policy<'a>]) -> Decision {
        let Some(identity) = self.identities.get(role.address()) else {
            return Decision::Unknown(format!("what {} may do is not part of this plan", role.address()));
        };
        let own: Vec<_> = identity.policies.iter().flat_map(|policy| &policy.statements).collect();
        let denials = own.iter().copied().filter(|statement| statement.allows != Known(true));
        let boundary = identity.boundary.as_ref();
        let limits = boundary.and_then(|read| read.as_ref().ok()).into_iter().flat_map(|policy| &policy.statements);
        let denied = denials
            .chain(limits.clone().filter(|statement| statement.allows != Known(true)))
            .map(|statement| deny(statement, request))
            .chain(
                target.iter().flat_map(|policy| &policy.statements).map(|one| denies(one, Caller::Role(role), request)),
            )
            .fold(Match::No, Match::or);
        match denied {
            Match::Yes(statement) => return Decision::Denied(statement),
            Match::Maybe(reason) => return Decision::Unknown(reason),
            Match::No => {}
        }
        let incomplete = identity.policies.iter().filter(|policy| !policy.is_complete()).map(Policy::reason);
        let open = identity.open.iter().cloned().chain(incomplete).map(Match::Maybe);
        let granted = allowed(own.into_iter(), request).or(open.fold(Match::No, Match::or));
        let by_resource = by_resource(target, Caller::Role(role), request);
        let found = match is_key(&request.on) {
            // Of a key, nobody's own policy is enough: its policy has to leave it to them.
            // Source: KMS Developer Guide, "Key policies in AWS KMS".
            true => by_resource.direct.or(by_resource.account.and(granted)),
            false => by_resource.direct.or(granted),
        };
        let within = match boundary {
            None => Match::sure(true),
            Some(Err(reason)) => Match::Maybe(format!("its permissions boundary: {reason}")),
            Some(Ok(policy)) if !policy.is_complete() => Match::Maybe(policy.reason()),
            Some(Ok(_)) => allowed(limits, request),
        };
        let is_limited = within == Match::No;
        Decision::of(found.and(within), || match is_limited {
            true => format!("the permissions boundary of {} does not include {}", role.address(), request.action),
            false => format!("no statement lets {} do {} on {}", role.address(), request.action, request.on.name()),
        })
    }
}

/// What the policies of a resource say of a caller.
struct ByResource {
    /// That it may.
    direct: Match,
    /// That its account decides.
    account: Match,
}

fn by_resource<'a>(policies: &[&Policy<'a>], caller: Caller<'a>, request: &Request<'_, 'a>) -> ByResource {
    let (mut direct, mut account) = (Match::No, Match::No);
    // A key without a policy of its own leaves all to its account. Source: KMS Developer Guide, "Default key policy".
    if policies.is_empty() {
        account = Match::sure(true);
    }
    for statement in policies.iter().flat_map(|policy| &policy.statements).filter(|one| one.may_allow()) {
        match meant(statement, caller) {
            Meant::Account => account = account.or(allow(statement, request)),
            Meant::Caller(is) => direct = direct.or(is.and(allow(statement, request))),
        }
    }
    let open = policies.iter().filter(|policy| !policy.is_complete()).map(|policy| Match::Maybe(policy.reason()));
    ByResource { direct: direct.or(open.fold(Match::No, Match::or)), account }
}

/// Whether the policies of a resource let a service do something.
fn decide_by<'a>(
    policies: &[&Policy<'a>],
    caller: Caller<'a>,
    request: &Request<'_, 'a>,
    missing: impl FnOnce() -> String,
) -> Decision {
    let statements = policies.iter().flat_map(|policy| &policy.statements);
    match statements.map(|statement| denies(statement, caller, request)).fold(Match::No, Match::or) {
        Match::Yes(statement) => Decision::Denied(statement),
        Match::Maybe(reason) => Decision::Unknown(reason),
        Match::No => Decision::of(by_resource(policies, caller, request).direct, missing),
    }
}

fn allowed<'s, 'a: 's>(statements: impl Iterator<Item = &'s Statement<'a>>, request: &Request<'_, 'a>) -> Match {
    statements.filter(|statement| statement.may_allow()).map(|one| allow(one, request)).fold(Match::No, Match::or)
}

fn allow<'a>(statement: &Statement<'a>, request: &Request<'_, 'a>) -> Match {
    with_effect(statement, true, request)
}

fn deny<'a>(statement: &Statement<'a>, request: &Request<'_, 'a>) -> Match {
    with_effect(statement, false, request)
}

/// Whether a statement is about a call and allows it, or denies it.
fn with_effect<'a>(statement: &Statement<'a>, allows: bool, request: &Request<'_, 'a>) -> Match {
    match statement.allows {
        Known(effect) if effect == allows => is_about(statement, request),
        Known(_) => Match::No,
        _ => {
            let verb = if allows { "allows" } else { "denies" };
            let later = format!("whether {statement} {verb} is known only after the apply");
            is_about(statement, request).and(Match::Maybe(later))
        }
    }
}

fn denies<'a>(statement: &Statement<'a>, caller: Caller<'a>, request: &Request<'_, 'a>) -> Match {
    if statement.allows == Known(true) {
        return Match::No;
    }
    match meant(statement, caller) {
        // A denial of an account is one of each of its roles.
        Meant::Account => deny(statement, request),
        Meant::Caller(is) => is.and(deny(statement, request)),
    }
}

/// The policy of a function is made of permissions, each a resource of its own.
/// Source: Lambda Developer Guide, "Granting Lambda function access to AWS services".
fn invocation(service: &str, request: &Request) -> Decision {
    let Target::Resource(named) = request.on else { return Decision::Missing(String::new()) };
    let function = match function_of(named) {
        Ok(function) => function,
        Err(reason) => return Decision::Unknown(reason),
    };
    let permissions = function.inventory().referrers(function, "aws_lambda_permission", "function_name");
    let found = permissions.iter().map(|permission| match permission.at("principal").text() {
        Known(principal) if principal == service => Match::Yes(permission.address().to_owned()),
        Known(_) => Match::No,
        _ => Match::Maybe(permission.at("principal").known_later()),
    });
    let doubt = function.inventory().proven_referrers(function, "aws_lambda_permission", "function_name").err();
    let found = found.fold(Match::No, Match::or).or(doubt.map_or(Match::No, Match::Maybe));
    Decision::of(found, || format!("no aws_lambda_permission lets {service} invoke {}", function.address()))
}

fn is_function(target: &Target) -> bool {
    matches!(target, Target::Resource(resource) if resource.kind().starts_with("aws_lambda_"))
}

fn is_key(target: &Target) -> bool {
    matches!(target, Target::Resource(resource) if resource.kind().starts_with("aws_kms_"))
}
