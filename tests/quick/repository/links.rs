//! Every relative link of the written pages leads to something.

use std::fs;
use std::path::{Path, PathBuf};

/// Every page that is written by hand: not the templates, whose links are in the pages made from
/// them.
fn pages() -> Vec<PathBuf> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages = vec![
        repository.join("README.md"),
        repository.join("CHANGELOG.md"),
        repository.join("CONTRIBUTING.md"),
    ];
    let mut folders: Vec<_> =
        ["benches", "docs", "lambda", "src", "tests"].map(|folder| repository.join(folder)).into();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() && !path.ends_with("templates") && !path.ends_with("target") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                pages.push(path);
            }
        }
    }
    pages
}

/// Where the links of a page lead, outside of its blocks of code.
fn links(page: &str) -> impl Iterator<Item = &str> {
    let prose = page.split("```").step_by(2);
    prose.flat_map(|text| text.split("](").skip(1).filter_map(|rest| rest.split(')').next()))
}

/// The anchor that a heading gets: lower case, words joined by hyphens.
/// Source: GitHub Docs, "Basic writing and formatting syntax", "Section links".
fn anchor(heading: &str) -> String {
    let kept = |c: char| c.is_alphanumeric() || c == '-' || c == '_' || c == ' ';
    heading.trim().to_lowercase().chars().filter(|c| kept(*c)).collect::<String>().replace(' ', "-")
}

fn has_heading(page: &str, wanted: &str) -> bool {
    let headings = page.lines().filter(|line| line.starts_with('#'));
    headings.map(|line| anchor(line.trim_start_matches('#'))).any(|found| found == wanted)
}

#[test]
fn every_relative_link_of_the_pages_leads_somewhere() {
    let mut followed = 0;
    for path in pages() {
        let page = fs::read_to_string(&path).unwrap();
        for link in
            links(&page).filter(|link| !link.contains("://") && !link.starts_with("mailto:"))
        {
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let target =
                if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
            assert!(target.exists(), "{} links to {link}, which does not exist", path.display());
            if !heading.is_empty() {
                let there = fs::read_to_string(&target).unwrap();
                assert!(
                    has_heading(&there, heading),
                    "{} links to {link}: no such heading",
                    path.display()
                );
            }
            followed += 1;
        }
    }
    assert!(followed > 15, "only {followed} links found");
}

#[test]
fn a_heading_is_found_by_its_anchor() {
    let page = "# A\n## Fixed costs, before the first payment\n";
    assert!(
        has_heading(page, "fixed-costs-before-the-first-payment")
            && !has_heading(page, "what-falls")
    );
}
