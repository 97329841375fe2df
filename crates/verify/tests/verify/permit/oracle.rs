//! Each policy's own answer, of thousands that are made up, against an evaluator that others wrote
//! (`iam-rs`).
//!
//! Where that one differs from AWS's documentation, it is asked about a policy that by the same
//! documentation means the same: [`FAULTS`]. No other difference is excused.

use std::collections::BTreeMap;

use iam_rs::{Arn, ContextValue, IAMPolicy, IAMRequest, Principal, PrincipalId, evaluate_policy};
use serde_json::{Value, json};
use verify::permit::{Caller, Context, Given, Permissions, Request, Target};

use super::plan::{Answer, ROLE, Stack, policy};

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

/// A generator of numbers, the same in each run. Source: Steele, Lea, Flood, "Fast splittable
/// pseudorandom number generators".
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % count as u64).unwrap()
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    /// One to three of them.
    fn some(&mut self, of: &[&str]) -> Value {
        match self.below(3) {
            0 => json!(self.one(of)),
            more => (0..=more).map(|_| self.one(of)).collect(),
        }
    }
}

/// Values of a key that a call may have.
const KEYS: [(&str, &[&[&str]]); 5] = [
    ("aws:PrincipalTag/team", &[&[], &["payments"], &["cards"], &["*"]]),
    ("aws:SourceVpce", &[&[], &["vpce-1"], &["vpce-2"]]),
    (
        "aws:SourceArn",
        &[
            &[],
            &["arn:aws:sns:us-east-1:111122223333:page"],
            &["arn:aws:events:eu-west-1:111122223333:rule/r"],
        ],
    ),
    ("aws:SecureTransport", &[&["true"], &["false"], &[]]),
    ("aws:TagKeys", &[&[], &["team"], &["team", "cost"], &["cost", "other"]]),
];

const ACTIONS: [&str; 5] = [
    "s3:GetObject",
    "s3:PutObject",
    "sqs:SendMessage",
    "lambda:InvokeFunction",
    "logs:PutLogEvents",
];

const ACTION_PATTERNS: [&str; 16] = [
    "*",
    "s3:*",
    "s3:GetObject",
    "S3:getobject",
    "s3:Get*",
    "s3:*Object",
    "s3:?etObject",
    "s3:??tObject",
    "s3:PUTOBJECT",
    "s3:Get",
    "sqs:SendMessage",
    "sqs:*Message",
    "SQS:send*",
    "lambda:InvokeFunction",
    "lambda:Invoke",
    "logs:Put?ogEvents",
];

const ARNS: [&str; 8] = [
    "arn:aws:s3:::logs/payments/a.txt",
    "arn:aws:s3:::logs/cards/a:b.txt",
    "arn:aws:s3:::logs/*",
    "arn:aws:sqs:us-east-1:111122223333:payments",
    "arn:aws:sqs:eu-west-1:111122223333:cards",
    "arn:aws:lambda:us-east-1:111122223333:function:payments:live",
    "arn:aws:lambda:us-east-1:111122223333:function:Payments",
    "arn:aws:logs:us-east-1:111122223333:log-group:payments:log-stream:x",
];

const ARN_PATTERNS: [&str; 26] = [
    "*",
    "arn:aws:s3:::logs/*",
    "arn:aws:s3:::logs/payments/*",
    "arn:aws:s3:::logs/PAYMENTS/*",
    "arn:aws:s3:::logs/${*}",
    "arn:aws:s3:::logs/?",
    "arn:aws:s3:::logs/${?}",
    "arn:aws:s3:::l?gs/*.txt",
    "arn:aws:s3:::*/a:b.txt",
    "arn:aws:s3:::logs/${aws:PrincipalTag/team}/*",
    "arn:aws:s3:::logs/${aws:principaltag/TEAM, 'cards'}/a*",
    "arn:aws:s3:::${$}logs",
    "arn:aws:s3:*",
    "arn:aws:sqs:*:*:payments",
    "arn:aws:sqs:*:payments",
    "arn:aws:sqs:us-*:111122223333:*",
    "arn:aws:sqs:us-east-1:1111*3333:pay*",
    "arn:aws:sqs:*",
    "arn:*:sqs:??-west-1:*:cards",
    "arn:aws:sqs:eu-west-1:444455556666:cards",
    "arn:aws:lambda:us-east-1:111122223333:function:payments",
    "arn:aws:lambda:us-east-1:111122223333:function:payments:*",
    "arn:aws:lambda:*:111122223333:function:?ayments*",
    "arn:aws:lambda:us-east-1:111122223333:function:${aws:PrincipalTag/team}:live",
    "arn:aws:logs:us-east-1:111122223333:log-group:payments:*",
    "arn:aws:logs:*:log-group:*:log-stream:x",
];

const OPERATORS: [&str; 19] = [
    "StringEquals",
    "StringNotEquals",
    "StringEqualsIgnoreCase",
    "StringNotEqualsIgnoreCase",
    "StringLike",
    "StringNotLike",
    "StringEqualsIfExists",
    "StringNotLikeIfExists",
    "ArnEquals",
    "ArnNotEquals",
    "ArnLike",
    "ArnNotLike",
    "ArnLikeIfExists",
    "Null",
    "NumericLessThan",
    "NumericGreaterThanEquals",
    "DateGreaterThan",
    "IpAddress",
    "NotIpAddress",
];

