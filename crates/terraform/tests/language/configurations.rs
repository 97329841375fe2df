//! Whole configurations: taken or refused as Terraform does, with the instances, arguments and
//! outputs that Terraform has.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use terraform::configuration::{Configuration, Instances, Variables};
use terraform::diagnostic::Diagnostics;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/language/corpus")
}

fn whole() -> Vec<Json> {
    let text = std::fs::read_to_string(corpus().join("whole.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The files of all configurations.
pub fn texts() -> Vec<String> {
    let files = |case: Json| -> Vec<String> {
        case["files"]
            .as_object()
            .unwrap()
            .values()
            .map(|text| text.as_str().unwrap().to_owned())
            .collect()
    };
    whole().into_iter().flat_map(files).collect()
}

fn instances(folder: &Path) -> Result<Instances, Diagnostics> {
    Configuration::read(folder, &Variables::default())?.instances()
}

fn shown(instances: &Instances) -> Json {
    serde_json::from_str(&terraform::show::instances(instances)).unwrap()
}

fn value(value: &terraform::value::Value) -> Json {
    let mut text = String::new();
    terraform::show::value(value, &mut text);
    serde_json::from_str(&text).unwrap()
}

/// Where Terraform refuses what is taken here, and why that is so.
const TAKEN: &[(&str, &str)] = &[
    ("meta provider missing", "no provider is installed here, so none can be missing"),
    ("json module providers", "no provider is installed here, so none can be missing"),
    ("var ephemeral out", "ephemeral values are not marked"),
    ("override required version", "which version of Terraform will run is not known here"),
];

#[test]
fn every_configuration_is_taken_or_refused_as_terraform_does() {
    let cases = whole();
    assert!(cases.len() > 700, "the corpus is not all there: {}", cases.len());
    let mut report = String::new();
    let mut taken = BTreeSet::new();
    for case in &cases {
        let name = case["name"].as_str().unwrap();
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in case["files"].as_object().unwrap() {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text.as_str().unwrap()).unwrap();
        }
        let problem = match (instances(folder.path()), case["ok"] == Json::Bool(true)) {
            (Err(_), false) => None,
            (Err(problems), true) => Some(format!("refused: {problems}")),
            (Ok(_), false) if TAKEN.iter().any(|(allowed, _)| *allowed == name) => {
                taken.insert(name);
                None
            }
            (Ok(_), false) => Some(format!("taken; Terraform: {}", case["error"])),
            (Ok(instances), true) => different(case, &instances),
        };
        if let Some(problem) = problem {
            report += &format!("{name}: {problem}\n");
        }
    }
    assert!(report.is_empty(), "{report}");
    assert_eq!(
        taken,
        TAKEN.iter().map(|(name, _)| *name).collect(),
        "the list is of what is taken, and of nothing else"
    );
}

/// The first thing in which instances and outputs differ from Terraform's.
fn different(case: &Json, instances: &Instances) -> Option<String> {
    let terraform: BTreeSet<&str> = case["instances"]
        .as_array()
        .unwrap()
        .iter()
        .map(|address| address.as_str().unwrap())
        .collect();
    let here: BTreeSet<&str> = instances.by_address.keys().map(|address| &**address).collect();
    if terraform != here {
        return Some(format!("instances {here:?}; Terraform: {terraform:?}"));
    }
    for (name, wanted) in case["outputs"].as_object().unwrap() {
        let given = instances.outputs.get(name.as_str()).map(value).unwrap_or_default();
        let unknown = &case["unknown"][name];
        let found =
            compare(&holed(wanted, unknown), &given, &Way { path: name.clone(), ..Way::default() });
        if let Some(problem) = found.into_iter().find(|found| found.class == Class::Wrong) {
            return Some(format!("output {problem:?}"));
        }
    }
    None
}

/// The value with the mark of what is unknown in place of it.
fn holed(value: &Json, unknown: &Json) -> Json {
    match (value, unknown) {
        (_, Json::Bool(true)) => serde_json::json!({"unknown": true}),
        (Json::Object(entries), Json::Object(unknown)) => {
            let names: BTreeSet<&String> = entries.keys().chain(unknown.keys()).collect();
            let none = Json::Null;
            names
                .into_iter()
                .map(|name| (name.clone(), holed(&value[name], unknown.get(name).unwrap_or(&none))))
                .collect()
        }
        (Json::Array(items), Json::Array(unknown)) => items
            .iter()
            .enumerate()
            .map(|(at, item)| holed(item, unknown.get(at).unwrap_or(&Json::Null)))
            .collect(),
        _ => value.clone(),
    }
}

#[derive(Debug, PartialEq, Eq, Clone, Copy)]
enum Class {
    /// Another value, or one where Terraform has none.
    Wrong,
    /// Unknown here, known to Terraform.
    Less,
}

#[derive(Debug)]
#[allow(dead_code, reason = "printed")]
struct Found {
    class: Class,
    path: String,
    terraform: Json,
    here: Json,
}

#[derive(Default, Clone)]
struct Way {
    path: String,
    /// The paths whose order means nothing: the provider has sets there.
    sets: BTreeSet<String>,
    /// The provider converts: 5, "5" and true, "true" are alike, and so are null, no block and
    /// nothing.
    converted: bool,
}

impl Way {
    fn to(&self, name: &str) -> Way {
        Way {
            path: format!("{}.{name}", self.path).trim_start_matches('.').to_owned(),
            ..self.clone()
        }
    }
}

fn is_unknown(value: &Json) -> bool {
    value.as_object().is_some_and(|entries| entries.len() == 1 && entries.contains_key("unknown"))
}

fn blank(value: &Json) -> bool {
    value.is_null() || value.as_array().is_some_and(Vec::is_empty)
}

fn compare(terraform: &Json, here: &Json, way: &Way) -> Vec<Found> {
    let found = |class| {
        vec![Found {
            class,
            path: way.path.clone(),
            terraform: terraform.clone(),
            here: here.clone(),
        }]
    };
    if is_unknown(terraform) {
        return if is_unknown(here) { Vec::new() } else { found(Class::Wrong) };
    }
    if is_unknown(here) {
        return found(Class::Less);
    }
    if way.converted && blank(terraform) && blank(here) {
        return Vec::new();
    }
    match (terraform, here) {
        (Json::Object(wanted), Json::Object(given)) => {
            let names: BTreeSet<&String> = wanted.keys().chain(given.keys()).collect();
            let part = |entries: &serde_json::Map<String, Json>, name: &String| {
                entries.get(name).cloned().unwrap_or_default()
            };
            names
                .into_iter()
                .flat_map(|name| compare(&part(wanted, name), &part(given, name), &way.to(name)))
                .collect()
        }
        (Json::Array(wanted), Json::Array(given)) if wanted.len() == given.len() => {
            let pairs = |given: &[&Json]| -> Vec<Found> {
                wanted
                    .iter()
                    .zip(given)
                    .flat_map(|(wanted, given)| compare(wanted, given, way))
                    .collect()
            };
            let all: Vec<&Json> = given.iter().collect();
            let in_order = pairs(&all);
            if !way.sets.contains(&way.path)
                || in_order.iter().all(|found| found.class == Class::Less)
            {
                return in_order;
            }
            let mut rest = all;
            let matched = wanted.iter().map(|wanted| {
                let at = rest.iter().position(|given| {
                    compare(wanted, given, way).iter().all(|found| found.class == Class::Less)
                })?;
                Some(rest.remove(at))
            });
            matched.collect::<Option<Vec<&Json>>>().map_or(in_order, |given| pairs(&given))
        }
        (Json::String(wanted), Json::String(given)) if way.converted && wanted != given => {
            // JSON in a string is the same JSON however it is written.
            match (serde_json::from_str::<Json>(wanted), serde_json::from_str::<Json>(given)) {
                (Ok(wanted @ (Json::Object(_) | Json::Array(_))), Ok(given)) => {
                    compare(&wanted, &given, &Way { converted: false, ..way.clone() })
                }
                _ => found(Class::Wrong),
            }
        }
        (wanted, given)
            if wanted == given
                || (way.converted && text(wanted).is_some() && text(wanted) == text(given)) =>
        {
            Vec::new()
        }
        (Json::Number(wanted), Json::Number(given)) if wanted.as_f64() == given.as_f64() => {
            Vec::new()
        }
        _ => found(Class::Wrong),
    }
}

/// The text of a scalar.
fn text(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(value) => Some(value.to_string()),
        _ => None,
    }
}

/// Where an argument may be unknown that Terraform knows: the end of the reason that is given, and
/// why it is beyond a language.
const LESS: &[(&str, &str)] = &[
    (".port", "\"5432\": only the provider's schema says that it is a number"),
    (".min_size", "\"1\": only the provider's schema says that it is a number"),
    ("].map_public_ip_on_launch", "\"true\": only the provider's schema says that it is a bool"),
    (
        ".availability_zones",
        "in no order: only the provider's schema says whether it is a list or a set",
    ),
    (
        ".security_groups",
        "in no order: only the provider's schema says whether it is a list or a set",
    ),
    (
        ".enabled_cloudwatch_logs_exports",
        "in no order: only the provider's schema says whether it is a list or a set",
    ),
    (
        ".ingress",
        "several blocks: only the provider's schema says whether they are a list or a set",
    ),
    (".fifo_queue", "not written: Terraform has the provider's default"),
    (".json", "read by a data source of the provider, which computes it without AWS"),
];

#[test]
fn every_argument_of_every_instance_is_what_terraform_says() {
    let mut report = String::new();
    let mut compared = 0;
    let mut folders: Vec<PathBuf> = std::fs::read_dir(corpus().join("folders"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    for folder in folders {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(folder.join("expected.json")).unwrap();
        let expected: BTreeMap<String, Json> = serde_json::from_str(&text).unwrap();
        let here =
            shown(&instances(&folder).unwrap_or_else(|problems| panic!("{name}: {problems}")));
        let addresses: Vec<&String> = here
            .as_object()
            .unwrap()
            .keys()
            .filter(|address| !expected.contains_key(*address))
            .collect();
        if !addresses.is_empty() {
            report += &format!("{name}: Terraform has no {addresses:?}\n");
        }
        for (address, wanted) in expected {
            let sets = wanted["sets"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|path| path.as_str().unwrap().to_owned())
                .collect();
            let way = Way { sets, converted: true, ..Way::default() };
            for (argument, wanted) in wanted["written"].as_object().unwrap() {
                compared += 1;
                let given = &here[&address][argument];
                let allowed = |found: &Found| {
                    let why = found.here["unknown"].to_string();
                    found.class == Class::Less
                        && LESS.iter().any(|(end, _)| why.contains(&format!("{end}\"")))
                };
                for found in
                    compare(wanted, given, &way.to(argument)).iter().filter(|found| !allowed(found))
                {
                    report += &format!("{name}: {address} {found:?}\n");
                }
            }
        }
    }
    assert!(report.is_empty(), "{report}");
    assert!(compared >= 500, "the corpus is not all there: {compared}");
}
