//! [`Report`]: what a rehearsal has shown, for people and for programs.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::cluster::Event;
use crate::judge::Verdict;

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
    /// What came of the payments.
    pub verdict: Verdict,
    /// What happened; milliseconds are those since the load began.
    pub events: Vec<Event>,
}

impl Report {
    /// Whether payments went through, and nothing was lost.
    pub fn holds(&self) -> bool {
        self.verdict.holds()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { lost, sabotage, interfaces, first_payment, verdict, events } = self;
        let seconds = |milliseconds: u64| format!("{:.2} s", milliseconds as f64 / 1000.0);
        writeln!(f, "taken away: {}", lost.as_deref().unwrap_or("nothing"))?;
        if let Some(sabotage) = sabotage {
            writeln!(f, "sabotage: {sabotage}")?;
        }
        let first = first_payment
            .map_or("no payment went through".to_owned(), |first| format!("first payment after {}", seconds(first)));
        writeln!(f, "network of the plan: {interfaces} interfaces; {first}")?;
        for Event { at, what } in events {
            writeln!(f, "  {:>8.2} s  {what}", *at as f64 / 1000.0)?;
        }
        writeln!(f, "\nthe design: packets, flows, what is stored")?;
        writeln!(f, "  sent {}, acknowledged {}", verdict.sent, verdict.acknowledged)?;
        writeln!(f, "  acknowledged and not stored  {} {}", verdict.lost, verdict.lost_keys.join(" "))?;
        writeln!(f, "  stored twice                 {}", verdict.stored_twice)?;
        writeln!(f, "  stored, never acknowledged   {}", verdict.stored_only)?;
        writeln!(
            f,
            "the stand-ins: seconds, which PostgreSQL, a balancer and a proxy of our own take on this machine"
        )?;
        writeln!(
            f,
            "  sent again {} times, failures in {} seconds",
            verdict.sent_again, verdict.seconds_with_failures
        )?;
        if let Some(first) = verdict.first_after_loss {
            let last = verdict.last_failure_after_loss.map_or("none".to_owned(), seconds);
            writeln!(f, "  first payment after the loss {}, last failure {last}", seconds(first))?;
        }
        writeln!(f, "  longest silence {}", seconds(verdict.longest_silence))?;
        writeln!(
            f,
            "  acknowledged within: half {} ms, 99 % {} ms, all {} ms",
            verdict.p50, verdict.p99, verdict.longest
        )?;
        f.write_str(match (self.holds(), verdict.acknowledged) {
            (true, _) => "\nNo payment that was acknowledged is lost.",
            (false, 0) => "\nNo payment went through.",
            (false, _) => "\nPayments that were acknowledged are LOST or taken twice.",
        })
    }
}

/// What several runs have shown.
pub fn summary(reports: &[Report]) -> String {
    let sum = |count: fn(&Verdict) -> usize| reports.iter().map(|report| count(&report.verdict)).sum::<usize>();
    let mut first: Vec<_> = reports.iter().filter_map(|report| report.verdict.first_after_loss).collect();
    first.sort_unstable();
    let spread = match (first.first(), first.last()) {
        (Some(least), Some(most)) => format!("; first payment after the loss in {least} to {most} ms"),
        _ => String::new(),
    };
    format!(
        "\n{} runs: {} payments acknowledged, {} of them not stored, {} stored twice{spread}",
        reports.len(),
        sum(|verdict| verdict.acknowledged),
        sum(|verdict| verdict.lost),
        sum(|verdict| verdict.stored_twice),
    )
}
