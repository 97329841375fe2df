//! `paytf sandbox`.

mod look_around;
mod progress;
mod table;
mod words;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};

use crate::config::{Config, Profile};
use crate::naming::Suffix;
use crate::sandbox::{self, Interrupted, Interrupts, SandboxFolder, Toolbox, zone_called};
use crate::{files, validator};
use progress::Screen;
use terraform::render::Format;

/// The exit code of a program that was interrupted, as shells give it: 128 and the number of
/// SIGINT. <https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02>
const INTERRUPTED: u8 = 130;

/// Generates the stack, starts an AWS emulator on this machine, applies the stack to it with the
/// real Terraform, and shows what exists. The emulator keeps running until `paytf sandbox down`.
///
/// A sandbox is in .paytf-sandbox/<suffix> in the current folder. Nothing reaches AWS: your AWS
/// settings are not read, and all of Terraform's calls go to the emulator. A domain is left out,
/// because its hosted zone is in AWS.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Examples:
  paytf sandbox --suffix demo      start it, which takes some minutes
  paytf sandbox --drill zone-b
      take a zone away, and see what is left and what Terraform would do about it
  paytf sandbox heal               let Terraform bring it back
  paytf sandbox down               destroy it, and check that nothing is left

Needs Terraform and Python 3.11 or newer. The first start creates a Python environment in the \
                  user's cache folder, or in the folder that PAYTF_CACHE_DIR names. Where the \
                  Terraform registry cannot be reached, PAYTF_PROVIDER_MIRROR names a folder with \
                  the AWS provider.

Exit codes: 0 fine; 1 something is left after `down`; 2 wrong options, bad input, or Terraform \
failed; \
                  130 interrupted."
)]
pub struct Sandbox {
    #[command(subcommand)]
    verb: Option<Verb>,
    /// Suffix of the environment, the end of every name.
    #[arg(long, value_name = "SUFFIX", allow_hyphen_values = true)]
    suffix: Option<Suffix>,
    /// The configuration file; without it, every setting has its default.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The profile that sets the defaults: development, staging or production [default: the file's,
    /// else production].
    #[arg(
        long, value_name = "PROFILE", value_parser = super::suggest::profile(),
        hide_possible_values = true
    )]
    profile: Option<Profile>,
    /// The deployment package of the validation function, instead of the one built into paytf.
    #[arg(long, value_name = "FILE")]
    validator_zip: Option<PathBuf>,
    /// Take away zone-a, zone-b or zone-c: from the running sandbox, or from the one that this
    /// command starts.
    #[arg(
        long, value_name = "ZONE", value_parser = super::suggest::zone(),
        hide_possible_values = true
    )]
    drill: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Show what is in each zone, the outputs, and how to look around.
    Status(Which),
    /// Restore what a drill took away, with Terraform.
    Heal(Which),
    /// Destroy the stack, check that nothing is left, and stop the emulator.
    Down {
        #[command(flatten)]
        which: Which,
        /// Stop the emulator even if something is left in it.
        #[arg(long)]
        force: bool,
    },
}

#[derive(Debug, Args)]
struct Which {
    /// Which sandbox; it can be left out when there is only one in this folder.
    #[arg(long, value_name = "SUFFIX", allow_hyphen_values = true)]
    suffix: Option<Suffix>,
}

/// Does what is asked; an interrupt ends it in order.
pub fn run(arguments: &Sandbox) -> Result<ExitCode> {
    let interrupts = Interrupts::catch()?;
    let done = match &arguments.verb {
        None => start_or_drill(arguments, interrupts),
        Some(Verb::Status(which)) => status(which, interrupts),
        Some(Verb::Heal(which)) => heal(which, interrupts),
        Some(Verb::Down { which, force }) => down(which, *force, interrupts),
    };
    match done {
        Err(error) if error.is::<Interrupted>() => {
            words::interrupted(arguments.suffix.as_ref().is_some_and(is_gone))?;
            Ok(ExitCode::from(INTERRUPTED))
        }
        other => other,
    }
}

/// An interrupted start leaves nothing.
fn is_gone(suffix: &Suffix) -> bool {
    SandboxFolder::of(suffix.clone()).is_ok_and(|place| !place.folder().exists())
}

