//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use serde::{Deserialize, Serialize};

use crate::parts::Part;

/// Lets payments through a plan's own network on this machine, takes a zone away, and counts what was lost.
#[derive(Debug, Parser)]
#[command(name = "rehearsal", args_conflicts_with_subcommands = true)]
pub struct Arguments {
    #[command(flatten)]
    pub what: What,
    #[command(subcommand)]
    pub role: Option<Role>,
}

/// What is rehearsed.
#[derive(Debug, Clone, Args)]
pub struct What {
    /// A plan, as `terraform show -json` prints it; without one, the stack that paytf would write.
    pub plan: Option<PathBuf>,
    /// The configuration of the stack, where no plan is given.
    #[arg(long, conflicts_with = "plan")]
    pub config: Option<PathBuf>,
    /// What is taken away: the zone's power (`zone-b`), or only its cables (`cut-zone-b`); nothing without it.
    #[arg(long, value_parser = Loss::parse)]
    pub lose: Option<Loss>,
    /// Payments that are sent each second.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub rate: u32,
    /// For how many seconds.
    #[arg(long = "for", default_value_t = 60, value_parser = clap::value_parser!(u32).range(10..=3600))]
    pub seconds: u32,
    /// How often, one after the other.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub runs: u32,
    /// How it is reported.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Something that is done wrong on purpose, to see that the judge sees it.
    #[arg(long, value_enum, hide = true)]
    pub sabotage: Option<Sabotage>,
}

/// What this program is when it starts itself.
#[derive(Debug, Clone, Subcommand)]
pub enum Role {
    /// The first process in the namespaces.
    #[command(hide = true)]
    Inside(What),
    /// One part of the stack.
    #[command(hide = true)]
    Part {
        /// Which, in JSON.
        #[arg(value_parser = Part::parse)]
        part: Part,
    },
}

/// What is taken away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loss {
    /// The letter of the zone.
    pub zone: char,
    /// Whether its machines run on, without anyone to talk to.
    pub is_cut: bool,
}

/// How a rehearsal is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// What is done wrong on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Sabotage {
    /// The database commits what no other zone has.
    CommitWithoutQuorum,
    /// The service acknowledges what it has not committed.
    AcknowledgeBeforeCommit,
}

impl Loss {
    fn parse(text: &str) -> Result<Self, String> {
        let (is_cut, zone) = match text.strip_prefix("cut-") {
            Some(zone) => (true, zone),
            None => (false, text),
        };
        match zone.strip_prefix("zone-").map(|zone| zone.chars().collect::<Vec<_>>()).as_deref() {
            Some([zone]) if zone.is_ascii_lowercase() => Ok(Self { zone: *zone, is_cut }),
            _ => Err(format!("{text}: give zone-a, zone-b or zone-c, or cut-zone-b for a zone that runs on, cut off")),
        }
    }
}

impl std::fmt::Display for Loss {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}zone-{}", if self.is_cut { "cut-" } else { "" }, self.zone)
    }
}

impl What {
    /// The same, as arguments.
    pub fn words(&self) -> Vec<String> {
        let mut words = vec![
            format!("--rate={}", self.rate),
            format!("--for={}", self.seconds),
            format!("--format={}", name(self.format)),
        ];
        words.extend(self.plan.iter().map(|plan| plan.display().to_string()));
        words.extend(self.config.iter().map(|config| format!("--config={}", config.display())));
        words.extend(self.lose.iter().map(|loss| format!("--lose={loss}")));
        words.extend(self.sabotage.iter().map(|sabotage| format!("--sabotage={}", name(*sabotage))));
        words
    }
}

fn name(value: impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}
