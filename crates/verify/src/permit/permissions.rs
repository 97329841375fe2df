//! [`Permissions`]: every policy of a plan, asked for one call.

use std::collections::HashMap;
use std::sync::Arc;

use super::by_resource::{by_resource, decide_service, default_policy, passes};
use super::decision::Decision;
use super::effect::{allowed, denies, deny};
use super::grant::by_grant;
use super::identity::Identity;
use super::invocation;
use super::matching::Match;
use super::must_allow::MustAllow;
use super::policy_index::PolicyIndex;
use super::request::{Caller, Request, Target};
use crate::inventory::Inventory;
use crate::policy::{Policy, Role, Statement, policies};
use crate::resource::Resource;

/// Every policy of a plan.
#[derive(Debug)]
pub struct Permissions<'a> {
    policies: PolicyIndex<'a>,
    /// What each role may do, by its address.
    identities: HashMap<&'a str, Identity<'a>>,
}

impl<'a> Permissions<'a> {
    /// Reads the policies of an inventory.
    pub fn of_inventory(inventory: &'a Inventory) -> Self {
        Self::new(inventory, policies(inventory).into())
    }

    /// Takes policies of an inventory that are read already.
    pub fn new(inventory: &'a Inventory, policies: Arc<[Policy<'a>]>) -> Self {
        let policies = PolicyIndex::new(policies);
        let identity = |role: Resource<'a>| (role.address(), Identity::of(role, &policies));
        let identities = inventory.all(ROLE).map(identity).collect();
        Self { policies, identities }
    }

    /// The policies that are in a resource.
    pub fn of(&self, resource: Resource<'a>) -> impl Iterator<Item = &Policy<'a>> {
        self.policies.of(resource)
    }

    /// The policies that say who may use a resource: its own, and those attached to it.
    pub fn about(&self, resource: Resource<'a>) -> Vec<&Policy<'a>> {
        self.policies.about(resource)
    }

    /// The statements of what a role may do, as far as they are read.
    pub(super) fn statements_of(&self, role: Resource<'a>) -> impl Iterator<Item = &Statement<'a>> {
        let identity = self.identities.get(role.address()).into_iter();
        identity.flat_map(|identity| &identity.policies).flat_map(|policy| &policy.statements)
    }

    /// Whether a caller may make a call.
    pub fn decide(&self, caller: Caller<'a>, request: &Request<'_, 'a>) -> Decision {
        let target = match &request.on {
            // A role's own policies say what it may do. Who may use the role is in its trust
            // policy.
            Target::Resource(role) if role.kind() == ROLE => {
                self.of(*role).filter(|own| own.role == Role::Trust).collect()
            }
            Target::Resource(resource) => self.about(*resource),
            Target::Anything | Target::Something | Target::Arn(_) => Vec::new(),
        };
        match caller {
            Caller::Role(role) => self.decide_role(role, request, &target),
            Caller::Service(service) if is_function(&request.on) => {
                invocation::decide(service, request)
            }
            Caller::Account(_) if !request.through.is_empty() => self.decide_way(caller, request),
            Caller::Service(_) | Caller::Account(_) | Caller::ServiceLinked(_) => match &request.on
            {
                Target::Resource(topic) if topic.kind() == "aws_sns_topic" && target.is_empty() => {
                    decide_service(&[&default_policy(*topic)], caller, request)
                }
                _ => decide_service(&target, caller, request),
            },
        }
    }

    /// Decides a call on something of AWS's own, which always allows it: only the policies of the
    /// endpoints on the way count.
    fn decide_way(&self, caller: Caller<'a>, request: &Request<'_, 'a>) -> Decision {
        let decided = request.through.iter().map(|endpoint| {
            let policies = self.of_endpoint(*endpoint);
            match policies.is_empty() {
                true => {
                    Decision::Allowed(format!("the policy that AWS gives {}", endpoint.address()))
                }
                false => match decide_service(&policies, caller, request) {
                    Decision::Missing(_) => {
                        Decision::Missing(stopped_by(*endpoint, request.action))
                    }
                    other => other,
                },
            }
        });
        decided
            .reduce(Decision::and)
            .unwrap_or_else(|| Decision::Unknown("it goes through nothing".to_owned()))
    }

    /// Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny
    /// access".
    fn decide_role(
        &self,
        role: Resource<'a>,
        request: &Request<'_, 'a>,
        target: &[&Policy<'a>],
    ) -> Decision {
        let Some(identity) = self.identities.get(role.address()) else {
            return Decision::Unknown(format!(
                "what {} may do is not part of this plan",
                role.address()
            ));
        };
        let caller = Caller::Role(role);
        let own: Vec<_> = identity.policies.iter().flat_map(|policy| &policy.statements).collect();
        let limits = identity
            .boundary
            .as_ref()
            .and_then(|read| read.as_ref().ok())
            .map(|policy| &policy.statements[..]);
        let limits = limits.unwrap_or_default();
        let endpoints: Vec<_> =
            request.through.iter().map(|endpoint| self.of_endpoint(*endpoint)).collect();
        let of_identity =
            own.iter().copied().chain(limits).map(|statement| deny(statement, caller, request));
        let by_principal = target.iter().copied().chain(endpoints.iter().flatten().copied());
        let by_principal = by_principal
            .flat_map(|policy| &policy.statements)
            .map(|one| denies(one, caller, request));
        match of_identity.chain(by_principal).fold(Match::No, Match::or) {
            Match::Yes(statement) => return Decision::Denied(statement),
            Match::Maybe(reason) => return Decision::Unknown(reason),
            Match::No => {}
        }
        let incomplete =
            identity.policies.iter().filter(|policy| !policy.is_complete()).map(Policy::reason);
        let incomplete = identity.incomplete.iter().cloned().chain(incomplete).map(Match::Maybe);
        let granted =
            allowed(own.into_iter(), caller, request).or(incomplete.fold(Match::No, Match::or));
        let by_resource = by_resource(target, caller, request);
        let direct = by_resource
            .direct
            .or(invocation::lets_role(role, request))
            .or(by_grant(caller, request));
        let found = match MustAllow::of(role, request) {
            MustAllow::Either => direct.or(granted),
            MustAllow::Resource => direct.or(by_resource.account.and(granted)),
            MustAllow::Both if target.is_empty() => Match::No,
            MustAllow::Both => direct.or(by_resource.account).and(granted),
            MustAllow::Elsewhere(reason) => granted.and(Match::Maybe(reason)),
        };
        let within = match &identity.boundary {
            None => Match::sure(true),
            Some(Err(reason)) => Match::Maybe(format!("its permissions boundary: {reason}")),
            Some(Ok(policy)) if !policy.is_complete() => Match::Maybe(policy.reason()),
            Some(Ok(_)) => allowed(limits.iter(), caller, request),
        };
        let through = request.through.iter().zip(&endpoints).map(|(endpoint, policies)| {
            let let_through = passes(policies, caller, request);
            (*endpoint, let_through)
        });
        let through: Vec<_> = through.collect();
        let stopped =
            through.iter().find(|(_, passes)| *passes == Match::No).map(|(endpoint, _)| *endpoint);
        let is_limited = within == Match::No;
        let passes =
            through.into_iter().map(|(_, passes)| passes).fold(Match::sure(true), Match::and);
        Decision::of(found.clone().and(within).and(passes), || match (found, stopped) {
            (Match::No, _) => {
                format!(
                    "no statement lets {} do {} on {}",
                    role.address(),
                    request.action,
                    request.on.name()
                )
            }
            (_, Some(endpoint)) if !is_limited => stopped_by(endpoint, request.action),
            _ => format!(
                "the permissions boundary of {} does not include {}",
                role.address(),
                request.action
            ),
        })
    }

    /// The policies of an endpoint; none where AWS's own holds, which lets everything through.
    fn of_endpoint(&self, endpoint: Resource<'a>) -> Vec<&Policy<'a>> {
        let attached =
            endpoint.inventory().referrers(endpoint, "aws_vpc_endpoint_policy", "vpc_endpoint_id");
        let all = std::iter::once(endpoint).chain(attached).flat_map(|holder| self.of(holder));
        all.filter(|policy| policy.role == Role::Endpoint).collect()
    }
}

const ROLE: &str = "aws_iam_role";

fn stopped_by(endpoint: Resource<'_>, action: &str) -> String {
    format!(
        "the policy of {}, through which it calls, does not let {action} through",
        endpoint.address()
    )
}

fn is_function(target: &Target) -> bool {
    matches!(target, Target::Resource(resource) if resource.kind().starts_with("aws_lambda_"))
}
