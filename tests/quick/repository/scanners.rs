//! `docs/scanners.md` gives a reason for just what the scanners report: `docs/scanners.json`, which
//! `cargo test --test tools scanners -- --ignored` regenerates.

use std::collections::BTreeMap;

use serde_json::Value;

const PAGE: &str = include_str!("../../../docs/scanners.md");

/// The part of the page about one scanner.
fn part(scanner: &str) -> &'static str {
    let parts = PAGE.split("\n## ").find(|part| part.to_lowercase().starts_with(scanner));
    parts.unwrap_or_else(|| panic!("the page has no part about {scanner}"))
}

/// Of each id how often it is reported of staging and of production, as the page has it, with the
/// reason.
fn rows(part: &str) -> BTreeMap<String, ([u64; 2], String)> {
    let cells = part
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| line.split('|').map(str::trim).collect());
    cells
        .map(|cells: Vec<_>| {
            let [_, id, _, staging, production, why, _] = cells[..] else {
                panic!("five columns: {cells:?}")
            };
            let times = [staging, production].map(|times| times.parse().unwrap());
            (id.trim_matches('`').to_owned(), (times, why.to_owned()))
        })
        .collect()
}

#[test]
fn the_page_has_a_reason_for_each_finding_and_for_nothing_else() {
    let recorded: Value =
        serde_json::from_str(include_str!("../../../docs/scanners.json")).unwrap();
    assert!(PAGE.contains(recorded["as_of"].as_str().unwrap()), "the day of the findings");
    let scanners = recorded["scanners"].as_object().unwrap();
    assert_eq!(scanners.len(), 3);
    for (scanner, report) in scanners {
        let part = part(scanner);
        assert!(part.contains(report["version"].as_str().unwrap()), "the version of {scanner}");
        let found: BTreeMap<_, _> = report["findings"].as_object().unwrap().iter().collect();
        let rows = rows(part);
        // What Prowler reports is what Trivy does.
        let rows = if scanner == "prowler" && rows.is_empty() {
            self::rows(self::part("trivy"))
        } else {
            rows
        };
        assert_eq!(
            rows.keys().collect::<Vec<_>>(),
            found.keys().copied().collect::<Vec<_>>(),
            "{scanner}"
        );
        for (id, (times, why)) in rows {
            let finding = found[&id];
            let reported = ["staging", "production"].map(|stack| finding[stack].as_u64().unwrap());
            assert_eq!(times, reported, "{scanner}: {id}");
            assert!(why.len() > 10, "{id}: {why} is no reason");
        }
    }
}
