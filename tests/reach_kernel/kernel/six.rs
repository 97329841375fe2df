//! IPv6 and UDP, and the three notations of security groups: a small network is written down once,
//! as configuration for `verify` and as namespaces and nftables for the kernel, and each of its
//! rules and entries is taken away once, and changed.

mod asking;
mod configuration;
mod filters;
mod network;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use std::{fs, thread};

use anyhow::{Context, Result, ensure};
use paytf::verify::Inventory;
use paytf::verify::reach::{self, Answer, Family, Peer, Protocol};
use terraform::configuration::{Configuration, Variables};

use asking::ask;
pub use asking::serve;
use network::{Flow, HOSTS, Small, flows, networks};

/// The argument by which this program asks the kernel of a network, within namespaces.
pub const INSIDE: &str = "six-in-namespaces";
/// How long nothing is heard before what is left is taken to be dropped.
const PATIENCE: Duration = Duration::from_millis(700);
/// For what is asked once more: time for a second packet, and a third.
const MORE_PATIENCE: Duration = Duration::from_secs(8);
/// Asking is mostly waiting.
const AT_A_TIME: usize = 4;

/// What came of comparing.
#[derive(Debug, Default)]
struct Tally {
    verdicts: usize,
    /// By TCP, and by UDP.
    open: [usize; 2],
    differing: Vec<String>,
}

pub fn a_network_of_ipv6_and_udp_is_reached_as_the_kernel_says() -> Result<()> {
    let networks = networks();
    let (next, tally) = (AtomicUsize::new(0), Mutex::new(Tally::default()));
    let work = || -> Result<()> {
        while let Some(small) = networks.get(next.fetch_add(1, Ordering::Relaxed)) {
            let compared = compare(small)?;
            let mut tally = tally.lock().unwrap();
            tally.verdicts += compared.verdicts;
            tally.open.iter_mut().zip(compared.open).for_each(|(all, more)| *all += more);
            tally.differing.extend(compared.differing);
        }
        Ok(())
    };
    thread::scope(|scope| {
        let working: Vec<_> = (0..AT_A_TIME).map(|_| scope.spawn(work)).collect();
        working.into_iter().try_for_each(|work| work.join().unwrap())
    })?;
    let Tally { verdicts, open, differing } = tally.into_inner().unwrap();
    let count = networks.len();
    println!(
        "IPv6 and UDP: {count} networks, {verdicts} verdicts, {open:?} of them open, {} differ",
        differing.len()
    );
    ensure!(open.iter().all(|count| *count > 0), "nothing is open: {open:?}");
    ensure!(
        differing.is_empty(),
        "{} of {verdicts} differ:\n{}",
        differing.len(),
        differing.join("\n")
    );
    Ok(())
}

/// Asks both of every flow of a network.
fn compare(small: &Small) -> Result<Tally> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("main.tf"), configuration::configuration(small))?;
    let inventory =
        Inventory::from_configuration(&Configuration::read(folder.path(), &Variables::default())?)?;
    let proof = reach::Network::of(&inventory);
    let proven: Vec<_> =
        flows(small).into_iter().map(|flow| prove(&proof, flow)).collect::<Result<_>>()?;
    // On a busy machine an answer may come late: where the two differ, the kernel is asked once
    // more.
    let mut kernel = ask(small, PATIENCE)?;
    if proven.iter().zip(&kernel).any(|(proven, open)| !is_same(proven, *open)) {
        kernel = ask(small, MORE_PATIENCE)?;
    }
    let mut tally = Tally::default();
    for ((flow, answer), open) in flows(small).into_iter().zip(&proven).zip(kernel) {
        tally.verdicts += 1;
        tally.open[usize::from(flow.is_udp)] += usize::from(open);
        if !is_same(answer, open) {
            let (from, to, protocol) =
                (HOSTS[flow.from].0, HOSTS[flow.to].0, if flow.is_udp { "UDP" } else { "TCP" });
            let flow = format!("{from} to {to} by {protocol} on {}", flow.port);
            tally
                .differing
                .push(format!("{}: {flow}: verify says {answer}, the kernel {open}", small.name));
        }
    }
    Ok(tally)
}

fn is_same(answer: &Answer, open: bool) -> bool {
    if open { answer.is_open() } else { answer.is_blocked() }
}

/// What `verify` says of a flow.
fn prove<'a>(proof: &reach::Network<'a>, flow: Flow) -> Result<Answer<'a>> {
    let peer = |host: usize| {
        let name = format!("aws_instance.{}", HOSTS[host].0);
        let found = proof.interfaces().iter().find(|one| one.resource.address() == name);
        found.map(|interface| Peer::Interface(interface.id)).with_context(|| name.clone())
    };
    let protocol = if flow.is_udp { Protocol::Udp } else { Protocol::Tcp };
    Ok(proof.probe_over(Family::V6, peer(flow.from)?, peer(flow.to)?, protocol, flow.port))
}
