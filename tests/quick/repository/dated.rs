//! What AWS and others may change any day is in data files with a date, and is looked at again
//! within a year.

use std::fs;
use std::path::Path;

use jiff::civil::Date;

/// Every file of dated facts, and how its date is written.
const DATED: [(&str, &str); 10] = [
    ("crates/verify/data/aurora_long_term.toml", "as_of = \""),
    ("crates/verify/data/aws_managed_policies.json", "as of "),
    ("crates/verify/data/iam_actions.txt", "as of "),
    ("crates/verify/data/versions.toml", "as_of = \""),
    ("crates/verify/data/zonal.toml", "5.100.0, "),
    ("docs/prices.toml", "as_of = \""),
    ("lambda/payment-validator/data/currencies.toml", "as_of = \""),
    ("lambda/payment-validator/data/limits.toml", "as_of = \""),
    ("src/config/engine_versions.toml", "as_of = \""),
    ("src/evidence/controls.toml", "As of "),
];

/// How a file begins to say where its facts are from.
const SOURCES: [&str; 4] =
    ["source = ", "Source: ", "Sources:", "from the Service Authorization Reference"];

/// Older than a year by what they are: the table of issuing networks in Wikipedia, in its last
/// state that was read.
const OLD: [&str; 1] = ["lambda/payment-validator/data/networks.toml"];

fn date(text: &str, before: &str) -> Option<Date> {
    let at = text.find(before)? + before.len();
    let digits = text[at..].split(|c: char| !c.is_ascii_digit() && c != '-').next()?;
    // A month alone is its first day.
    digits.parse().or_else(|_| format!("{digits}-01").parse()).ok()
}

#[test]
fn every_dated_fact_was_looked_at_within_a_year() {
    let today = jiff::Timestamp::now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let old: Vec<_> = DATED
        .iter()
        .filter(|(file, before)| {
            let text =
                fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
            let of = date(&text, before)
                .unwrap_or_else(|| panic!("{file} has no date after `{before}`"));
            assert!(SOURCES.iter().any(|word| text.contains(word)), "{file} names no source");
            today.since(of).unwrap().get_days() > 365
        })
        .collect();
    assert!(old.is_empty(), "hold these to their sources again, then set their dates: {old:?}");
}

#[test]
fn every_data_file_with_a_date_is_looked_at() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()];
    let (mut missing, mut seen) = (Vec::new(), 0);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir()
                && !["target", "tests", "node_modules"].contains(&name)
                && !name.starts_with('.')
            {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "toml")
                && fs::read_to_string(&path).unwrap().contains("\nas_of = ")
            {
                seen += 1;
                let below = path
                    .strip_prefix(env!("CARGO_MANIFEST_DIR"))
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .to_owned();
                if !DATED.iter().any(|(file, _)| *file == below) && !OLD.contains(&below.as_str()) {
                    missing.push(below);
                }
            }
        }
    }
    assert!(missing.is_empty() && seen >= 6, "{missing:?} of {seen} files are not in DATED");
}
