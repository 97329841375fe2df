//! Judges one sentence: the results of its rules and facts, and the verdict.

use schemars::JsonSchema;
use serde::Serialize;
use verify::report::Suppressed;
use verify::{CheckResult, Inventory, Outcome};

use super::facts::{self, Judged};
use super::requirements::Sentence;

/// What a sentence comes to, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Its subjects are there, all its rules judged them, and everything holds.
    Met,
    /// A rule on its list had nothing to judge.
    NotAssessed,
    /// The plan has no resource of a subject, or nothing that a fact asks for.
    NotShown,
    /// The plan does not show the value.
    Unknown,
    /// Something does not hold.
    Failed,
}

/// One sentence, and what is seen of it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SentenceEvidence {
    /// What must hold.
    pub text: String,
    /// What it comes to.
    pub verdict: Verdict,
    /// Why it is not met; empty where it is.
    pub why: String,
    /// What was judged, and by what; identical rows are folded.
    pub rows: Vec<Folded>,
}

/// One place that a rule or a fact judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The rule or the fact.
    pub by: &'static str,
    /// The address of the resource.
    pub address: String,
    /// The attribute; empty for the whole resource.
    pub attribute: String,
    /// The value that proves it: what is planned, or what it follows from; never one that
    /// Terraform calls sensitive.
    pub value: String,
    /// What is seen.
    pub verdict: Verdict,
    /// Why, where it does not hold or is unknown.
    pub reason: String,
    /// Whether someone has accepted it.
    pub accepted: bool,
}

/// Places of which the same is seen.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Folded {
    /// The rule or the fact.
    pub by: &'static str,
    /// The attribute; empty for whole resources.
    pub attribute: String,
    /// The value that proves it.
    pub value: String,
    /// What is seen.
    pub verdict: Verdict,
    /// Why, where it does not hold or is unknown.
    pub reason: String,
    /// Whether someone has accepted it: see the exceptions.
    pub accepted: bool,
    /// The addresses of the resources.
    pub addresses: Vec<String>,
}

/// What the rules have seen of an inventory.
pub struct Seen<'a> {
    /// What was looked at.
    pub inventory: &'a Inventory,
    /// What the rules said.
    pub results: &'a [CheckResult<'a>],
    /// What is accepted.
    pub suppressed: &'a [Suppressed],
    /// Whether the plan is of the whole stack.
    pub is_complete: bool,
}

