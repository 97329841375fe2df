//! `paytf reach`: who reaches whom in a plan.

use std::fmt::Write as _;
use std::io::Write as _;
use std::net::IpAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::ValueEnum;
use owo_colors::OwoColorize;
use serde::Serialize;
use wildmatch::WildMatch;

use super::screen;
use super::subject::{Policy, Reading, Subject};
use verify::reach::{Family, Network, Peer, Protocol, Reach};
use verify::report::{Connection, FlowReport, UnreadReport};

/// Lists the flows that a stack needs, with whether each is possible; or answers one question, hop
/// by hop. It proves what the plan's security groups, route tables and network ACLs allow, not that
/// AWS does what its documentation says.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  paytf reach plan.json
      every flow that the stack needs
  paytf reach plan.json internet '*aws_lb.main' 443
      one question, answered hop by hop
  paytf reach . aws_ecs_service.app aws_rds_cluster.main 5432
      in a folder, without a plan
  paytf reach plan.json aws_ecs_service.app 203.0.113.7 443
      from a service to an address

Exit codes: 0 open; 1 something is blocked, or the answer to a question is unknown; 2 wrong \
options or \
                        bad input.")]
pub struct ReachOf {
    /// A plan (the output of `terraform show -json tfplan`), a state, or a folder of Terraform
    /// files; `-` reads from stdin.
    #[arg(value_name = "PLAN.json|STATE.json|DIR")]
    pub plan: PathBuf,
    /// Who connects: the address of a resource, in which `*` matches any text; `internet`; or an IP
    /// address.
    #[arg(value_name = "FROM", requires = "to")]
    pub from: Option<String>,
    /// What it connects to, in the same form.
    #[arg(value_name = "TO", requires = "port")]
    pub to: Option<String>,
    /// The port.
    #[arg(value_name = "PORT", value_parser = clap::value_parser!(u16).range(1..))]
    pub port: Option<u16>,
    /// UDP instead of TCP.
    #[arg(long, requires = "port")]
    pub udp: bool,
    /// IPv6 instead of IPv4, if both ends have both.
    #[arg(long, requires = "port")]
    pub ipv6: bool,
    /// The format of the output.
    #[arg(long, value_enum, default_value_t = ReachFormat::Text)]
    pub format: ReachFormat,
    /// The policy file.
    #[command(flatten)]
    pub policy: Policy,
    /// How the configuration is read.
    #[command(flatten)]
    pub reading: Reading,
}

