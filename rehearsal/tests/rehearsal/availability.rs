//! `docs/availability.md` claims what the reports show.

use std::collections::BTreeSet;
use std::fs;

use crate::reports::{REPORTS, docs};

const KINDS: [&str; 4] = ["rehearsed", "design", "measured", "open"];

/// The claims: each with its id, and of which kind it is.
fn claims() -> Vec<(String, String)> {
    let page = fs::read_to_string(docs().join("availability.md")).unwrap();
    let rows = page.lines().filter_map(|line| line.strip_prefix("| A"));
    let rows = rows.filter(|row| row.starts_with(|letter: char| letter.is_ascii_digit()));
    let cells =
        rows.map(|row| row.trim_end_matches('|').split('|').map(str::trim).collect::<Vec<_>>());
    cells.map(|cells| (format!("A{}", cells[0]), cells[cells.len() - 1].to_owned())).collect()
}

#[test]
fn every_claim_has_an_id_of_its_own_and_a_kind() {
    let claims = claims();
    assert!(!claims.is_empty());
    for (place, (id, kind)) in claims.iter().enumerate() {
        assert_eq!(*id, format!("A{}", place + 1));
        assert!(KINDS.iter().any(|one| kind.contains(one)), "{id}: {kind} is none of {KINDS:?}");
    }
}

#[test]
fn what_is_rehearsed_has_a_report_and_every_report_a_claim() {
    let mut linked = BTreeSet::new();
    for (id, kind) in claims() {
        let links: Vec<_> = kind
            .split("(rehearsal/")
            .skip(1)
            .filter_map(|link| link.split(".html)").next())
            .collect();
        assert_eq!(links.is_empty(), !kind.contains("rehearsed"), "{id}: {kind}");
        linked.extend(links.into_iter().map(str::to_owned));
    }
    assert_eq!(linked, REPORTS.map(str::to_owned).into());
}