impl Seen<'_> {
    /// What some rules judged.
    pub fn of_rules<'s>(&'s self, rules: &'s [String]) -> impl Iterator<Item = Row> + 's {
        self.results
            .iter()
            .filter(|result| rules.iter().any(|rule| rule == result.rule.id))
            .map(|result| self.row(result))
    }

    /// What some facts come to.
    pub fn of_facts<'s>(&'s self, ids: &'s [String]) -> impl Iterator<Item = Row> + 's {
        let facts = ids.iter().filter_map(|id| facts::FACTS.iter().find(|(known, _)| known == id));
        facts.flat_map(|(id, fact)| {
            fact(self.inventory).into_iter().map(|judged| Row::of_fact(id, judged))
        })
    }

    /// What a rule saw of one place. A value that nothing is known of before the apply proves
    /// nothing.
    pub fn row(&self, result: &CheckResult) -> Row {
        let (address, attribute) = (result.place.resource().address(), result.place.path());
        let proof = if attribute.is_empty() { Some(String::new()) } else { result.place.proof() };
        let verdict = match (&result.outcome, &proof) {
            (Outcome::Pass, Some(_)) => Verdict::Met,
            (Outcome::Fail(_), _) => Verdict::Failed,
            (Outcome::Unknown(_), _) | (Outcome::Pass, None) => Verdict::Unknown,
        };
        let is_it = |it: &&Suppressed| {
            it.finding.rule == result.rule.id
                && it.finding.address == address
                && it.finding.path == attribute
        };
        let reason =
            result.reason().or_else(|| proof.is_none().then(|| result.place.known_later()));
        Row {
            by: result.rule.id,
            address: address.to_owned(),
            attribute: attribute.to_owned(),
            value: proof.unwrap_or_else(|| result.place.shown()),
            verdict,
            reason: reason.unwrap_or_default(),
            accepted: self.suppressed.iter().any(|it| is_it(&it)),
        }
    }

    /// What a sentence comes to.
    pub fn sentence(&self, sentence: &Sentence) -> SentenceEvidence {
        let text = sentence.text.clone();
        if let Some(kind) =
            sentence.subjects.iter().find(|kind| self.inventory.all(kind).next().is_none())
        {
            let why = format!("there is no {kind}");
            return SentenceEvidence { text, verdict: Verdict::NotShown, why, rows: Vec::new() };
        }
        let concerns = |result: &&CheckResult| {
            let is_subject =
                || sentence.subjects.iter().any(|kind| kind == result.place.resource().kind());
            // A failure, or an unknown, may be at the resource that lacks the subject.
            sentence.subjects.is_empty() || result.outcome != Outcome::Pass || is_subject()
        };
        let of_rule = |rule: &String| {
            let results = self.results.iter().filter(move |result| result.rule.id == rule);
            results.filter(concerns).map(|result| self.row(result)).collect::<Vec<_>>()
        };
        let of_fact = |id: &String| self.of_facts(std::slice::from_ref(id)).collect::<Vec<_>>();
        let by_rules: Vec<_> = sentence.rules.iter().map(|id| (id, of_rule(id))).collect();
        let by_facts: Vec<_> = sentence.facts.iter().map(|id| (id, of_fact(id))).collect();
        let nothing_from = |judged: &[(&String, Vec<Row>)]| {
            let idle = judged.iter().filter(|(_, rows)| rows.is_empty());
            idle.map(|(id, _)| id.as_str()).collect::<Vec<_>>().join(", ")
        };
        let (idle, not_shown) = (nothing_from(&by_rules), nothing_from(&by_facts));
        let rows: Vec<Row> =
            by_rules.into_iter().chain(by_facts).flat_map(|(_, rows)| rows).collect();
        let (verdict, why) = self.verdict(&rows, &idle, &not_shown);
        SentenceEvidence { text, verdict, why, rows: fold(rows) }
    }

    /// What the rows come to, where some rules had nothing to judge and some facts found nothing.
    fn verdict(&self, rows: &[Row], idle: &str, not_shown: &str) -> (Verdict, String) {
        let worst =
            rows.iter().max_by_key(|row| row.verdict).filter(|row| row.verdict != Verdict::Met);
        if let Some(worst) = worst {
            return (worst.verdict, format!("{}: {}", worst.address, worst.reason));
        }
        if !not_shown.is_empty() {
            return (Verdict::NotShown, format!("the plan has nothing for {not_shown}"));
        }
        if !idle.is_empty() {
            return (Verdict::NotAssessed, format!("nothing to judge for {idle}"));
        }
        if !self.is_complete {
            return (Verdict::Unknown, "the plan is of only a part of the stack".to_owned());
        }
        (Verdict::Met, String::new())
    }
}

impl Row {
    fn of_fact(id: &'static str, judged: Judged) -> Self {
        let (verdict, reason) = match judged.outcome {
            Outcome::Pass => (Verdict::Met, String::new()),
            Outcome::Fail(reason) => (Verdict::Failed, reason),
            Outcome::Unknown(reason) => (Verdict::Unknown, reason),
        };
        let Judged { address, attribute, value, .. } = judged;
        Self { by: id, address, attribute, value, verdict, reason, accepted: false }
    }
}

/// Rows that differ by their resource only, as one: those that fail first, then what is unknown.
pub fn fold(rows: impl IntoIterator<Item = Row>) -> Vec<Folded> {
    let mut folded: Vec<Folded> = Vec::new();
    for row in rows {
        let Row { by, address, attribute, value, verdict, reason, accepted } = row;
        let is_same = |it: &&mut Folded| {
            (it.by, it.verdict, it.accepted) == (by, verdict, accepted)
                && (&it.attribute, &it.value, &it.reason) == (&attribute, &value, &reason)
        };
        match folded.iter_mut().find(is_same) {
            Some(it) if it.addresses.contains(&address) => {}
            Some(it) => it.addresses.push(address),
            None => folded.push(Folded {
                by,
                attribute,
                value,
                verdict,
                reason,
                accepted,
                addresses: vec![address],
            }),
        }
    }
    folded.sort_by_key(|row| std::cmp::Reverse(row.verdict));
    folded
}
