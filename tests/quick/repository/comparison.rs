//! `benches/comparison/compare.py` expects of every tool what is in the stack that paytf writes.

use paytf::config::{Config, Profile};
use paytf::stack;
use paytf::verify::Inventory;
use regex::Regex;

const COMPARISON: &str = include_str!("../../../benches/comparison/compare.py");

/// Otherwise the comparison stops before it times anything.
#[test]
fn the_stack_has_what_the_comparison_expects() {
    let config = Config::defaults(Profile::Production, "staging".parse().unwrap());
    let inventory = Inventory::from_modules(&stack::payment(&config).unwrap()).unwrap();
    let row = Regex::new(r#"\("(aws_\w+)", "AWS::\w+::\w+", (\d+)\)"#).unwrap();
    let expected: Vec<_> = row.captures_iter(COMPARISON).map(|row| row.extract().1).collect();
    assert!(expected.len() > 10, "{expected:?}");
    for [kind, least] in expected {
        let present = inventory.all(kind).count();
        assert!(present >= least.parse().unwrap(), "{kind}: {present}, not {least}");
    }
}
