//! What `verify` says of each flow, held against what the kernel says.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Result, ensure};
use fabric::{End, Network, OUTSIDE, Sandbox};
use paytf::config::Profile;
use paytf::verify::Inventory;
use paytf::verify::reach::{self, Answer, InterfaceId, Peer, Protocol};

use super::asking::{Flow, once_more, verdicts};
use super::mutants::mutants;
use super::{INSIDE, plans};
use crate::stack::Stack;

/// What came of comparing.
#[derive(Debug, Default)]
struct Tally {
    networks: usize,
    verdicts: usize,
    open: usize,
    /// What is not the same, one line each.
    differences: Vec<String>,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.networks += other.networks;
        self.verdicts += other.verdicts;
        self.open += other.open;
        self.differences.extend(other.differences);
    }

    fn assert(self, what: &str) -> Result<()> {
        const SHOWN: usize = 60;
        let Self { networks, verdicts, open, differences } = self;
        println!(
            "{what}: {networks} networks, {verdicts} verdicts, {open} of them open, {} differ",
            differences.len()
        );
        let shown: Vec<_> = differences.iter().take(SHOWN).map(String::as_str).collect();
        ensure!(
            differences.is_empty(),
            "{} of {verdicts} verdicts differ:\n{}",
            differences.len(),
            shown.join("\n")
        );
        Ok(())
    }
}

pub fn every_profile_is_reached_as_the_kernel_says() -> Result<()> {
    let mut sandbox = Sandbox::start(&[INSIDE])?;
    let mut tally = Tally::default();
    for (turn, profile) in
        [Profile::Development, Profile::Staging, Profile::Production].into_iter().enumerate()
    {
        let inventory = plans::inventory(&plans::stack(profile)?)?;
        tally.add(compare(&mut sandbox, &inventory, &profile.to_string(), turn)?);
    }
    tally.assert("profiles")
}

pub fn stacks_of_others_are_reached_as_the_kernel_says() -> Result<()> {
    let mut sandbox = Sandbox::start(&[INSIDE])?;
    let mut tally = Tally::default();
    for (turn, (name, inventory)) in plans::foreign()?.into_iter().enumerate() {
        tally.add(compare(&mut sandbox, &inventory, name, turn)?);
    }
    tally.assert("stacks of others")
}

pub fn every_fifth_mutant_is_reached_as_the_kernel_says() -> Result<()> {
    compare_mutants(5)?.assert("every fifth mutant")
}

pub fn every_mutant_is_reached_as_the_kernel_says() -> Result<()> {
    let tally = compare_mutants(1)?;
    ensure!(tally.networks >= 370, "only {} mutants", tally.networks);
    ensure!(tally.verdicts >= 600_000, "only {} verdicts", tally.verdicts);
    tally.assert("every mutant")
}

/// Each core asks of its own mutants.
fn compare_mutants(step: usize) -> Result<Tally> {
    let stack = Stack { plan: plans::stack(Profile::Production)? };
    let mutants = mutants(&stack);
    let (next, tally) = (AtomicUsize::new(0), Mutex::new(Tally::default()));
    let work = || -> Result<()> {
        let mut sandbox = Sandbox::start(&[INSIDE])?;
        loop {
            let turn = next.fetch_add(step, Ordering::Relaxed);
            let Some(mutant) = mutants.get(turn) else { return Ok(()) };
            let inventory = plans::inventory(&mutant.plan(&stack))?;
            let compared = compare(&mut sandbox, &inventory, &mutant.name, turn)?;
            tally.lock().unwrap().add(compared);
        }
    };
    let cores = thread::available_parallelism()?.get();
    thread::scope(|scope| {
        let working: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        working.into_iter().try_for_each(|work| work.join().unwrap())
    })?;
    Ok(tally.into_inner().unwrap())
}

