//! New expressions at each change, answered here and by Terraform's own plan: every answer and type
//! is equal, or unknown here.
//!
//! `PAYTF_SEED=7 cargo test -p paytf-terraform --test language against_terraform` asks other
//! expressions, `PAYTF_EXPRESSIONS=5000` more of them.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value as Json;
use terraform::configuration::{Configuration, Variables};

use crate::compare::Verdict;
use crate::{answer, compare, generate};

fn terraform(folder: &Path, arguments: &[&str]) -> Output {
    let run = Command::new("terraform")
        .args(arguments)
        .current_dir(folder)
        .env("CHECKPOINT_DISABLE", "1")
        .output();
    run.expect(
        "Terraform 1.11 is needed on the PATH: https://developer.hashicorp.com/terraform/install",
    )
}

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &to)
        } else {
            std::fs::write(&to, std::fs::read(&path).unwrap()).unwrap()
        }
    }
}

/// The expression as an output: its value and what else a plan shows; of one that is refused
/// here, whether Terraform takes it.
fn output(name: &str, text: &str, taken: bool) -> String {
    let value = if taken {
        format!(
            "{{ v = local.{name}, s = issensitive(local.{name}), d = \
             issensitive(jsonencode(local.{name})), j = jsonencode(local.{name}) }}"
        )
    } else {
        format!("can(\n{text}\n)")
    };
    let local = if taken { format!("locals {{ {name} = (\n{text}\n) }}\n") } else { String::new() };
    format!("{local}output \"{name}\" {{\n  sensitive = true\n  value = {value}\n}}\n")
}

/// An expression and the answer here.
struct Case {
    name: String,
    text: String,
    answer: Json,
    /// Its value is asked for, and not only whether it has one: so of what is refused here, and of
    /// what Terraform refuses. (It validates first, with resources of which nothing is known,
    /// and refuses there what it could plan: `can` tells.)
    taken: bool,
    refused: String,
}

impl Case {
    fn write(&self, folder: &Path) {
        let file = output(&self.name, &self.text, self.taken);
        std::fs::write(folder.join(format!("{}.tf", self.name)), file).unwrap();
    }
}

/// The errors of a run, by the file that they are in.
fn errors(run: &Output) -> Vec<(String, String)> {
    let lines = String::from_utf8_lossy(&run.stdout);
    let lines = lines.lines().filter_map(|line| serde_json::from_str::<Json>(line).ok());
    let found =
        lines.map(|line| line["diagnostic"].clone()).filter(|found| found["severity"] == "error");
    let text = |found: &Json| {
        format!(
            "{} {}",
            found["summary"].as_str().unwrap_or(""),
            found["detail"].as_str().unwrap_or("")
        )
    };
    found
        .map(|found| (found["range"]["filename"].as_str().unwrap_or("?").to_string(), text(&found)))
        .collect()
}

/// Null wherever `unknown` is true.
fn merged(value: &Json, unknown: &Json) -> Json {
    match (unknown, value) {
        (Json::Bool(true), _) => Json::Null,
        (Json::Object(unknown), _) => {
            let mut entries = value.as_object().cloned().unwrap_or_default();
            for (name, unknown) in unknown {
                let within = merged(entries.get(name).unwrap_or(&Json::Null), unknown);
                entries.insert(name.clone(), within);
            }
            entries.sort_keys();
            Json::Object(entries)
        }
        (Json::Array(unknown), _) => {
            let at = |index: usize| value.get(index).cloned().unwrap_or(Json::Null);
            unknown.iter().enumerate().map(|(index, unknown)| merged(&at(index), unknown)).collect()
        }
        _ => value.clone(),
    }
}

fn any_true(unknown: &Json) -> bool {
    match unknown {
        Json::Bool(value) => *value,
        Json::Array(items) => items.iter().any(any_true),
        Json::Object(entries) => entries.values().any(any_true),
        _ => false,
    }
}

