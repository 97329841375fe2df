//! [`Report`]: what a rehearsal has shown, for people and for programs.

mod page;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use page::page;

use crate::cluster::Event;
use crate::judge::{Second, Verdict};
use crate::prediction::Prediction;

/// What a run has shown.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Report {
    /// What was taken away.
    pub lost: Option<String>,
    /// What was done wrong on purpose.
    pub sabotage: Option<String>,
    /// How many interfaces of the plan were up.
    pub interfaces: usize,
    /// From the start to the first payment that was acknowledged, in milliseconds.
    pub first_payment: Option<u64>,
    /// What `paytf verify` predicts of the loss.
    pub prediction: Option<Prediction>,
    /// Why no payment can go through, as the plan has it: flows that are blocked, calls that are
    /// refused.
    pub reasons: Vec<String>,
    /// What came of the payments.
    pub verdict: Verdict,
    /// When something was taken away, in milliseconds since the load began.
    pub loss: Option<u64>,
    /// What came of each second since the load began.
    pub seconds: Vec<Second>,
    /// What happened; milliseconds are those since the load began.
    pub events: Vec<Event>,
}

impl Report {
    /// Whether payments went through, and nothing was lost.
    pub fn holds(&self) -> bool {
        self.verdict.holds()
    }

    /// What it has shown, in a sentence.
    pub fn conclusion(&self) -> &'static str {
        let verdict = &self.verdict;
        if verdict.acknowledged == 0 {
            return "No payment went through.";
        }
        if verdict.not_logged > 0 {
            return "Payments that were acknowledged are MISSING in the transaction log.";
        }
        match (verdict.lost, verdict.stored_twice, verdict.unanswered, verdict.is_served) {
            (1.., ..) => "Payments that were acknowledged are LOST.",
            (0, 1.., ..) => "Payments are stored TWICE.",
            (0, 0, 0, true) => "Every payment was acknowledged in the end, and none is lost.",
            (0, 0, 0, false) => "Payments went on, which was not predicted; none is lost.",
            (0, 0, _, true) => {
                "Payments did NOT resume for all; none that was acknowledged is lost."
            }
            (0, 0, _, false) => {
                "Payments stopped, as predicted; none that was acknowledged is lost."
            }
        }
    }

    /// Each figure with its unit, under whose it is: those of the design, and those of the
    /// stand-ins.
    pub fn figures(&self) -> [(&'static str, Vec<(&'static str, String)>); 2] {
        let verdict = &self.verdict;
        let after_loss =
            |time: Option<u64>| self.loss.map(|_| time.map_or("none".to_owned(), seconds));
        let mut times = vec![
            ("sent again", format!("{} times", verdict.sent_again)),
            ("seconds with a failure", verdict.seconds_with_failures.to_string()),
        ];
        times.extend(
            after_loss(verdict.first_after_loss)
                .map(|first| ("first payment after the loss", first)),
        );
        times.extend(
            after_loss(verdict.last_failure_after_loss)
                .map(|last| ("last failure after the loss", last)),
        );
        times.extend([
            ("longest silence", seconds(verdict.longest_silence)),
            ("half acknowledged within", seconds(verdict.p50)),
            ("99 of 100 within", seconds(verdict.p99)),
            ("all within", seconds(verdict.longest)),
        ]);
        let counts = vec![
            ("sent", verdict.sent.to_string()),
            ("acknowledged", verdict.acknowledged.to_string()),
            (
                "acknowledged and not stored",
                format!("{} {}", verdict.lost, verdict.lost_keys.join(" ")),
            ),
            ("acknowledged and not logged", verdict.not_logged.to_string()),
            ("stored twice", verdict.stored_twice.to_string()),
            ("never acknowledged", verdict.unanswered.to_string()),
            ("stored, never acknowledged", verdict.stored_only.to_string()),
        ];
        [
            ("The design: packets, flows, what is stored", counts),
            (
                "The stand-ins: times of PostgreSQL, a balancer and a proxy of ours on this \
                 machine, not of AWS",
                times,
            ),
        ]
    }

    /// The network, and how soon it took a payment.
    pub fn beginning(&self) -> String {
        let first = match self.first_payment {
            Some(first) => format!("first payment after {}", seconds(first)),
            None => "no payment went through".to_owned(),
        };
        format!("Network of the plan: {} interfaces; {first}.", self.interfaces)
    }

    /// What was predicted, line by line.
    pub fn predicted(&self) -> Vec<String> {
        let Some(prediction) = &self.prediction else { return Vec::new() };
        let Prediction { verdict, is_served, writer, parts, flows, alarms } = prediction;
        let came = if (self.verdict.unanswered == 0) == *is_served {
            "so it came"
        } else {
            "it came OTHERWISE"
        };
        let mut lines = vec![format!(
            "the stack: {verdict}; payments {}: {came}",
            if *is_served { "go on" } else { "stop" }
        )];
        if let (Some(writer), true) = (writer, *is_served) {
            let mut writers =
                self.events.iter().rev().filter_map(|event| event.what.strip_suffix(" writes"));
            lines.push(match writers.next() {
                Some(other) if other != writer => {
                    format!(
                        "{writer} writes: {other} does, since a stand-in chooses who has most, \
                         where Aurora's storage is shared"
                    )
                }
                _ => format!("{writer} writes: so it came"),
            });
        }
        lines.extend(parts.iter().cloned());
        lines.extend(flows.iter().map(|flow| format!("lost with it: {flow}")));
        if !alarms.is_empty() {
            lines.push(format!("alarms: {}", alarms.join(", ")));
        }
        lines
    }
}

