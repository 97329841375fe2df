//! What `paytf verify` says of the stack once it exists: of a plan in which every id is known, and
//! of the plan of its destruction.

use anyhow::Result;
use paytf::verify::{Inventory, Outcome, Plan, rules, run};

use crate::support::Terraform;

/// Nothing but what these rules report is wrong with the stack that exists, and nothing of it is
/// unknown.
pub fn nothing_is_wrong_with_what_exists(plan: &serde_json::Value, but: &[&str]) {
    let text = plan.to_string();
    let inventory = Inventory::from_plan(Plan::parse(text.as_bytes()).unwrap());
    let results = run(&inventory, rules());
    let (expected, others): (Vec<_>, Vec<_>) = results
        .iter()
        .filter(|result| result.outcome != Outcome::Pass)
        .partition(|result| but.contains(&result.rule.id));
    let messages: Vec<_> =
        others.iter().map(|result| format!("{}: {result}", result.rule.id)).collect();
    assert_eq!(messages, [""; 0]);
    let expected: Vec<_> = expected.iter().map(|result| result.rule.id).collect();
    assert_eq!(expected, but);
    assert!(
        results.len() > inventory.len(),
        "{} results of {} resources",
        results.len(),
        inventory.len()
    );
}

/// Nothing prevents its destruction.
pub fn its_destruction_can_succeed(terraform: &Terraform) -> Result<()> {
    terraform.run(&["plan", "-destroy", "-input=false", "-out=destroy.tfplan"])?;
    let text = terraform.run(&["show", "-json", "destroy.tfplan"])?.stdout;
    let inventory = Inventory::from_plan(Plan::parse(text.as_bytes())?);
    assert!(inventory.is_destroy(), "{} resources would be left", inventory.len());
    let messages: Vec<_> = run(&inventory, rules())
        .into_iter()
        .filter(|result| result.outcome != Outcome::Pass)
        .map(|result| format!("{}: {result}", result.rule.id))
        .collect();
    assert_eq!(messages, [""; 0]);
    Ok(())
}