/// What the plan says of an output, in the form of the comparison.
fn planned(plan: &Json, name: &str) -> Json {
    let change = &plan["output_changes"][name];
    let (after, unknown) = (&change["after"], &change["after_unknown"]);
    let mut answer = serde_json::json!({"ok": true});
    let of_value =
        if *unknown == Json::Bool(true) { unknown.clone() } else { unknown["v"].clone() };
    if any_true(&of_value) {
        answer["json"] = merged(&after["v"], &of_value).to_string().into();
        answer["unknown"] = of_value;
    } else {
        answer["json"] = after["j"].clone();
    }
    if let Some(of) = plan["planned_values"]["outputs"][name]["type"][1].get("v") {
        answer["type"] = of.clone();
    }
    if after["s"] == Json::Bool(true) {
        answer["sensitive"] = "value".into();
    } else if after["d"] == Json::Bool(true) {
        answer["sensitive"] = "inside".into();
    }
    answer
}

#[test]
fn terraform_gives_every_expression_the_value_that_it_has_here() {
    let (seed, count) = (setting("PAYTF_SEED", 1), setting("PAYTF_EXPRESSIONS", 600) as usize);
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/language/corpus/context");
    let configuration = Configuration::read(&source, &Variables::default()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    copy(&source, folder.path());
    let mut generator = generate::Generator::new(seed);
    let texts: Vec<String> = (0..count).map(|_| generator.expression()).collect();
    let answers = configuration.ask(|names| {
        texts.iter().map(|text| answer::answer(names, text, None)).collect::<Vec<_>>()
    });
    let mut cases = Vec::new();
    for (index, (text, answer)) in texts.into_iter().zip(answers.unwrap()).enumerate() {
        // A plan has no form for an infinity.
        if answer["infinite"].is_null() {
            let taken = answer["ok"] == Json::Bool(true);
            let case =
                Case { name: format!("x_{index}"), text, answer, taken, refused: String::new() };
            case.write(folder.path());
            cases.push(case);
        }
    }
    let init = terraform(folder.path(), &["init", "-no-color", "-input=false"]);
    assert!(init.status.success(), "{}", String::from_utf8_lossy(&init.stderr));
    for round in 0..6 {
        let run = terraform(folder.path(), &["plan", "-json", "-input=false", "-out=plan"]);
        let refused = errors(&run);
        if refused.is_empty() {
            assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
            break;
        }
        assert!(round < 5, "seed {seed}: Terraform refuses the folder: {refused:?}");
        for (file, error) in refused {
            let Some(case) = cases.iter_mut().find(|case| file == format!("{}.tf", case.name))
            else {
                panic!("seed {seed}: {file}: {error}");
            };
            if case.taken {
                case.taken = false;
                case.write(folder.path());
            } else {
                // Not even `can` helps: it names what is not there.
                std::fs::write(
                    folder.path().join(file),
                    format!("output \"{}\" {{\n  value = false\n}}\n", case.name),
                )
                .unwrap();
            }
            case.refused = error;
        }
    }
    let plan: Json =
        serde_json::from_slice(&terraform(folder.path(), &["show", "-json", "plan"]).stdout)
            .unwrap();
    let (mut report, mut equal) = (String::new(), 0);
    for case in &cases {
        let terraform = if case.taken {
            planned(&plan, &case.name)
        } else {
            plan["output_changes"][&case.name]["after"].clone()
        };
        let differs = match &terraform {
            Json::Bool(can) => case.answer["ok"] != *can,
            // Whether it can be evaluated is unknown.
            Json::Null => false,
            planned => {
                let mut planned = planned.clone();
                // Of a value that is unknown Terraform tells no marks.
                if planned["sensitive"].is_null() && !planned["unknown"].is_null() {
                    planned["sensitive"] = case.answer["sensitive"].clone();
                }
                compare::compare(&planned, &case.answer) == Verdict::Wrong
            }
        };
        if differs {
            report += &format!(
                "Wrong: {}\n  Terraform: {terraform} {}\n  here:      {}\n",
                case.text, case.refused, case.answer
            );
        } else {
            equal += 1;
        }
    }
    assert!(report.is_empty(), "seed {seed}, {equal} equal\n{report}");
    let compared = cases.iter().filter(|case| case.taken).count();
    assert!(
        compared > count / 3,
        "only {compared} of {count} expressions have a value that was compared"
    );
}