/// Milliseconds, for a person.
fn seconds(milliseconds: u64) -> String {
    format!("{:.2} s", milliseconds as f64 / 1000.0)
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Taken away: {}", self.lost.as_deref().unwrap_or("nothing"))?;
        if let Some(sabotage) = &self.sabotage {
            writeln!(f, "Sabotage: {sabotage}")?;
        }
        writeln!(f, "{}", self.beginning())?;
        for Event { at, what } in &self.events {
            writeln!(f, "  {:>8.2} s  {what}", *at as f64 / 1000.0)?;
        }
        for (title, lines) in [
            ("What paytf verify predicts", self.predicted()),
            ("Why no payment can go through", self.reasons.clone()),
        ] {
            if !lines.is_empty() {
                writeln!(f, "\n{title}\n  {}", lines.join("\n  "))?;
            }
        }
        for (title, figures) in self.figures() {
            writeln!(f, "\n{title}")?;
            for (name, figure) in figures {
                writeln!(f, "  {name:<30}{figure}")?;
            }
        }
        write!(f, "\n{}", self.conclusion())
    }
}

/// What several runs have shown.
pub fn summary(reports: &[Report]) -> String {
    let sum = |count: fn(&Verdict) -> usize| {
        reports.iter().map(|report| count(&report.verdict)).sum::<usize>()
    };
    let spread = |what: &str, time: fn(&Verdict) -> Option<u64>| {
        let mut times: Vec<_> = reports.iter().filter_map(|report| time(&report.verdict)).collect();
        times.sort_unstable();
        match (times.first(), times.get(times.len() / 2), times.last()) {
            (Some(least), Some(middle), Some(most)) => {
                format!(
                    "\n  {what}: {} to {}, median {}",
                    seconds(*least),
                    seconds(*most),
                    seconds(*middle)
                )
            }
            _ => String::new(),
        }
    };
    format!(
        "\n{} runs: {} payments acknowledged, {} of them not stored, {} stored twice, {} never \
         acknowledged{}{}{}",
        reports.len(),
        sum(|verdict| verdict.acknowledged),
        sum(|verdict| verdict.lost),
        sum(|verdict| verdict.stored_twice),
        sum(|verdict| verdict.unanswered),
        spread("first payment after the loss", |verdict| verdict.first_after_loss),
        spread("last failure after the loss", |verdict| verdict.last_failure_after_loss),
        spread("longest silence", |verdict| Some(verdict.longest_silence)),
    )
}
