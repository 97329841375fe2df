//! [`Identity`]: what the policies of a role say, its own and those that are attached to it, within
//! its boundary.

use super::policy_index::PolicyIndex;
use crate::attribute_path::AttributePath;
use crate::planned::Planned::{Absent, Unknown};
use crate::policy::{Policy, Role, managed};
use crate::resource::Resource;

/// The policies of one role.
#[derive(Debug, Default)]
pub struct Identity<'a> {
    /// The known policies.
    pub policies: Vec<Policy<'a>>,
    /// Why there may be more; empty where these are all.
    pub incomplete: Vec<String>,
    /// The permissions boundary, or why it is not read.
    pub boundary: Option<Result<Policy<'a>, String>>,
}

impl<'a> Identity<'a> {
    /// The policies of a role of the plan.
    pub fn of(role: Resource<'a>, index: &PolicyIndex<'a>) -> Self {
        let mut identity = Self::default();
        identity
            .policies
            .extend(index.of(role).filter(|policy| policy.role == Role::Identity).cloned());
        identity.inline(role, index);
        for (kind, by) in
            [("aws_iam_role_policy_attachment", "role"), ("aws_iam_policy_attachment", "roles")]
        {
            for attachment in identity.referrers(role, kind, by) {
                identity.attached(&attachment.at("policy_arn"), index);
            }
        }
        let listed = role.at("managed_policy_arns");
        if listed.is_written() {
            match listed.value() {
                Unknown => {
                    identity.incomplete.push(format!("{}: {}", listed.path(), listed.known_later()))
                }
                _ => listed.items().iter().for_each(|item| identity.attached(item, index)),
            }
        }
        let boundary = role.at("permissions_boundary");
        // In a state, an empty text is no boundary.
        identity.boundary = match boundary.string() {
            Absent => None,
            Unknown if !boundary.waits() => None,
            _ => Some(policy_at(&boundary, index)),
        };
        identity
    }

    fn inline(&mut self, role: Resource<'a>, index: &PolicyIndex<'a>) {
        for own in self.referrers(role, "aws_iam_role_policy", "role") {
            self.policies.extend(index.of(own).cloned());
        }
    }

    fn attached(&mut self, place: &AttributePath<'a>, index: &PolicyIndex<'a>) {
        match policy_at(place, index) {
            Ok(policy) => self.policies.push(policy),
            Err(reason) => self.incomplete.push(reason),
        }
    }

    /// What refers to the role; that something else may is said.
    fn referrers(&mut self, role: Resource<'a>, kind: &str, by: &str) -> Vec<Resource<'a>> {
        let (referrers, doubt) = role.inventory().referrers_and_doubt(role, kind, by);
        self.incomplete.extend(doubt);
        referrers
    }
}

/// The policy whose ARN is at a place.
fn policy_at<'a>(place: &AttributePath<'a>, index: &PolicyIndex<'a>) -> Result<Policy<'a>, String> {
    if let Some(arn) = managed::arn_at(place) {
        let document = managed::document(&arn)
            .ok_or_else(|| format!("what {arn} allows is not known here"))?;
        return Ok(Policy::of_aws(place, Role::Identity, document, &arn));
    }
    let links = place.link("aws_iam_policy");
    let policy = links.one().ok_or_else(|| links.reason())?;
    // A data source that reads a policy of AWS's by its ARN.
    if policy.is_data()
        && let Some(arn) = managed::arn_at(&policy.at("arn"))
        && let Some(document) = managed::document(&arn)
    {
        return Ok(Policy::of_aws(place, Role::Identity, document, &arn));
    }
    match index.of(policy).next() {
        Some(read) if !policy.is_data() => Ok(read.clone()),
        _ => Err(format!("what {} allows is not part of this plan", policy.address())),
    }
}
