//! The command line of `paytf rehearse`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use paytf::config::Profile;
use serde::{Deserialize, Serialize};

use crate::parts::{Fault, Part};

/// Sends payments through the plan's own network on this machine, takes a zone away, and counts
/// what was lost.
#[derive(Debug, Parser)]
#[command(name = "paytf rehearse", args_conflicts_with_subcommands = true, version)]
pub struct Arguments {
    #[command(flatten)]
    pub what: What,
    #[command(subcommand)]
    pub role: Option<Role>,
}

/// What to rehearse.
#[derive(Debug, Clone, Args)]
pub struct What {
    /// A plan, as `terraform show -json` prints it, or the folder of a configuration; without one,
    /// the stack that paytf would write
    pub plan: Option<PathBuf>,
    /// The configuration file, if no plan is given [default: paytf.toml if the current folder has
    /// one]
    #[arg(long, value_name = "FILE", conflicts_with = "plan")]
    pub config: Option<PathBuf>,
    /// The profile that sets the defaults: development, staging or production [default: the file's,
    /// else production]
    #[arg(long, value_name = "PROFILE", conflicts_with = "plan")]
    pub profile: Option<Profile>,
    /// What to take away [default: nothing]. `zone-b`: the zone loses power; `zone-a,zone-b`: both
    /// do; `cut-zone-b`: the zone is disconnected; `slow-zone-b`: it is slow; `task`, `nat`,
    /// `writer`: one of these stops; `function`: all copies of the function stop
    #[arg(long, value_name = "WHAT", value_parser = Loss::parse)]
    pub lose: Option<Loss>,
    /// Payments per second
    #[arg(
        long, value_name = "PAYMENTS", default_value_t = 100,
        value_parser = clap::value_parser!(u32).range(1..=1000)
    )]
    pub rate: u32,
    /// For how long to send payments, in seconds: `60` or `60s`
    #[arg(long = "for", value_name = "SECONDS", default_value = "30", value_parser = seconds)]
    pub seconds: u32,
    /// How many rehearsals to run, one after the other
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub runs: u32,
    /// The format of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Only print what is predicted, in JSON; start nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Break something on purpose, to see that it is reported
    #[arg(long, value_enum)]
    pub sabotage: Option<Sabotage>,
}

/// What this program is when it starts itself.
#[derive(Debug, Clone, Subcommand)]
pub enum Role {
    /// Convert a report that --format json wrote to another format
    Report {
        /// The file.
        file: PathBuf,
        /// The format.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
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
pub enum Loss {
    /// Zones, by their letters.
    Zones(BTreeSet<char>),
    /// A zone's connections; its processes keep running, cut off.
    Cut(char),
    /// The speed of a zone: whatever is asked of it takes longer.
    Slow(char),
    /// A task of the service.
    Task,
    /// The NAT gateway of a zone.
    Nat,
    /// The database instance that writes.
    Writer,
    /// Every running copy of the function.
    Function,
}

/// How a rehearsal is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
    /// A page with a plot, for people.
    Html,
}

/// What is done wrong on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Sabotage {
    /// The database commits payments that no other zone has.
    CommitWithoutQuorum,
    /// The instance that is behind becomes the writer.
    PromoteOlder,
    /// The service acknowledges a payment before it commits it.
    AcknowledgeBeforeCommit,
    /// The service takes a payment twice that has the same key.
    CaptureTwice,
}

impl Sabotage {
    /// What a task does wrong.
    pub fn of_service(self) -> Option<Fault> {
        match self {
            Self::AcknowledgeBeforeCommit => Some(Fault::AcknowledgesEarly),
            Self::CaptureTwice => Some(Fault::CapturesTwice),
            Self::CommitWithoutQuorum | Self::PromoteOlder => None,
        }
    }
}

/// What `--lose` takes.
const LOSSES: &str = "zone-b, or zone-a,zone-b for several; cut-zone-b for a zone that runs on, \
                      cut off; slow-zone-b; task, nat, writer or function";