fn start_or_drill(arguments: &Sandbox, interrupts: Interrupts) -> Result<ExitCode> {
    let toolbox = Toolbox::of_the_user(interrupts)?;
    let drill = arguments.drill.as_deref();
    let running = match (&arguments.suffix, drill) {
        (Some(suffix), Some(_)) => running(SandboxFolder::of(suffix.clone())?, &toolbox)?,
        (None, Some(_)) => Some(opened(None, &toolbox)?),
        (Some(_), None) => None,
        (None, None) => {
            bail!("--suffix is missing; start a sandbox with `paytf sandbox --suffix demo`")
        }
    };
    let sandbox = match running {
        Some(_) if arguments.config.is_some() || arguments.profile.is_some() => {
            bail!(
                "the sandbox is running already: --config and --profile come too late; leave them \
                 out to drill it"
            )
        }
        Some(sandbox) => sandbox,
        None => start(arguments, &toolbox)?,
    };
    if let Some(zone) = drill {
        drill_zone(&sandbox, zone)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn start(arguments: &Sandbox, toolbox: &Toolbox) -> Result<sandbox::Sandbox> {
    let suffix = arguments.suffix.clone().context("--suffix is missing")?;
    let mut config = Config::load(arguments.config.as_deref(), suffix.clone(), arguments.profile)?;
    // The operator's hosted zone is in AWS only, so the certificate is the sandbox's own.
    config.application.domain = None;
    if let Some(zone) = &arguments.drill {
        zone_called(zone, &config.network.availability_zones.map(|zone| zone.name().to_owned()))?;
    }
    let package =
        validator::package(arguments.validator_zip.as_deref(), config.validation.architecture)?;
    let files = files::of_stack(&config, Format::Json, package)?;
    toolbox.require()?;
    let mut screen = Screen::new();
    let sandbox =
        sandbox::start(SandboxFolder::of(suffix)?, toolbox, &config, &files, &mut screen)?;
    screen.done();
    words::started(&sandbox)?;
    Ok(sandbox)
}

fn drill_zone(sandbox: &sandbox::Sandbox, zone: &str) -> Result<()> {
    let zone = zone_called(zone, &sandbox.record.zones)?;
    let mut screen = Screen::new();
    let drilled = sandbox.drill(zone, &mut screen)?;
    screen.done();
    words::drilled(sandbox, zone, &drilled)
}

fn status(which: &Which, interrupts: Interrupts) -> Result<ExitCode> {
    let sandbox = opened(which.suffix.as_ref(), &Toolbox::of_the_user(interrupts)?)?;
    words::started(&sandbox)?;
    Ok(ExitCode::SUCCESS)
}

fn heal(which: &Which, interrupts: Interrupts) -> Result<ExitCode> {
    let sandbox = opened(which.suffix.as_ref(), &Toolbox::of_the_user(interrupts)?)?;
    let mut screen = Screen::new();
    let (healed, still) = sandbox.heal(&mut screen)?;
    screen.done();
    words::healed(&sandbox, &healed, &still)?;
    Ok(if still.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn down(which: &Which, force: bool, interrupts: Interrupts) -> Result<ExitCode> {
    let place = SandboxFolder::existing(which.suffix.as_ref())?;
    let toolbox = Toolbox::of_the_user(interrupts)?;
    let Some(sandbox) = running(place.clone(), &toolbox)? else {
        let _claim = place.claim()?;
        place.remove()?;
        words::was_gone(&place)?;
        return Ok(ExitCode::SUCCESS);
    };
    let mut screen = Screen::new();
    let left = sandbox.down(force, &mut screen)?;
    screen.done();
    words::down(&place, &left, force)?;
    Ok(if left.is_empty() || force { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn running(place: SandboxFolder, toolbox: &Toolbox) -> Result<Option<sandbox::Sandbox>> {
    sandbox::Sandbox::open(place, toolbox)
}

/// A sandbox that must be running.
fn opened(suffix: Option<&Suffix>, toolbox: &Toolbox) -> Result<sandbox::Sandbox> {
    let place = SandboxFolder::existing(suffix)?;
    let name = place.suffix().clone();
    running(place, toolbox)?.with_context(|| {
        format!(
            "the sandbox `{name}` is not running, and what was in its emulator is gone; start it \
             again with `paytf sandbox --suffix {name}`, or clear it away with `paytf sandbox \
             down`"
        )
    })
}
