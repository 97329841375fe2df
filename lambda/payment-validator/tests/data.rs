//! `src/data.rs`, and the same for the benchmark in Python, is what the dated tables in `data/`
//! say; with `PAYTF_UPDATE=1` it is regenerated.

use std::{collections::BTreeMap, env, fs, path::PathBuf};

use payment_validator::{amount, currency};
use serde::Deserialize;

#[derive(Deserialize)]
struct Limits {
    source: String,
    as_of: String,
    per_dollar: BTreeMap<String, f64>,
}

#[derive(Deserialize)]
struct Currencies {
    source: String,
    as_of: String,
    withdrawn: BTreeMap<String, Withdrawn>,
}

#[derive(Deserialize)]
struct Withdrawn {
    until: String,
    successor: String,
}

#[derive(Deserialize)]
struct Networks {
    as_of: String,
    network: Vec<Network>,
}

#[derive(Deserialize)]
struct Network {
    name: String,
    source: String,
    ranges: Vec<String>,
    lengths: Vec<usize>,
}

fn path(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(file)
}

fn table<T: for<'de> Deserialize<'de>>(name: &str) -> T {
    let text = fs::read_to_string(path(&format!("data/{name}.toml"))).expect("the table is there");
    toml::from_str(&text).unwrap_or_else(|error| panic!("data/{name}.toml: {error}"))
}

/// The first eight digits of the lowest and the highest number in the range `text`, `"34"` or
/// `"2221-2720"`.
fn bounds(text: &str) -> (u32, u32) {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let fill = |prefix: &str, digit: char| {
        assert!(prefix.len() <= 8 && prefix.bytes().all(|byte| byte.is_ascii_digit()), "{text}");
        let filled = prefix.chars().chain(std::iter::repeat(digit)).take(8).collect::<String>();
        filled.parse::<u32>().expect("eight digits")
    };
    (fill(first, '0'), fill(last, '9'))
}

/// One significant digit of what a million dollars buy, in major units.
fn limit(per_dollar: f64) -> f64 {
    let worth = 1e6 * per_dollar;
    let unit = 10_f64.powf(worth.log10().floor());
    (worth / unit).round() * unit
}

fn generated() -> String {
    let (limits, currencies, networks) = (
        table::<Limits>("limits"),
        table::<Currencies>("currencies"),
        table::<Networks>("networks"),
    );
    let mut text = "//! Generated from `data/*.toml`. Regenerate with: `PAYTF_UPDATE=1 cargo test \
                    -p payment-validator --test data`\n\nuse crate::network::{Network, Range, \
                    range};\n\n"
        .to_owned();
    text += &format!("/// Largest amounts in minor units, by code, as of {}.\n", limits.as_of);
    text += "#[rustfmt::skip]\npub(crate) const LIMITS: &[(&str, i64)] = &[\n";
    for (code, per_dollar) in &limits.per_dollar {
        let exponent =
            currency::alpha3(code).unwrap_or_else(|_| panic!("{code} is no currency")).exponent();
        text += &format!(
            "    (\"{code}\", {:.0}),\n",
            limit(*per_dollar) * 10_f64.powi(exponent.cast_signed())
        );
    }
    text += &format!(
        "];\n\n/// Withdrawn codes and what took their place, as of {}.\n",
        currencies.as_of
    );
    text += "#[rustfmt::skip]\npub(crate) const WITHDRAWN: &[(&str, &str)] = &[\n";
    for (code, withdrawn) in &currencies.withdrawn {
        text += &format!("    (\"{code}\", \"{}\"),\n", withdrawn.successor);
    }
    text += &format!("];\n\n/// Issuer ranges, the narrowest first, as of {}.\n", networks.as_of);
    text += "#[rustfmt::skip]\npub(crate) const RANGES: &[Range] = &[\n";
    let all = networks
        .network
        .iter()
        .flat_map(|network| network.ranges.iter().map(move |range| (network, range)));
    let mut ranges: Vec<_> = all.map(|(network, range)| (bounds(range), network)).collect();
    ranges.sort_by_key(|((first, last), _)| last - first);
    for ((first, last), network) in ranges {
        text += &format!(
            "    range({first}, {last}, Network::{}, &{:?}),\n",
            network.name, network.lengths
        );
    }
    text + "];\n"
}

