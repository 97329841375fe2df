//! The evidence as one HTML page that needs nothing else: no script, no font, no picture from
//! anywhere. A summary to sign, then an annex.

mod condense;

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use serde::Serialize;
use tera::{Context, Tera};

use super::{Evidence, Support, Verdict};

/// What sentences come to, for people; a sign and a word, since not everyone sees colours.
const WORDS: [(&str, &str); 5] = [
    ("met", "✓ met"),
    ("failed", "✗ failed"),
    ("unknown", "? unknown"),
    ("not-shown", "– not shown"),
    ("not-assessed", "– not assessed"),
];

/// Whether the plan supports a control, for people.
const SUPPORTS: [(&str, &str); 4] = [
    ("supports", "✓ supports"),
    ("in-part", "◐ supports in part"),
    ("contradicts", "✗ does not support"),
    ("not-assessable", "– not assessable from a plan"),
];

/// More findings than this are listed in the annex only.
const FINDINGS: usize = 20;

/// The page, with a picture of the stack.
///
/// # Errors
/// When the template is wrong: a mistake in the program.
pub fn page(evidence: &Evidence, picture: &str) -> Result<String> {
    let mut tera = Tera::default();
    // The ending makes Tera escape what is put in: names come from plans.
    let templates = [
        ("rows.html", include_str!("rows.html")),
        ("evidence.html", include_str!("evidence.html")),
    ];
    tera.add_raw_templates(templates).context("the page's template is wrong")?;
    let mut shown = serde_json::to_value(evidence)?;
    condense::condense(&mut shown);
    let mut context = Context::from_serialize(&shown).context("evidence is an object")?;
    context.insert("picture", picture);
    context.insert("identity", &identity(evidence));
    context.insert("words", &BTreeMap::from(WORDS));
    context.insert("supports", &BTreeMap::from(SUPPORTS));
    context.insert("first_findings", &evidence.findings.iter().take(FINDINGS).collect::<Vec<_>>());
    context.insert("more_findings", &evidence.findings.len().saturating_sub(FINDINGS));
    context.insert("counts", &counts(evidence));
    context.insert("needs", &needs(evidence));
    context.insert("loss", &loss(evidence));
    tera.render("evidence.html", &context).context("cannot render the page")
}

/// What the evidence is of.
fn identity(evidence: &Evidence) -> [(&'static str, &str); 7] {
    let plan = &evidence.plan;
    [
        ("Plan", &plan.file),
        ("Date", &plan.date),
        ("Commit", &plan.commit),
        ("Environment", &plan.environment),
        ("Account", &plan.account),
        ("Region", &plan.region),
        ("Terraform", &plan.terraform_version),
    ]
}

/// How many requirements, rules and controls came to what: the verdict and the number.
fn counts(evidence: &Evidence) -> BTreeMap<&'static str, Vec<(&'static str, usize)>> {
    let verdicts =
        [Verdict::Failed, Verdict::Unknown, Verdict::NotShown, Verdict::NotAssessed, Verdict::Met];
    let names = ["failed", "unknown", "not-shown", "not-assessed", "met"];
    let count = |all: Vec<Verdict>| {
        let number = |verdict: Verdict| all.iter().filter(|it| **it == verdict).count();
        let counted = names.into_iter().zip(verdicts.map(number)).filter(|(_, number)| *number > 0);
        counted.collect::<Vec<_>>()
    };
    let rules = evidence.topics.iter().flat_map(|topic| &topic.rules);
    let supports =
        [Support::Contradicts, Support::Supports, Support::InPart, Support::NotAssessable];
    let number =
        |support: Support| evidence.controls.iter().filter(|it| it.support == support).count();
    let controls = ["contradicts", "supports", "in-part", "not-assessable"]
        .into_iter()
        .zip(supports.map(number));
    BTreeMap::from([
        ("requirements", count(evidence.requirements.iter().map(|it| it.verdict).collect())),
        ("rules", count(rules.map(|it| it.verdict).collect())),
        ("controls", controls.filter(|(_, number)| *number > 0).collect()),
    ])
}

/// The numbers of flows or calls that the stack needs, by verdict.
#[derive(Serialize)]
struct Needs {
    title: &'static str,
    /// The section of the annex that has each.
    section: &'static str,
    /// For each verdict its class, the word with its mark, and the number.
    counts: Vec<(&'static str, &'static str, usize)>,
}

/// The flows and the calls that a stack needs; without those of which there is none.
fn needs(evidence: &Evidence) -> Vec<Needs> {
    const FLOWS: [(&str, &str); 3] =
        [("failed", "✗ blocked"), ("unknown", "? unknown"), ("met", "✓ open")];
    const CALLS: [(&str, &str); 3] =
        [("failed", "✗ not allowed"), ("unknown", "? unknown"), ("met", "✓ allowed")];
    let needs = |title, section, words: [(&'static str, &'static str); 3], verdicts: Vec<&str>| {
        let number = |word: &str| {
            let plain = word.split_once(' ').map_or(word, |(_, plain)| plain);
            verdicts.iter().filter(|it| **it == plain).count()
        };
        let counted = words.into_iter().map(|(class, word)| (class, word, number(word)));
        Needs { title, section, counts: counted.filter(|(.., number)| *number > 0).collect() }
    };
    let flows = evidence.flows.iter().map(|flow| flow.verdict).collect();
    let calls = evidence.calls.iter().map(|call| call.verdict).collect();
    let all =
        [needs("Flows", "annex-flows", FLOWS, flows), needs("Calls", "annex-calls", CALLS, calls)];
    all.into_iter().filter(|needs| !needs.counts.is_empty()).collect()
}

/// One line for each loss: what is lost, the verdict, how many things come to what, and how many
/// alarms are raised.
fn loss(evidence: &Evidence) -> Vec<(String, &'static str, String, usize)> {
    let line = |case: &verify::report::LossCase| {
        let words = ["lost", "unknown", "degraded", "survives"].map(|word| {
            let number = case.resources.iter().filter(|it| it.fate.word() == word).count();
            let word = if word == "survives" && number > 1 { "survive" } else { word };
            (number > 0).then(|| format!("{number} {word}"))
        });
        let flows = (!case.flows.is_empty()).then(|| match case.flows.len() {
            1 => "1 needed flow severed".to_owned(),
            count => format!("{count} needed flows severed"),
        });
        let words = words.into_iter().flatten().chain(flows).collect::<Vec<_>>().join(", ");
        (case.lost.join(" and "), case.verdict, words, case.alarms.len())
    };
    evidence.zone_loss.cases.iter().map(line).collect()
}