/// Asks both of every flow of a network.
fn compare(sandbox: &mut Sandbox, inventory: &Inventory, name: &str, turn: usize) -> Result<Tally> {
    let network = fabric::read(inventory)?;
    let proof = reach::Network::of(inventory);
    let proven = Proven::of(&network, &proof);
    let mut tally = Tally { networks: 1, ..Tally::default() };
    tally.differences.extend(
        proven
            .unmatched
            .iter()
            .map(|interface| format!("{name}: {interface} is known to one alone")),
    );
    let source = turn as u16;
    let verdicts = verdicts(sandbox, &network, source)?;
    let mut differing: Vec<(Flow, String)> = Vec::new();
    for (flow, open) in verdicts {
        let Some((answer, shown)) = proven.answer(flow, turn) else { continue };
        tally.verdicts += 1;
        tally.open += usize::from(open);
        if (open && !answer.is_open()) || (!open && !answer.is_blocked()) {
            differing.push((
                flow,
                format!(
                    "{name}: {shown}: verify says {answer}, the kernel that it is {}",
                    word(open)
                ),
            ));
        }
    }
    let flows: Vec<_> = differing.iter().map(|(flow, _)| *flow).collect();
    let again =
        if flows.is_empty() { Vec::new() } else { once_more(sandbox, &network, &flows, source)? };
    for ((flow, line), open) in differing.into_iter().zip(again) {
        let is_same = proven
            .answer(flow, turn)
            .is_some_and(|(answer, _)| if open { answer.is_open() } else { answer.is_blocked() });
        tally.differences.extend((!is_same).then_some(line));
    }
    Ok(tally)
}

fn word(open: bool) -> &'static str {
    if open { "open" } else { "blocked" }
}

/// The interfaces of both.
struct Proven<'a, 'b> {
    network: &'b Network,
    proof: &'b reach::Network<'a>,
    /// For each interface of the kernel's, those that it stands for.
    ids: Vec<Vec<InterfaceId>>,
    /// What only one of them knows.
    unmatched: Vec<String>,
    /// Whether a rule or a route is for few addresses, and among them the one that stands for the
    /// internet.
    is_meant_alone: bool,
}

impl<'a, 'b> Proven<'a, 'b> {
    fn of(network: &'b Network, proof: &'b reach::Network<'a>) -> Self {
        let name = |owner: &str, subnet: &str| format!("{owner} in {subnet}");
        let mut left: BTreeMap<String, InterfaceId> = BTreeMap::new();
        for interface in proof.interfaces() {
            let subnet = interface.subnet.map(|subnet| subnet.0.address()).unwrap_or_default();
            left.insert(name(interface.resource.address(), subnet), interface.id);
        }
        let (mut ids, mut unmatched) = (Vec::new(), Vec::new());
        for interface in &network.interfaces {
            let subnet = &network.subnets[interface.subnet].address;
            let mut of_this = Vec::new();
            for owner in &interface.owners {
                let name = name(owner, subnet);
                match left.remove(&name) {
                    Some(id) => of_this.push(id),
                    None => unmatched.push(name),
                }
            }
            ids.push(of_this);
        }
        unmatched.extend(left.into_keys());
        let entries = network.acls.iter().flat_map(|acl| &acl.entries).map(|entry| entry.range);
        let rules = network.groups.iter().flat_map(|group| &group.rules).filter_map(|rule| {
            match rule.peer {
                fabric::Peer::Range(range) => Some(range),
                _ => None,
            }
        });
        let routes = network.subnets.iter().flat_map(|subnet| &subnet.routes).map(|route| route.to);
        let mut ranges = entries.chain(rules).chain(routes);
        let is_meant_alone = ranges.any(|range| range.prefix_len() > 0 && range.contains(&OUTSIDE));
        Self { network, proof, ids, unmatched, is_meant_alone }
    }

    /// What `verify` says of a flow, and between whom. Of interfaces that nothing tells apart,
    /// another one is asked each turn.
    fn answer(&self, (from, to, port): Flow, turn: usize) -> Option<(Answer<'a>, String)> {
        let peer = |end: End| match end {
            End::Interface(place) => {
                let ids = &self.ids[place];
                Some(Peer::Interface(*ids.get(turn % ids.len().max(1))?))
            }
            // The internet is what no rule means alone; where one means the address that the kernel
            // has for it, that address.
            End::Internet if self.is_meant_alone => Some(Peer::Address(OUTSIDE.into())),
            End::Internet => Some(Peer::Internet),
            End::Service(place) => {
                let name = &self.network.services[place].name;
                ["s3", "dynamodb"]
                    .into_iter()
                    .find(|service| name.ends_with(&format!(".{service}")))
                    .map(Peer::Service)
            }
        };
        let answer = self.proof.probe(peer(from)?, peer(to)?, Protocol::Tcp, port);
        let name = |end: End| match end {
            End::Interface(place) => {
                let interface = &self.network.interfaces[place];
                format!(
                    "{} in {}",
                    interface.owners[0], self.network.subnets[interface.subnet].address
                )
            }
            End::Internet => "the internet".to_owned(),
            End::Service(place) => self.network.services[place].name.clone(),
        };
        Some((answer, format!("{} to {} at {port}", name(from), name(to))))
    }
}
