//! One run: from an empty machine to the verdict, in namespaces of its own.

use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::process::Child;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Context, Result};
use clap::ValueEnum;
use tokio::sync::mpsc::unbounded_channel;

use crate::arguments::{Loss, Sabotage, What};
use crate::cluster::{Control, Event, Followers, Order};
use crate::judge::{Second, Verdict};
use crate::parts::{Payment, now};
use crate::plan::Planned;
use crate::report::Report;
use crate::stage::Stage;

/// How long the first payment may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// The same, where the plan shows why none can go through.
const SHORT_PATIENCE: Duration = Duration::from_secs(8);
/// How long a merchant sends a payment again: where the stack outlives the loss, and where it does
/// not.
const UNTIL_ACKNOWLEDGED: Duration = Duration::from_secs(120);
const GOING_ON: Duration = Duration::from_secs(8);
/// How long before the loss a sabotage begins.
const BEFORE: Duration = Duration::from_millis(1500);

/// Rehearses the plan that the first line of the input has, and writes the report on the standard
/// output.
pub fn main(what: &What) -> Result<()> {
    let mut line = String::new();
    io::stdin().read_line(&mut line)?;
    let planned = serde_json::from_str(&line).context("the plan on the input")?;
    end_with_input();
    let report = rehearse(what, planned)?;
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

fn rehearse(what: &What, planned: Planned) -> Result<Report> {
    let start = now();
    let zone = what.lose.as_ref().and_then(Loss::worst_for_writer_in);
    let writer = match zone {
        Some(zone) => planned.zone_of(zone)?,
        None => planned.zone(planned.databases[0]),
    }
    .to_owned();
    let interfaces = planned.network.interfaces.len();
    let (prediction, reasons) = (planned.prediction.clone(), planned.reasons());
    let mut stage = Stage::build(planned, &writer)?;
    say(start, &format!("{interfaces} interfaces and the database are up"));
    stage.start(what.sabotage.and_then(Sabotage::of_service))?;
    let sabotage = what.sabotage;
    let (noted, mut notes) = unbounded_channel();
    let (orders, ordered) = unbounded_channel();
    let (is_up, up) = std::sync::mpsc::channel();
    let namespace = stage.fabric.storage()?.try_clone()?;
    let (instances, place, file) = stage.cluster();
    let looking = thread::spawn(move || -> Result<Option<Vec<String>>> {
        namespace.enter()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let control = Control::of(instances, place, file, sabotage, noted).await?;
            // Whoever waits for it may have given up.
            let _ = is_up.send(());
            control.look_after(ordered).await
        })
    });
    if up.recv().is_err() {
        let ended = looking.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        return Err(ended
            .err()
            .unwrap_or_else(|| anyhow::anyhow!("nothing looks after the database")));
    }
    let is_served = prediction.as_ref().is_none_or(|prediction| prediction.is_served);
    let patience = if reasons.is_empty() { PATIENCE } else { SHORT_PATIENCE };
    let first_payment = first_payment(&stage, patience)?.map(|at| at - start);
    say(start, if first_payment.is_some() { "payments flow" } else { "no payment goes through" });
    let began = now();
    let mut events = vec![Event {
        at: began,
        what: format!("{} payments a second; {writer} writes", what.rate),
    }];
    let mut loss = None;
    let mut payments = Vec::new();
    if first_payment.is_some() {
        let load = sent(stage.load(
            what.rate,
            what.seconds,
            if is_served { UNTIL_ACKNOWLEDGED } else { GOING_ON },
        )?)?;
        if let Some(lose) = &what.lose {
            thread::sleep(Duration::from_secs(u64::from(what.seconds) / 4) - BEFORE);
            if let Some(followers) = what.sabotage.and_then(Followers::stopped_by) {
                orders
                    .send(Order::StopFollowing(followers))
                    .context("nothing looks after the database")?;
            }
            thread::sleep(BEFORE);
            loss = Some(now());
            let lost = stage.lose(lose)?;
            say(start, &lost);
            events.push(Event::now(lost));
        }
        payments = load.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
    }
    // Where it has ended by itself, it says why.
    let _ = orders.send(Order::Stop);
    let stored = match looking.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))? {
        Some(stored) => stored,
        None => {
            events.push(Event::now(
                "nobody writes at the end: the first writer is started again to see what it has",
            ));
            stage.stored_by_first_writer()?
        }
    };
    while let Ok(event) = notes.try_recv() {
        events.push(event);
    }
    events.sort_by_key(|event| event.at);
    events.iter_mut().for_each(|event| event.at = event.at.saturating_sub(began));
    Ok(Report {
        lost: what.lose.as_ref().map(ToString::to_string),
        sabotage: what
            .sabotage
            .and_then(|one| Some(one.to_possible_value()?.get_name().to_owned())),
        interfaces,
        first_payment,
        prediction,
        reasons,
        verdict: Verdict::of(&payments, &stored, &Stage::logged()?, loss, is_served),
        loss: loss.map(|loss| loss.saturating_sub(began)),
        seconds: Second::all(&payments, began),
        events,
    })
}

/// When the first payment was acknowledged; none where none is.
fn first_payment(stage: &Stage, patience: Duration) -> Result<Option<u64>> {
    let end = now() + patience.as_millis() as u64;
    while now() < end {
        let mut load = stage.load(1, 1, GOING_ON)?;
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

/// Reads what was sent until all of it is over; on a terminal it says each second how many payments
/// were acknowledged.
fn sent(mut load: Child) -> Result<JoinHandle<Result<Vec<Payment>>>> {
    let output = load.stdout.take().context("output")?;
    Ok(thread::spawn(move || {
        let is_watched = io::stderr().is_terminal();
        let (mut payments, mut counted, mut second) = (Vec::<Payment>::new(), 0, now() / 1000);
        for line in BufReader::new(output).lines() {
            payments.push(serde_json::from_str(&line?)?);
            counted += usize::from(
                payments.last().is_some_and(|payment| payment.acknowledged().is_some()),
            );
            if is_watched && now() / 1000 > second {
                eprint!("\r          {counted:4} payments a second ");
                (counted, second) = (0, now() / 1000);
            }
        }
        if is_watched {
            eprintln!();
        }
        load.wait()?;
        Ok(payments)
    }))
}

fn say(start: u64, what: &str) {
    eprintln!("{:7.2} s  {what}", (now() - start) as f64 / 1000.0);
}
