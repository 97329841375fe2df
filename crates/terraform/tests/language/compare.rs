//! Holds an answer against Terraform's.

use serde_json::Value as Json;

/// How an answer compares with Terraform's, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The same text, type, marks and unknowns.
    Equal,
    /// Unknown, where Terraform knows.
    Less,
    /// Not what Terraform says.
    Wrong,
}

/// Compares two answers of the form `{"ok", "json"?, "type"?, "sensitive"?, "unknown"?,
/// "infinite"?}`.
pub fn compare(terraform: &Json, given: &Json) -> Verdict {
    if terraform["ok"] != given["ok"] {
        return Verdict::Wrong;
    }
    if terraform["ok"] == Json::Bool(false) {
        return Verdict::Equal;
    }
    let typed = |answer: &Json| answer.get("type").cloned();
    if typed(terraform).is_some_and(|of| Some(of) != typed(given))
        || terraform["sensitive"] != given["sensitive"]
    {
        return if given["unknown"] == Json::Bool(true) { Verdict::Less } else { Verdict::Wrong };
    }
    if !terraform["infinite"].is_null() || !given["infinite"].is_null() {
        return if terraform["infinite"] == given["infinite"] {
            Verdict::Equal
        } else {
            Verdict::Wrong
        };
    }
    if terraform["unknown"].is_null() && given["unknown"].is_null() {
        return if same_text(&terraform["json"], &given["json"]) {
            Verdict::Equal
        } else {
            Verdict::Wrong
        };
    }
    let parsed = |answer: &Json| {
        answer["json"]
            .as_str()
            .and_then(|text| serde_json::from_str(text).ok())
            .unwrap_or(Json::Null)
    };
    holes(&parsed(terraform), &terraform["unknown"], &parsed(given), &given["unknown"])
}

/// The same, but for the last digits of a number that is computed with 53 bits in another order
/// (`pow`, `log`).
fn same_text(terraform: &Json, given: &Json) -> bool {
    let number = |text: &Json| text.as_str().and_then(|text| text.parse::<f64>().ok());
    terraform == given
        || number(terraform)
            .zip(number(given))
            .is_some_and(|(a, b)| a != a.trunc() && (a - b).abs() <= a.abs() * 1e-14)
}

/// Compares values of which parts are unknown.
fn holes(terraform: &Json, unknown: &Json, given: &Json, given_unknown: &Json) -> Verdict {
    match (unknown, given_unknown) {
        (Json::Bool(true), Json::Bool(true)) => return Verdict::Equal,
        (Json::Bool(true), _) => return Verdict::Wrong,
        (_, Json::Bool(true)) => return Verdict::Less,
        _ => {}
    }
    let within = |of: &Json, key: &str| of.get(key).cloned().unwrap_or(Json::Null);
    let at = |of: &Json, index: usize| of.get(index).cloned().unwrap_or(Json::Null);
    match (terraform, given) {
        (Json::Object(a), Json::Object(b)) if a.keys().eq(b.keys()) => {
            let verdicts = a.iter().map(|(key, a)| {
                holes(a, &within(unknown, key), &b[key], &within(given_unknown, key))
            });
            verdicts.max().unwrap_or(Verdict::Equal)
        }
        (Json::Array(a), Json::Array(b)) if a.len() == b.len() => {
            let pairs = a.iter().zip(b).enumerate();
            pairs
                .map(|(i, (a, b))| holes(a, &at(unknown, i), b, &at(given_unknown, i)))
                .max()
                .unwrap_or(Verdict::Equal)
        }
        _ if terraform == given => Verdict::Equal,
        _ => Verdict::Wrong,
    }
}
