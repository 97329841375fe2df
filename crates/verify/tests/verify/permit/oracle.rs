//! Each policy's own answer, of thousands that are made up, against an evaluator that others wrote
//! (`iam-rs`).
//!
//! Where that one differs from AWS's documentation, it is asked about a policy that by the same
//! documentation means the same: [`FAULTS`]. No other difference is excused.

mod generated;

use std::collections::BTreeMap;

use generated::{Call, Seeded, made_up, may_be_unknown};
use iam_rs::{Arn, ContextValue, IAMPolicy, IAMRequest, Principal, PrincipalId, evaluate_policy};
use serde_json::{Value, json};
use verify::permit::{Caller, Permissions, Request, Target};

use super::plan::{Answer, ROLE, Stack};

const PAIRS: u64 = 4_000;

/// What `iam-rs` 0.8.0 does otherwise than AWS documents it, and how it is asked instead.
const FAULTS: [(&str, Rewrite); 5] = [
    // "The ArnEquals and ArnLike condition operators behave identically": it takes the wildcards
    // of ArnEquals for letters.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
    ("ArnEquals is ArnLike", arn_operators),
    // "Use policy variables to … condition values": it replaces variables in resources only.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
    ("variables in conditions", variables_of_conditions),
    // "If AWS cannot resolve a variable this might cause the entire statement to be invalid": it
    // takes the variable for nothing.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
    ("a variable without a value", unresolved),
    // "`${*}` - use where you need an * (asterisk) character": it takes it for a variable without
    // a value. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
    ("letters that are wildcards elsewhere", letters),
    // "If the * wildcard is the last character of a resource ARN segment, it can expand to match
    // beyond the colon boundaries": it holds each segment against one.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
    ("a star at the end of a segment", stars),
];

type Rewrite = fn(&mut Value, &Call);

impl Call {
    fn asked(&self) -> IAMRequest {
        let mut context = iam_rs::Context::new();
        for (key, values) in &self.keys {
            let texts = || values.iter().map(|value| starred(value)).collect();
            let value = match (*key, *values) {
                (_, []) => continue,
                ("aws:SecureTransport", [value, ..]) => ContextValue::Boolean(*value == "true"),
                ("aws:TagKeys", _) => ContextValue::StringList(texts()),
                (_, [value, ..]) => ContextValue::String(starred(value)),
            };
            context.insert((*key).to_owned(), value);
        }
        let caller = Principal::Aws(PrincipalId::String(ROLE.to_owned()));
        IAMRequest::new_with_context(
            caller,
            self.action,
            Arn::parse(&starred(self.on)).unwrap(),
            context,
        )
    }
}

#[test]
fn each_policy_s_own_answer_is_that_of_another_evaluator() {
    let mut seeded = Seeded(16);
    let pair = |_| {
        let call = Call::of(&mut seeded);
        (made_up(&mut seeded, &call), call)
    };
    let pairs: Vec<_> = (0..PAIRS).map(pair).collect();
    let mut stack = Stack::default();
    for (number, (document, _)) in pairs.iter().enumerate() {
        let name = format!("app{number}");
        let values = json!({"role": name, "policy": document.to_string()});
        let arn = format!("arn:aws:iam::111122223333:role/{name}");
        stack = stack
            .with(&format!("aws_iam_role.{name}"), json!({"name": name, "arn": arn}))
            .with(&format!("aws_iam_role_policy.{name}"), values);
    }
    let inventory = stack.inventory();
    let permissions = Permissions::of_inventory(&inventory);
    let (mut answers, mut needed_rewriting) =
        (BTreeMap::<_, usize>::new(), BTreeMap::<_, usize>::new());
    for (number, (document, call)) in pairs.iter().enumerate() {
        let role = inventory.at(&format!("aws_iam_role.app{number}")).unwrap();
        let on = Target::Arn(call.on.to_owned());
        let request =
            Request { action: call.action, on, context: call.context(), through: Vec::new() };
        let own = Answer::from(permissions.decide(Caller::Role(role), &request));
        *answers.entry(own).or_default() += 1;
        if own == Answer::Unknown {
            assert!(may_be_unknown(document), "{document}\n{call:?}\nis unknown");
            continue;
        }
        let theirs = asked(document, call);
        assert_eq!(own, theirs, "{document}\n{call:?}");
        for (name, _) in FAULTS.iter().filter(|_| number % 4 == 0) {
            let without = FAULTS.iter().filter(|(other, _)| other != name);
            if rewritten(document, call, without).is_none_or(|other| other != own) {
                *needed_rewriting.entry(name).or_default() += 1;
            }
        }
    }
    println!("{answers:?}\n{needed_rewriting:?}");
    for answer in [Answer::Allowed, Answer::Denied, Answer::Missing] {
        assert!(answers[&answer] >= 600, "{answers:?}");
    }
    assert_eq!(
        needed_rewriting.len(),
        FAULTS.len(),
        "no difference any more is explained by one of {FAULTS:?}"
    );
}

fn asked(document: &Value, call: &Call) -> Answer {
    rewritten(document, call, FAULTS.iter())
        .unwrap_or_else(|| panic!("it does not read {document}"))
}

