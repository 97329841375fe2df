//! `docs/cost.md`: its tables are computed from the profiles and `docs/prices.toml`; with
//! `PAYTF_UPDATE=1` they are regenerated.

mod environment;
mod prices;
mod tables;

use std::fs;
use std::path::{Path, PathBuf};

use paytf::config::Profile;
use prices::Prices;

fn page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/cost.md")
}

/// The page with `text` between the two comments that name the place.
fn with(page: &str, place: &str, text: &str) -> String {
    let (begin, end) = (format!("<!-- {place} -->\n"), format!("<!-- /{place} -->"));
    let (before, rest) =
        page.split_once(&begin).unwrap_or_else(|| panic!("docs/cost.md has no {begin}"));
    let (_, after) = rest.split_once(&end).unwrap_or_else(|| panic!("docs/cost.md has no {end}"));
    format!("{before}{begin}{text}{end}{after}")
}

#[test]
fn the_tables_are_fresh() {
    let (prices, written) = (Prices::read(), fs::read_to_string(page()).unwrap());
    let mut fresh = written.clone();
    for (place, table) in tables::all(&prices) {
        fresh = with(&fresh, place, &table);
    }
    fresh = with(&fresh, "as-of", &format!("Prices as of {}.\n", prices.as_of));
    if crate::update::updating() {
        fs::write(page(), &fresh).unwrap();
    } else {
        assert!(
            written == fresh,
            "docs/cost.md is stale; regenerate with: PAYTF_UPDATE=1 cargo test --test quick cost"
        );
    }
}

#[test]
fn every_price_names_the_page_of_aws_to_check_it_against() {
    for source in Prices::read().sources() {
        assert!(
            source.starts_with("https://aws.amazon.com/") && source.contains("pricing"),
            "{source}"
        );
    }
}

#[test]
fn every_price_is_used() {
    let sources = [include_str!("cost/tables.rs"), include_str!("cost/environment.rs")].concat();
    for name in Prices::read().names() {
        assert!(sources.contains(&format!("\"{name}\"")), "no table uses {name}");
    }
}

#[test]
fn the_figures_that_gen_tells_are_those_of_the_page() {
    let [(_, standing), ..] = tables::all(&Prices::read());
    let total = standing.lines().find(|line| line.contains("all of it")).unwrap();
    let message = [Profile::Production, Profile::Staging, Profile::Development]
        .map(|one| format!("**{}**", one.monthly_dollars()));
    assert_eq!(
        total
            .split('|')
            .map(str::trim)
            .filter(|cell| cell.starts_with("**") && cell.ends_with("**"))
            .skip(1)
            .collect::<Vec<_>>(),
        message
    );
}