impl Loss {
    fn parse(text: &str) -> Result<Self, String> {
        Self::of(text).ok_or_else(|| format!("give {LOSSES}"))
    }

    fn of(text: &str) -> Option<Self> {
        Some(match text {
            "task" => Self::Task,
            "nat" => Self::Nat,
            "writer" => Self::Writer,
            "function" => Self::Function,
            _ => match (text.strip_prefix("cut-"), text.strip_prefix("slow-")) {
                (Some(zone), _) => Self::Cut(letter(zone)?),
                (_, Some(zone)) => Self::Slow(letter(zone)?),
                _ => Self::Zones(text.split(',').map(letter).collect::<Option<_>>()?),
            },
        })
    }

    /// The letters of the zones that are lost with it.
    pub fn zones(&self) -> BTreeSet<char> {
        match self {
            Self::Zones(zones) => zones.clone(),
            Self::Cut(zone) => BTreeSet::from([*zone]),
            _ => BTreeSet::new(),
        }
    }

    /// The letter of a zone that has to have the writer, so that the loss is the worst of its kind.
    pub fn worst_for_writer_in(&self) -> Option<char> {
        match self {
            Self::Slow(zone) => Some(*zone),
            _ => self.zones().into_iter().next_back(),
        }
    }
}

fn letter(zone: &str) -> Option<char> {
    let mut letters = zone.strip_prefix("zone-")?.chars();
    letters.next().filter(|letter| letter.is_ascii_lowercase() && letters.next().is_none())
}

impl std::fmt::Display for Loss {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Zones(zones) => {
                let names: Vec<_> = zones.iter().map(|zone| format!("zone-{zone}")).collect();
                f.write_str(&names.join(","))
            }
            Self::Cut(zone) => write!(f, "cut-zone-{zone}"),
            Self::Slow(zone) => write!(f, "slow-zone-{zone}"),
            Self::Task => f.write_str("task"),
            Self::Nat => f.write_str("nat"),
            Self::Writer => f.write_str("writer"),
            Self::Function => f.write_str("function"),
        }
    }
}

/// As many seconds as a rehearsal may have.
fn seconds(text: &str) -> Result<u32, String> {
    let seconds = text
        .strip_suffix('s')
        .unwrap_or(text)
        .parse()
        .ok()
        .filter(|seconds| (10..=3600).contains(seconds));
    seconds.ok_or_else(|| "give 10 to 3600 seconds, as 60 or 60s".to_owned())
}

impl What {
    /// The same, as arguments; the plan is read before.
    pub fn words(&self) -> Vec<String> {
        let mut words = vec![
            format!("--rate={}", self.rate),
            format!("--for={}", self.seconds),
            format!("--format={}", name(self.format)),
        ];
        words.extend(self.lose.iter().map(|loss| format!("--lose={loss}")));
        words
            .extend(self.sabotage.iter().map(|sabotage| format!("--sabotage={}", name(*sabotage))));
        words
    }
}

fn name(value: impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_loss_is_written_as_it_is_given() {
        for text in [
            "zone-b",
            "zone-a,zone-b",
            "cut-zone-b",
            "slow-zone-c",
            "task",
            "nat",
            "writer",
            "function",
        ] {
            assert_eq!(Loss::parse(text).unwrap().to_string(), text);
        }
        for text in
            ["b", "zone-", "zone-bb", "zone-B", "cut-zone-a,zone-b", "zone-a,", "cut-task", ""]
        {
            assert!(Loss::parse(text).unwrap_err().contains("cut-zone-b"), "{text}");
        }
    }

    #[test]
    fn seconds_have_their_unit_or_none() {
        assert_eq!((seconds("60"), seconds("60s")), (Ok(60), Ok(60)));
        for text in ["9", "3601s", "1m", ""] {
            assert!(seconds(text).is_err(), "{text}");
        }
    }
}
