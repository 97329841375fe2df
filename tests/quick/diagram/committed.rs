//! The pictures that are committed are what is drawn.

use std::collections::BTreeMap;
use std::path::Path;

use paytf::config::Profile;
use paytf::diagram::{Drawing, Picture, dot, mermaid, svg};

use super::foreign::Foreign;
use super::ours;
use crate::update::assert_fresh;

#[test]
fn the_mermaid_and_dot_of_a_foreign_stack_are_as_pinned() {
    let inventory = Foreign::with_zones("ab").one_gateway().inventory();
    let whole = Picture::of(&inventory, "A shop in two zones", None);
    let lost = Picture::of(&inventory, "A shop in two zones", Some(&["eu-west-1a"]));
    let pinned = [
        ("shop.mmd", mermaid(&whole)),
        ("shop.dot", dot(&whole)),
        ("shop-without-a.mmd", mermaid(&lost)),
        ("shop-without-a.dot", dot(&lost)),
    ];
    let wanted = pinned.map(|(name, text)| (name.to_owned(), text.into_bytes())).into();
    assert_fresh(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quick/diagram/pinned"),
        &wanted,
        |_| true,
    );
}

#[test]
fn the_picture_in_the_documentation_is_fresh() {
    let picture = Picture::of(&ours(Profile::Production), "", Some(&["us-east-1a"]));
    let svg = svg(&Drawing::of(&picture)).unwrap().into_bytes();
    let wanted = BTreeMap::from([("loss-of-a-zone.svg".to_owned(), svg)]);
    assert_fresh(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs"), &wanted, |path| {
        path.ends_with(".svg")
    });
}
