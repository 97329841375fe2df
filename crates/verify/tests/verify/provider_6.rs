//! Plans of AWS provider 6: each rule says of them what it says of those of provider 5. There is no
//! such provider here, so the plans of the rules are given what it adds: a `region` in each
//! resource that has one, and identities. Source:
//! <https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade>

use std::path::Path;

use serde_json::{Value, json};
use verify::{Inventory, Outcome, Plan, PolicyFile, rule, run};

use crate::fixture::{Kind, fixtures};

/// Services whose resources are of no region, and have no `region`.
/// Source: the same provider's guide "Enhanced Region Support", "Global services".
const GLOBAL: [&str; 8] = [
    "aws_account_",
    "aws_cloudfront_",
    "aws_globalaccelerator_",
    "aws_iam_",
    "aws_organizations_",
    "aws_route53_",
    "aws_shield_",
    "aws_networkmanager_",
];

fn has_region(kind: &str) -> bool {
    kind.starts_with("aws_") && !GLOBAL.iter().any(|service| kind.starts_with(service))
}

/// The plan as provider 6 makes it.
fn of_provider_6(plan: &str) -> String {
    let mut plan: Value = serde_json::from_str(plan).unwrap();
    for change in list(&mut plan, "resource_changes") {
        let kind = change["type"].as_str().unwrap().to_owned();
        for key in ["before", "after"] {
            if let Some(values) = change["change"].get_mut(key) {
                add_region(&kind, values);
            }
            change["change"][format!("{key}_identity")] =
                json!({"account_id": "123456789012", "region": "us-east-1"});
        }
        if let Some(unknown) =
            change.pointer_mut("/change/after_unknown").and_then(Value::as_object_mut)
            && kind == "aws_eip"
        {
            unknown.remove("vpc");
        }
    }
    for path in ["/planned_values/root_module", "/prior_state/values/root_module"] {
        plan.pointer_mut(path).into_iter().for_each(add_regions);
    }
    plan.to_string()
}

/// The items of a list; none where there is no list.
fn list<'a>(of: &'a mut Value, name: &str) -> impl Iterator<Item = &'a mut Value> + use<'a> {
    of.get_mut(name).and_then(Value::as_array_mut).into_iter().flatten()
}

fn add_regions(module: &mut Value) {
    for resource in list(module, "resources") {
        let kind = resource["type"].as_str().unwrap().to_owned();
        resource.get_mut("values").into_iter().for_each(|values| add_region(&kind, values));
        resource["identity_schema_version"] = json!(0);
    }
    list(module, "child_modules").for_each(add_regions);
}

fn add_region(kind: &str, values: &mut Value) {
    if let Some(values) = values.as_object_mut().filter(|_| has_region(kind)) {
        values.entry("region").or_insert("us-east-1".into());
    }
}

fn message(id: &str, plan: &str, policy: PolicyFile) -> (Vec<String>, usize) {
    let inventory =
        Inventory::from_plan(Plan::parse(plan.as_bytes()).unwrap()).with_declared(policy.declared);
    let results = run(&inventory, [rule(id).unwrap()]);
    let (passed, others): (Vec<_>, Vec<_>) =
        results.iter().partition(|result| result.outcome == Outcome::Pass);
    (others.iter().map(ToString::to_string).collect(), passed.len())
}

#[test]
fn each_rule_says_of_a_plan_of_provider_6_what_it_says_of_one_of_provider_5() {
    let mut with_region = 0;
    for fixture in fixtures(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")) {
        for kind in Kind::BOTH {
            let (five, six) = (fixture.plan(kind), of_provider_6(&fixture.plan(kind)));
            with_region += usize::from(six.contains(r#""region":"us-east-1""#));
            let message = |plan| message(&fixture.id, plan, fixture.policy());
            assert_eq!(message(&five), message(&six), "{}: {}", fixture.id, kind.name());
        }
    }
    assert!(with_region > 200, "only {with_region} plans have a region in a resource");
}
