//! Policies and calls that are made up, the same in each run.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use verify::permit::{Context, Given};

use crate::permit::plan::policy;

/// A generator of numbers, the same in each run. Source: Steele, Lea, Flood, "Fast splittable
/// pseudorandom number generators".
pub struct Seeded(pub u64);

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
pub struct Call {
    pub action: &'static str,
    pub on: &'static str,
    pub keys: BTreeMap<&'static str, &'static [&'static str]>,
}

impl Call {
    pub fn of(seeded: &mut Seeded) -> Self {
        let keys = KEYS.iter().map(|(key, values)| (*key, seeded.one(values))).collect();
        Self { action: seeded.one(&ACTIONS), on: seeded.one(&ARNS), keys }
    }

    /// The one value of a key.
    pub fn value(&self, key: &str) -> Option<&'static str> {
        let (_, values) = self.keys.iter().find(|(own, _)| own.eq_ignore_ascii_case(key))?;
        values.first().copied()
    }

    pub fn context<'a>(&self) -> Context<'a> {
        let given = |values: &[&str]| match values {
            [] => Given::Nothing,
            values => Given::Values(values.iter().map(|value| (*value).to_owned()).collect()),
        };
        self.keys
            .iter()
            .fold(Context::default(), |context, (key, values)| context.with(key, given(values)))
    }
}

/// A policy of one to three statements.
pub fn made_up(seeded: &mut Seeded, call: &Call) -> Value {
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
pub fn may_be_unknown(policy: &Value) -> bool {
    let text = policy.to_string();
    let has = |part: &str| text.contains(part);
    has("Numeric") || has("Date") || has("IpAddress") || (has("IfExists") && has("${aws:"))
}
