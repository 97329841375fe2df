//! One run: from an empty machine to the verdict, in namespaces of its own.

use std::io::{self, BufRead, BufReader, Read};
use std::process::Child;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use clap::ValueEnum;
use tokio::sync::mpsc::unbounded_channel;

use crate::arguments::{Sabotage, What};
use crate::cluster::{Control, Event, Order};
use crate::judge::Verdict;
use crate::parts::{Payment, now};
use crate::plan::Planned;
use crate::report::Report;
use crate::stage::Stage;

/// How long the first payment may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long before the loss a sabotage begins.
const BEFORE: Duration = Duration::from_millis(1500);

/// Rehearses, and writes the report on the standard output.
pub fn main(what: &What) -> Result<()> {
    end_with_input();
    let report = rehearse(what)?;
    println!("{}", serde_json::to_string(&report)?);
    Ok(())
}

/// The input ends when whoever started this does, however that ends.
fn end_with_input() {
    thread::spawn(|| {
        let _ = io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(1);
    });
}

fn rehearse(what: &What) -> Result<Report> {
    let start = now();
    let planned = Planned::of(what)?;
    let zone = what.lose.as_ref().map(|loss| planned.zone_of(loss.zone).map(str::to_owned)).transpose()?;
    // The worst: the zone that is lost has the writer.
    let writer = zone.clone().unwrap_or_else(|| planned.zone(planned.databases[0]).to_owned());
    let interfaces = planned.network.interfaces.len();
    let mut stage = Stage::build(planned, &writer)?;
    say(start, &format!("{interfaces} interfaces and the database are up"));
    stage.start(what.sabotage == Some(Sabotage::AcknowledgeBeforeCommit))?;
    let is_quorum = what.sabotage != Some(Sabotage::CommitWithoutQuorum);
    let (noted, mut notes) = unbounded_channel();
    let (orders, ordered) = unbounded_channel();
    let (is_up, up) = std::sync::mpsc::channel();
    let namespace = stage.fabric.storage()?.try_clone()?;
    let (instances, place, file) = stage.cluster();
    let looking = thread::spawn(move || -> Result<Vec<String>> {
        namespace.enter()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let control = Control::of(instances, place, file, is_quorum, noted).await?;
            // Whoever waits for it may have given up.
            let _ = is_up.send(());
            control.look_after(ordered).await
        })
    });
    if up.recv().is_err() {
        let ended = looking.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        return Err(ended.err().unwrap_or_else(|| anyhow::anyhow!("nothing looks after the database")));
    }
    let first_payment = first_payment(&stage)?.map(|at| at - start);
    say(start, "payments flow");
    let began = now();
    let mut events = vec![Event { at: began, what: format!("{} payments a second; {writer} writes", what.rate) }];
    let mut loss = None;
    let mut payments = Vec::new();
    if first_payment.is_some() {
        let load = stage.load(what.rate, what.seconds)?;
        if let (Some(lose), Some(zone)) = (&what.lose, &zone) {
            thread::sleep(Duration::from_secs(u64::from(what.seconds) / 4) - BEFORE);
            if what.sabotage == Some(Sabotage::CommitWithoutQuorum) {
                orders.send(Order::StopFollowing).context("nothing looks after the database")?;
            }
            thread::sleep(BEFORE);
            loss = Some(now());
            stage.lose(zone, lose.is_cut)?;
            events.push(Event::now(format!("{zone} is {}", if lose.is_cut { "cut off" } else { "lost" })));
            say(start, &format!("{lose} is gone"));
        }
        payments = sent(load)?;
    }
    // Where it has ended by itself, it says why.
    let _ = orders.send(Order::Stop);
    let stored = looking.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
    while let Ok(event) = notes.try_recv() {
        events.push(event);
    }
    events.sort_by_key(|event| event.at);
    events.iter_mut().for_each(|event| event.at = event.at.saturating_sub(began));
    Ok(Report {
        lost: what.lose.as_ref().map(ToString::to_string),
        sabotage: what.sabotage.and_then(|one| Some(one.to_possible_value()?.get_name().to_owned())),
        interfaces,
        first_payment,
        verdict: Verdict::of(&payments, &stored, loss),
        events,
    })
}

/// When the first payment was acknowledged; none where none is.
fn first_payment(stage: &Stage) -> Result<Option<u64>> {
    let end = now() + PATIENCE.as_millis() as u64;
    while now() < end {
        let mut load = stage.load(1, 1)?;
        let output = load.stdout.take().context("output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        load.wait()?;
        if let Ok(payment) = serde_json::from_str::<Payment>(&line)
            && let Some(at) = payment.acknowledged()
        {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

/// What was sent, once all of it is over.
fn sent(mut load: Child) -> Result<Vec<Payment>> {
    let output = load.stdout.take().context("output")?;
    let lines = BufReader::new(output).lines();
    let payments = lines.map(|line| Ok(serde_json::from_str(&line?)?)).collect();
    load.wait()?;
    payments
}

fn say(start: u64, what: &str) {
    eprintln!("{:7.2} s  {what}", (now() - start) as f64 / 1000.0);
}
