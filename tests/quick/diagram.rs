//! Pictures: everything has its place and can be read, nothing of a plan is executed, and what is
//! drawn is what the plan says.

mod command;
mod committed;
mod content;
mod font;
mod foreign;
mod loss;
mod places;
mod safety;
mod zones;

use std::sync::LazyLock;

use foreign::Foreign;
use paytf::config::{Config, Profile};
use paytf::diagram::Picture;
use paytf::stack;
use paytf::verify::{Inventory, Plan};

/// The inventory of our own stack.
fn ours(profile: Profile) -> Inventory {
    let config = Config::defaults(profile, "staging".parse().unwrap());
    Inventory::from_modules(&stack::payment(&config).unwrap()).unwrap()
}

/// The inventory of a plan.
fn planned(plan: &serde_json::Value) -> Inventory {
    Inventory::from_plan(Plan::parse(plan.to_string().as_bytes()).unwrap())
}

/// Stacks of every shape, with their names.
fn stacks() -> Vec<(&'static str, Inventory)> {
    vec![
        ("production", ours(Profile::Production)),
        ("staging", ours(Profile::Staging)),
        ("development", ours(Profile::Development)),
        ("two zones", Foreign::with_zones("ab").inventory()),
        ("one zone", Foreign::with_zones("a").inventory()),
        ("six zones", Foreign::with_zones("abcdef").inventory()),
        ("crossed routes", Foreign::with_zones("abc").crossed().inventory()),
        ("all through one gateway", Foreign::with_zones("abcd").one_gateway().inventory()),
        (
            "long names",
            Foreign::with_zones("abc").named(&"payments-and-refunds-".repeat(6)).inventory(),
        ),
        (
            "wide letters",
            Foreign::with_zones("abc").named("支払い決済サービス-WWWWWWWW-Ж").inventory(),
        ),
        ("several of everything", Foreign::with_zones("abc").times(3).crossed().inventory()),
        ("many of everything", Foreign::with_zones("ab").times(12).inventory()),
        ("unknown zones", Foreign::with_zones("abc").nowhere().inventory()),
        (
            "nothing in zones",
            planned(&foreign::plan(vec![foreign::resource(
                "aws_s3_bucket",
                "logs",
                serde_json::json!({}),
            )])),
        ),
    ]
}

/// Pictures of every stack, whole and after each loss of one zone, and of the first two.
fn pictures() -> &'static [(String, Picture)] {
    static PICTURES: LazyLock<Vec<(String, Picture)>> = LazyLock::new(draw_all);
    &PICTURES
}

fn draw_all() -> Vec<(String, Picture)> {
    let mut pictures = Vec::new();
    for (name, inventory) in stacks() {
        let whole = Picture::of(&inventory, name, None);
        let zones: Vec<String> = whole.zones().into_iter().map(str::to_owned).collect();
        let pair: Vec<&str> = zones.iter().take(2).map(String::as_str).collect();
        let losses =
            zones.iter().map(|zone| vec![zone.as_str()]).chain((pair.len() == 2).then_some(pair));
        pictures.extend(losses.map(|lost| {
            (format!("{name} without {lost:?}"), Picture::of(&inventory, name, Some(&lost)))
        }));
        pictures.push((name.to_owned(), whole));
    }
    pictures
}