/// The tables in Python: of `src/data.rs`, line by line.
fn in_python(code: &str) -> String {
    let mut text = "\"\"\"Generated from data/*.toml as src/data.rs is.\"\"\"\n".to_owned();
    for line in code.lines() {
        let name = line.strip_prefix("pub(crate) const ").and_then(|line| line.split(':').next());
        let range =
            line.trim_start().strip_prefix("range(").and_then(|range| range.strip_suffix("),"));
        if let Some(name) = name {
            text += &format!("\n{name} = {}\n", if name == "RANGES" { "[" } else { "dict([" });
        } else if let Some(range) = range {
            let range = range.replace("Network::", "\"").replace(", &[", "\", [");
            text += &format!("    ({range}),\n");
        } else if line.starts_with("    (") {
            text += &format!("{line}\n");
        } else if line == "];" {
            text += if text.contains("RANGES") { "]\n" } else { "])\n" };
        }
    }
    text
}

#[test]
fn the_tables_in_the_code_are_those_of_the_data() {
    let code = generated();
    for (file, wanted) in
        [("benches/python/dated_tables.py", in_python(&code)), ("src/data.rs", code)]
    {
        if env::var_os("PAYTF_UPDATE").is_some() {
            fs::write(path(file), &wanted).expect("writable");
        }
        let written = fs::read_to_string(path(file)).unwrap_or_default();
        assert!(
            written == wanted,
            "{file}: PAYTF_UPDATE=1 cargo test -p payment-validator --test data"
        );
    }
}

/// Every alphabetic code that could be one.
fn codes() -> impl Iterator<Item = String> {
    let letters = || 'A'..='Z';
    letters().flat_map(move |a| {
        letters().flat_map(move |b| letters().map(move |c| format!("{a}{b}{c}")))
    })
}

#[test]
fn the_limit_of_every_currency_is_worth_half_a_million_to_two_million_dollars() {
    let limits: Limits = table("limits");
    let currencies: Vec<_> =
        codes().filter_map(|code| Some((currency::alpha3(&code).ok()?, code))).collect();
    assert_eq!(currencies.len(), 165);
    assert_eq!(limits.per_dollar.len(), currencies.len());
    for (currency, code) in currencies {
        let per_dollar =
            limits.per_dollar.get(&code).unwrap_or_else(|| panic!("{code} has no rate"));
        let major = amount::limit(currency) as f64 / 10_f64.powi(currency.exponent().cast_signed());
        let dollars = major / per_dollar;
        assert!(
            (500_000.0..=2_000_000.0).contains(&dollars),
            "{code}: {major} are worth {dollars:.0} dollars"
        );
    }
}

#[test]
fn every_withdrawn_code_has_a_date_and_a_current_successor() {
    let currencies: Currencies = table("currencies");
    assert_eq!(currencies.withdrawn.len(), 129);
    for (code, Withdrawn { until, successor }) in currencies.withdrawn {
        assert!(until.starts_with("19") || until.starts_with("20"), "{code}: {until}");
        // A funds code with nothing after it; the SDR, which has no minor unit.
        let without = ["XRE", "XFO"];
        let current = successor.split(" or ").all(|code| currency::alpha3(code).is_ok());
        assert!(current || without.contains(&code.as_str()), "{code}: {successor}");
    }
}

#[test]
fn every_table_names_its_source_and_day() {
    let (limits, currencies, networks) = (
        table::<Limits>("limits"),
        table::<Currencies>("currencies"),
        table::<Networks>("networks"),
    );
    for (source, as_of) in [(limits.source, limits.as_of), (currencies.source, currencies.as_of)] {
        assert!(!source.is_empty() && as_of.starts_with("202"), "{source} {as_of}");
    }
    assert!(
        networks.network.iter().all(|network| !network.source.is_empty())
            && networks.as_of.starts_with("202")
    );
}
