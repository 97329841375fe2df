//! Plans with other values than Terraform writes are answered, or refused with the place.

use std::fs;
use std::sync::LazyLock;

use paytf::verify::report::{Decisions, Report};
use paytf::verify::{Inventory, Plan, PlanError, Proof, rules};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};
use toml::value::Date;

use super::repository;

/// Every plan that proves a rule.
static PLANS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let folders = fs::read_dir(repository().join("crates/verify/tests/rules"))
        .unwrap()
        .map(|folder| folder.unwrap().path());
    folders
        .map(|folder| serde_json::from_slice(&fs::read(folder.join("bad.json")).unwrap()).unwrap())
        .collect()
});

const TODAY: Date = Date { year: 2026, month: 1, day: 1 };

fn answer(text: &[u8]) -> Result<Report, PlanError> {
    let inventory = Inventory::from_plan(Plan::parse(text)?);
    let rules: Vec<_> = rules().collect();
    let proof = Proof::of(&inventory, rules.iter().copied());
    Ok(Report::of(&proof, &rules, &Decisions::default(), TODAY))
}

/// The pointers of all values below the root.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let children: Vec<_> = match value {
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect()
        }
        Value::Object(map) => map
            .iter()
            .map(|(key, item)| (key.replace('~', "~0").replace('/', "~1"), item))
            .collect(),
        _ => Vec::new(),
    };
    for (step, child) in children {
        let pointer = format!("{at}/{step}");
        pointers(child, &pointer, found);
        found.push(pointer);
    }
}

fn strange() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        prop_oneof![
            Just(json!(-1)),
            Just(json!(u64::MAX)),
            Just(json!(1e308)),
            Just(json!(-0.5)),
            Just(json!(0))
        ],
        prop_oneof![
            Just(""),
            Just("x"),
            Just("aws_x.y[0"),
            Just("{\"Statement\":"),
            Just("0.0.0.0/99"),
            Just("\u{0}é")
        ]
        .prop_map(Value::from),
        prop_oneof![
            Just(json!([])),
            Just(json!({})),
            Just(json!([[null]])),
            Just(json!({"references": ["each.value"]}))
        ],
    ]
}

proptest! {
    #![
        proptest_config(
            ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() }
        )
    ]

    #[test]
    fn a_plan_with_values_of_other_types_is_answered_or_refused_with_the_place(
        plan in any::<Index>(),
        changes in proptest::collection::vec((any::<Index>(), strange()), 1..6),
    ) {
        let mut plan = plan.get(&PLANS).clone();
        for (at, value) in changes {
            let mut places = Vec::new();
            pointers(&plan, "", &mut places);
            *plan.pointer_mut(&places[at.index(places.len())]).unwrap() = value;
        }
        if let Err(error) = answer(plan.to_string().as_bytes()) {
            let message = error.to_string();
            let places = [
                "format_version", "resource_changes", "prior_state", "configuration", "variables",
                "plan format"
            ];
            prop_assert!(
                places.iter().any(|place| message.contains(place)) || error == PlanError::State,
                "{}", message
            );
        }
    }

    #[test]
    fn a_plan_with_other_bytes_is_answered_or_refused(
        plan in any::<Index>(),
        changes in proptest::collection::vec((any::<Index>(), any::<u8>()), 1..4),
    ) {
        let mut text = plan.get(&PLANS).to_string().into_bytes();
        for (at, byte) in changes {
            let at = at.index(text.len());
            text[at] = byte;
        }
        let _ = answer(&text).map_err(|error| error.to_string());
    }
}