/// The answer after some of the differences are written otherwise; none where it cannot read the
/// policy.
fn rewritten<'f>(
    document: &Value,
    call: &Call,
    by: impl Iterator<Item = &'f (&'f str, Rewrite)>,
) -> Option<Answer> {
    let mut document = document.clone();
    by.for_each(|(_, rewrite)| rewrite(&mut document, call));
    let policy: IAMPolicy = serde_json::from_value(document).ok()?;
    Some(match evaluate_policy(&policy, &call.asked()).ok()? {
        iam_rs::Decision::Allow => Answer::Allowed,
        iam_rs::Decision::Deny => Answer::Denied,
        iam_rs::Decision::NotApplicable => Answer::Missing,
    })
}

fn statements(document: &mut Value) -> &mut Vec<Value> {
    document["Statement"].as_array_mut().unwrap()
}

fn arn_operators(document: &mut Value, _: &Call) {
    for statement in statements(document) {
        for (other, like) in [("ArnEquals", "ArnLike"), ("ArnNotEquals", "ArnNotLike")] {
            let Some(conditions) = statement.get_mut("Condition").and_then(Value::as_object_mut)
            else {
                continue;
            };
            let Some(keys) = conditions.remove(other) else { continue };
            for (key, values) in keys.as_object().unwrap() {
                // Both on one key: each has to hold. No statement can say so with one operator, but
                // by two sets of letters.
                let same = conditions.entry(like).or_insert(json!({}));
                match same.get(key).is_some() {
                    false => same[key] = values.clone(),
                    true => same[key.to_ascii_uppercase()] = values.clone(),
                }
            }
        }
    }
}

fn each_text(value: &mut Value, change: &mut impl FnMut(&str) -> String) {
    match value {
        Value::String(text) => *text = change(text),
        Value::Array(items) => items.iter_mut().for_each(|item| each_text(item, change)),
        Value::Object(entries) => entries.values_mut().for_each(|entry| each_text(entry, change)),
        _ => {}
    }
}

/// The variables of a text, with what a call has for each.
fn variables<'c>(text: &str, call: &'c Call) -> Vec<(String, Option<&'c str>)> {
    let parts = text.split("${").skip(1).filter_map(|part| part.split_once('}'));
    parts
        .filter(|(name, _)| name.contains(':'))
        .map(|(name, _)| (format!("${{{name}}}"), call.value(name)))
        .collect()
}

fn variables_of_conditions(document: &mut Value, call: &Call) {
    for statement in statements(document) {
        let Some(conditions) = statement.get_mut("Condition") else { continue };
        each_text(conditions, &mut |text| {
            let known =
                variables(text, call).into_iter().filter_map(|(name, value)| Some((name, value?)));
            known.fold(text.to_owned(), |text, (name, value)| text.replace(&name, &starred(value)))
        });
    }
}

fn unresolved(document: &mut Value, call: &Call) {
    let is_whole = |statement: &Value| {
        let mut text = statement.clone();
        if let Some(conditions) = text.get_mut("Condition").and_then(Value::as_object_mut) {
            // "To prevent variables from causing invalid statements, use the ...IfExists condition
            // operator."
            conditions.retain(|operator, _| !operator.ends_with("IfExists"));
        }
        let mut is_whole = true;
        each_text(&mut text, &mut |text| {
            let without_default =
                variables(text, call).into_iter().filter(|(name, _)| !name.contains(','));
            is_whole &= without_default.clone().count() == 0
                || without_default.into_iter().all(|(_, value)| value.is_some());
            text.to_owned()
        });
        is_whole
    };
    statements(document).retain(is_whole);
}

/// A letter that is no wildcard, for each that is one: so are the calls asked.
fn starred(text: &str) -> String {
    text.replace('*', "\u{2217}").replace('?', "\u{fe56}")
}

fn letters(document: &mut Value, _: &Call) {
    each_text(document, &mut |text| {
        text.replace("${*}", "\u{2217}").replace("${?}", "\u{fe56}").replace("${$}", "\u{fe69}")
    });
    for statement in statements(document) {
        let conditions =
            statement.get_mut("Condition").and_then(Value::as_object_mut).into_iter().flatten();
        // Where no letter is a wildcard.
        for (_, values) in conditions
            .filter(|(operator, _)| operator.contains("String") && operator.contains("Equals"))
        {
            each_text(values, &mut |text| starred(text));
        }
    }
}

/// Each pattern also with one and with two more segments behind a star at the end of one.
fn stars(document: &mut Value, _: &Call) {
    fn longer(pattern: &str) -> Vec<String> {
        let ends = pattern
            .match_indices("*:")
            .map(|(at, _)| at + 1)
            .chain(pattern.ends_with('*').then_some(pattern.len()));
        let ends = ends.filter(|end| pattern[..*end].matches(':').count() < 5);
        ends.map(|end| format!("{}:*{}", &pattern[..end], &pattern[end..])).collect()
    }
    for statement in statements(document) {
        for name in ["Resource", "NotResource"] {
            let Some(patterns) = statement.get_mut(name) else { continue };
            let texts: Vec<_> = match &*patterns {
                Value::Array(items) => {
                    items.iter().map(|item| item.as_str().unwrap().to_owned()).collect()
                }
                one => vec![one.as_str().unwrap().to_owned()],
            };
            let mut all = texts;
            for _ in 0..3 {
                let more: Vec<_> = all
                    .iter()
                    .filter(|text| text.starts_with("arn:"))
                    .flat_map(|text| longer(text))
                    .collect();
                all.extend(more);
                all.sort();
                all.dedup();
            }
            all.retain(|text| text == "*" || text.matches(':').count() >= 5);
            *patterns = json!(all);
        }
    }
}
