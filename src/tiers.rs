//! The tiers of the stack, each one Terraform module. A tier never imports a tier: `stack` wires
//! them.

pub mod application;
pub mod database;
pub mod domain;
pub mod encryption;
pub mod iam;
pub mod monitoring;
pub mod network;
pub mod resilience;
pub mod storage;
pub mod validation;

use crate::naming::{Kind, Name};
use terraform::tf::attr::Argument;
use terraform::tf::{Attr, Expression, Map, Number, Ref, call};

/// The validation function, which its role names too: a reference would make the two wait for each
/// other.
pub(crate) const VALIDATION_FUNCTION: &str = "payment-validator";

/// The workflow that measures the recovery point, and the one that tests restores, which their
/// roles name too.
const RPO_PROBE: &str = "rpo-probe";
const RESTORE_TEST: &str = "restore-test";

/// Where the reports of drills are in the bucket for access logs: FIS writes them for people, not
/// for payments.
const DRILL_REPORTS: &str = "drills";

/// The copy of the cluster that the restore test makes.
const RESTORED_COPY: &str = "restore-test";

/// The name of the only resource of a kind: `vpc-${var.environment_suffix}`.
fn name(kind: Kind) -> Attr<String> {
    suffixed(&Name::sole(kind))
}

/// The name of one of several resources of a kind: `nat-a-${var.environment_suffix}`.
fn name_of(kind: Kind, purpose: &str) -> Attr<String> {
    suffixed(&Name::of(kind, purpose))
}

fn suffixed(name: &Name<'_>) -> Attr<String> {
    let prefix = name.prefix_part();
    let suffix: Ref<String> = Ref::variable("environment_suffix");
    if name.kind().carries_account_id() {
        let account_id: Ref<String> = Ref::variable("account_id");
        return terraform::text!(prefix, account_id, "-", suffix);
    }
    terraform::text!(prefix, suffix)
}

/// What the trail acts as.
const CLOUDTRAIL: &str = "cloudtrail.amazonaws.com";

/// The ARN of the trail, which the key and the bucket name that it uses: a reference would make
/// them wait for each other.
fn trail_arn() -> Attr<String> {
    let account_id: Ref<String> = Ref::variable("account_id");
    terraform::text!("arn:aws:cloudtrail:us-east-1:", account_id, ":trail/", name(Kind::Trail))
}

/// The one tag a resource carries itself; the others are the provider's `default_tags`.
fn tags(name: impl Into<Attr<String>>) -> Map<String> {
    [("Name", name.into())].into()
}

/// A document that AWS takes as a JSON text.
fn json(document: Expression) -> Ref<String> {
    call("jsonencode", [document])
}

/// A number where AWS takes a text.
fn tostring(number: &Attr<Number>) -> Ref<String> {
    call("tostring", [value(number)])
}

/// A value inside a JSON document.
fn value<T: Clone>(attribute: &Attr<T>) -> Expression
where
    Attr<T>: Argument,
{
    attribute.clone().expression().unwrap_or(Expression::Null)
}

#[cfg(test)]
mod testing {
    use serde_json::Value;

    use terraform::tf::{AnyTier, Tier};

    /// What a tier declares, as Terraform's JSON:
    /// `declared(&tier)["resource"]["aws_vpc"]["main"]["cidr_block"]`.
    pub fn declared<T: Tier + AnyTier>(tier: &T) -> Value {
        let module = tier.module().unwrap();
        let body = [module.main().0.as_slice(), module.output_blocks().0.as_slice()].concat();
        serde_json::to_value(hcl::Value::from(hcl::Body(body))).unwrap()
    }
}
