//! The messages of `paytf sandbox`: tables and commands on standard output, the rest on standard
//! error.

use std::io::Write;

use anyhow::Result;
use owo_colors::OwoColorize;

use super::{look_around, table};
use crate::cli::screen;
use crate::sandbox::{Drilled, Sandbox, SandboxFolder, predicted_by_verify};

/// What of a drill is the emulator's and not AWS's.
const WHAT_IT_SHOWS: &str = "What this drill shows, and what it does not:
- The emulator has no zones that can fail. The instance and the NAT gateway of the zone were \
                             deleted, and its subnets were removed from what spans the zones, \
                             through the AWS APIs. The table shows what these APIs answered \
                             before and after.
- The emulator promotes the instance with the lowest tier at once; Aurora needs some seconds.
- In AWS nothing is deleted when a zone fails, and no configuration changes: what is in the zone \
                             stops working.
- Not shown: tasks that stop and start elsewhere, health checks, traffic, alarms on metrics, and \
                             time.
- The proxy keeps its subnets, since AWS does not let them be changed.";

/// A sandbox runs.
pub fn started(sandbox: &Sandbox) -> Result<()> {
    let mut out = anstream::stdout();
    writeln!(out, "{}", table::deployed(&sandbox.deployed()?, &sandbox.record.zones))?;
    writeln!(out, "{}", table::outputs(&sandbox.outputs()?))?;
    let place = sandbox.place.shown();
    writeln!(
        out,
        "Look around, in a new shell, since the first line removes your own AWS settings from it:"
    )?;
    look_around::commands(sandbox).iter().try_for_each(|command| writeln!(out, "  {command}"))?;
    screen::print(&format!(
        "{} at {}; its files are in {place}.",
        "Running".green().bold(),
        sandbox.record.endpoint.url()
    ))?;
    screen::print(
        "Next: `paytf sandbox --drill zone-b` takes a zone away; `paytf sandbox down` destroys \
         everything.",
    )?;
    Ok(())
}

/// A zone was taken away.
pub fn drilled(sandbox: &Sandbox, zone: &str, drilled: &Drilled) -> Result<()> {
    let mut out = anstream::stdout();
    writeln!(out, "Taken away in {zone}:")?;
    list(&mut out, &drilled.taken, "nothing; the zone is empty already")?;
    writeln!(out, "{}", table::changed(&drilled.before, &drilled.after, &sandbox.record.zones))?;
    if let Some(prediction) = predicted_by_verify(&sandbox.plan()?, zone) {
        writeln!(out, "{prediction}")?;
    }
    writeln!(out, "Terraform sees what was lost; an apply would:")?;
    list(&mut out, &drilled.lost, "do nothing")?;
    screen::print(WHAT_IT_SHOWS)?;
    screen::print("Next: `paytf sandbox heal` lets Terraform bring it back.")?;
    Ok(())
}

/// Terraform brought back what was lost.
pub fn healed(sandbox: &Sandbox, healed: &[String], still: &[String]) -> Result<()> {
    let mut out = anstream::stdout();
    writeln!(out, "Done by Terraform:")?;
    list(&mut out, healed, "nothing; there was nothing to heal")?;
    writeln!(out, "{}", table::deployed(&sandbox.deployed()?, &sandbox.record.zones))?;
    if still.is_empty() {
        screen::print(&format!(
            "{}: a second plan finds nothing to change.",
            "Healed".green().bold()
        ))?;
        return Ok(());
    }
    writeln!(out, "A second plan would still:")?;
    list(&mut out, still, "")
}

/// A sandbox was taken down.
pub fn down(place: &SandboxFolder, left: &[String], force: bool) -> Result<()> {
    if left.is_empty() {
        let words = "of all that Terraform created nothing is left but the revisions of the task \
                     definition, which the stack keeps for rollbacks: the AWS APIs list nothing \
                     else, and nothing else has a tag.";
        screen::print(&format!("{}: {words}", "Down".green().bold()))?;
    } else {
        screen::print(&format!(
            "{}: {} resources remain after the destroy:",
            "left".red().bold(),
            left.len()
        ))?;
        list(&mut anstream::stdout(), left, "")?;
    }
    match left.is_empty() || force {
        true => {
            screen::print(&format!("The emulator has ended, and {} is removed.", place.shown()))?
        }
        false => {
            screen::print(
                "The emulator keeps running, so that you can look; `paytf sandbox down --force` \
                 ends it.",
            )?;
        }
    }
    Ok(())
}

/// There was only a folder left of a sandbox.
pub fn was_gone(place: &SandboxFolder) -> Result<()> {
    let shown = place.shown();
    screen::print(&format!(
        "Its emulator had ended already, and everything in it with it; {shown} is removed."
    ))?;
    Ok(())
}

/// The user interrupted.
pub fn interrupted(is_gone: bool) -> Result<()> {
    let so = match is_gone {
        true => "Terraform and the emulator have ended, and nothing of the sandbox is left.",
        false => {
            "the sandbox keeps running as it is; `paytf sandbox status` shows it, `paytf sandbox \
             down` ends it."
        }
    };
    screen::print(&format!("{}: {so}", "Interrupted".yellow().bold()))?;
    Ok(())
}

fn list(out: &mut impl Write, lines: &[String], if_empty: &str) -> Result<()> {
    if lines.is_empty() {
        writeln!(out, "  {if_empty}")?;
    }
    Ok(lines.iter().try_for_each(|line| writeln!(out, "  {line}"))?)
}