const SETS: [&str; 8] = [
    "ForAllValues:StringEquals",
    "ForAllValues:StringNotEquals",
    "ForAllValues:StringLike",
    "ForAllValues:StringNotLike",
    "ForAnyValue:StringEquals",
    "ForAnyValue:StringNotEquals",
    "ForAnyValue:StringLike",
    "ForAnyValue:StringNotLike",
];

/// A call, with the values of each key.
#[derive(Debug)]
struct Call {
    action: &'static str,
    on: &'static str,
    keys: BTreeMap<&'static str, &'static [&'static str]>,
}

impl Call {
    fn of(seeded: &mut Seeded) -> Self {
        let keys = KEYS.iter().map(|(key, values)| (*key, seeded.one(values))).collect();
        Self { action: seeded.one(&ACTIONS), on: seeded.one(&ARNS), keys }
    }

    /// The one value of a key.
    fn value(&self, key: &str) -> Option<&'static str> {
        let (_, values) = self.keys.iter().find(|(own, _)| own.eq_ignore_ascii_case(key))?;
        values.first().copied()
    }

    fn context<'a>(&self) -> Context<'a> {
        let given = |values: &[&str]| match values {
            [] => Given::Nothing,
            values => Given::Values(values.iter().map(|value| (*value).to_owned()).collect()),
        };
        self.keys
            .iter()
            .fold(Context::default(), |context, (key, values)| context.with(key, given(values)))
    }

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

/// A policy of one to three statements.
fn made_up(seeded: &mut Seeded, call: &Call) -> Value {
    let statements = (0..=seeded.below(3)).map(|_| statement(seeded, call));
    policy(statements.collect::<Vec<_>>())
}

/// A statement, mostly on the service that is called.
fn statement(seeded: &mut Seeded, call: &Call) -> Value {
    let is_close = !seeded.one_in(4);
    let services = [call.action.split(':').next(), call.on.split(':').nth(2)];
    let close = |pattern: &&str| {
        let (service, of) =
            (services[usize::from(pattern.starts_with("arn:"))], pattern.to_ascii_lowercase());
        !is_close
            || *pattern == "*"
            || service.is_some_and(|service| of.contains(&format!("{service}:")))
    };
    let actions_of: Vec<_> = ACTION_PATTERNS.into_iter().filter(close).collect();
    let arns: Vec<_> = ARN_PATTERNS.into_iter().filter(close).collect();
    let mut statement = json!({"Effect": if seeded.one_in(3) { "Deny" } else { "Allow" }});
    let actions = if seeded.one_in(5) { "NotAction" } else { "Action" };
    statement[actions] = seeded.some(&actions_of);
    let resources = if seeded.one_in(6) { "NotResource" } else { "Resource" };
    statement[resources] = if seeded.one_in(4) { json!("*") } else { seeded.some(&arns) };
    for _ in 0..seeded.below(3).saturating_sub(usize::from(seeded.one_in(2))) {
        let (operator, key, values) = condition(seeded);
        statement["Condition"][operator][key] = values;
    }
    statement
}

fn condition(seeded: &mut Seeded) -> (&'static str, &'static str, Value) {
    let (key, _) = seeded.one(&KEYS);
    let operator = match key {
        "aws:SecureTransport" => seeded.one(&["Bool", "BoolIfExists", "Null"]),
        "aws:TagKeys" => seeded.one(&SETS),
        _ => seeded.one(&OPERATORS),
    };
    let values = match (operator, key) {
        ("Null" | "Bool" | "BoolIfExists", _) => json!(seeded.one(&["true", "false"])),
        ("NumericLessThan" | "NumericGreaterThanEquals", _) => json!("10"),
        ("DateGreaterThan", _) => json!("2026-01-01T00:00:00Z"),
        ("IpAddress" | "NotIpAddress", _) => json!("203.0.113.0/24"),
        (_, "aws:TagKeys") => seeded.some(&["team", "cost", "te*", "?ost", "none"]),
        (_, "aws:SourceVpce") => seeded.some(&["vpce-1", "vpce-?", "VPCE-2", "vpce-3"]),
        (_, "aws:PrincipalTag/team") => seeded.some(&[
            "payments",
            "Payments",
            "pay*",
            "*",
            "${*}",
            "${aws:SourceVpce}",
            "${aws:principaltag/team}",
        ]),
        _ => seeded.some(&[
            "arn:aws:sns:us-east-1:111122223333:page",
            "arn:aws:sns:*:111122223333:*",
            "arn:aws:events:eu-west-1:111122223333:rule/?",
            "arn:aws:s3:::logs",
        ]),
    };
    (operator, key, values)
}

/// Whether it has an operator that compares what no plan shows, or `…IfExists` with a variable, of
/// which AWS only says that it "prevents variables from causing invalid statements".
fn may_be_unknown(policy: &Value) -> bool {
    let text = policy.to_string();
    let has = |part: &str| text.contains(part);
    has("Numeric") || has("Date") || has("IpAddress") || (has("IfExists") && has("${aws:"))
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