/// How answers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReachFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Reads, and answers.
pub fn run(arguments: &ReachOf) -> Result<ExitCode> {
    let (subject, _) =
        Subject::with_policy(&arguments.plan, &arguments.reading, &arguments.policy)?;
    let (text, is_open) = match (&arguments.from, &arguments.to, arguments.port) {
        (Some(from), Some(to), Some(port)) => {
            question(&Network::of(&subject.inventory), from, to, port, arguments)?
        }
        _ => table(&Reach::of(&subject.inventory), arguments.format)?,
    };
    let text = if arguments.format == ReachFormat::Text { screen::fit(&text) } else { text.into() };
    write!(anstream::stdout(), "{text}")?;
    Ok(if is_open { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The flows that the stack needs.
fn table(reach: &Reach, format: ReachFormat) -> Result<(String, bool)> {
    #[derive(Serialize)]
    struct Table {
        schema_version: u32,
        flows: Vec<FlowReport>,
        unread: Vec<UnreadReport>,
    }
    let (flows, unread) = (FlowReport::all(reach), UnreadReport::all(reach));
    let is_open = flows.iter().all(|flow| flow.verdict != "blocked");
    if format == ReachFormat::Json {
        return Ok((
            serde_json::to_string_pretty(&Table { schema_version: 1, flows, unread })? + "\n",
            is_open,
        ));
    }
    let mut out = String::new();
    for flow in &flows {
        let FlowReport { from, to, protocol, port, why, .. } = flow;
        writeln!(
            out,
            "{} {}",
            word(flow.verdict),
            format!("{from} -> {to} {protocol} {port}").bold()
        )?;
        writeln!(
            out,
            "        {why}{}",
            if flow.by.is_empty() { String::new() } else { format!(" ({})", flow.by) }
        )?;
        if !flow.reason.is_empty() {
            writeln!(out, "        {}", flow.reason)?;
        }
    }
    for UnreadReport { what, by, reason } in &unread {
        writeln!(out, "{} {}", word("unknown"), what.bold())?;
        writeln!(out, "        {reason} ({by})")?;
    }
    let count = |verdict: &str| flows.iter().filter(|flow| flow.verdict == verdict).count();
    let (open, blocked, unknown) =
        (count("open"), count("blocked"), count("unknown") + unread.len());
    let plural = if open == 1 { "" } else { "s" };
    writeln!(out, "\n{open} flow{plural} open, {blocked} blocked, {unknown} unknown.")?;
    Ok((out, is_open))
}

/// Answers one question, once for each place of its two ends.
fn question(
    network: &Network,
    from: &str,
    to: &str,
    port: u16,
    arguments: &ReachOf,
) -> Result<(String, bool)> {
    #[derive(Serialize)]
    struct Answers {
        schema_version: u32,
        connections: Vec<Connection>,
    }
    let protocol = if arguments.udp { Protocol::Udp } else { Protocol::Tcp };
    let mut connections = Vec::new();
    let (sources, targets) =
        (peers(network, from, arguments.ipv6)?, peers(network, to, arguments.ipv6)?);
    for from in &sources {
        for to in targets.iter().filter(|to| *to != from) {
            let answer = match arguments.ipv6 {
                true => network.probe_over(Family::V6, *from, *to, protocol, port),
                false => network.probe(*from, *to, protocol, port),
            };
            connections.push(Connection::of(network, *from, *to, &answer));
        }
    }
    if connections.is_empty() {
        bail!("{from} and {to} are one and the same: nothing is asked");
    }
    let is_open = connections.iter().all(|connection| connection.verdict == "open");
    if arguments.format == ReachFormat::Json {
        return Ok((
            serde_json::to_string_pretty(&Answers { schema_version: 1, connections })? + "\n",
            is_open,
        ));
    }
    let mut out = String::new();
    for Connection { from, to, verdict, hops, reason } in &connections {
        writeln!(out, "{} {}", word(verdict), format!("{from} -> {to} {protocol} {port}").bold())?;
        for hop in hops {
            writeln!(out, "        {hop}")?;
        }
        if !reason.is_empty() {
            writeln!(out, "     {}  {reason}", if *verdict == "blocked" { "x" } else { "?" })?;
        }
    }
    Ok((out, is_open))
}

/// What a word means: the interfaces of resources, the internet, or an address.
fn peers(network: &Network, word: &str, is_v6: bool) -> Result<Vec<Peer>> {
    if word == "internet" {
        return Ok(vec![if is_v6 { Peer::InternetV6 } else { Peer::Internet }]);
    }
    if let Ok(address) = word.parse::<IpAddr>() {
        return Ok(vec![Peer::Address(address)]);
    }
    let pattern = WildMatch::new(word);
    let matching = network
        .interfaces()
        .iter()
        .filter(|interface| pattern.matches(interface.resource.address()));
    let peers: Vec<_> = matching.map(|interface| Peer::Interface(interface.id)).collect();
    if peers.is_empty() {
        let mut known: Vec<_> =
            network.interfaces().iter().map(|interface| interface.resource.address()).collect();
        known.dedup();
        bail!(
            "{word}: is nothing that has addresses in the networks of this plan; give internet, \
             an IP address, or one of:\n  {}",
            known.join("\n  ")
        );
    }
    Ok(peers)
}

fn word(verdict: &str) -> String {
    match verdict {
        "open" => "open   ".green().to_string(),
        "blocked" => "blocked".red().to_string(),
        _ => "unknown".cyan().to_string(),
    }
}
