//! The commands of paytf; each has a file of its own below.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

mod diagram;
mod diff;
mod evidence;
mod generate;
mod init;
mod man;
mod permit;
mod reach;
mod rehearse;
mod sandbox;
pub mod screen;
mod show;
pub mod subject;
mod suggest;
mod verify;

pub use sandbox::Sandbox;

/// Proves that Terraform for AWS survives the loss of an availability zone, and writes a payment
/// platform that does.
#[derive(Debug, Parser)]
#[command(name = "paytf", version, arg_required_else_help = true, max_term_width = 160)]
#[command(after_help = "Exit codes: 0 fine; 1 the answer is no, such as: a check failed, a stack \
                        on disk is out of date, two stacks differ; 2 wrong options or bad input.")]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write a commented configuration file with every setting.
    Init(init::Init),
    /// Write the Terraform of one environment, or of all environments in a configuration.
    Gen(generate::Gen),
    /// Show what changes between two generated stacks, as a Terraform plan would.
    Diff(diff::Diff),
    /// Prove Terraform before it is applied: loss of a zone, connections, permissions, alarms, and
    /// what AWS refuses.
    Verify(verify::Verify),
    /// Show who can reach whom, and whether every connection that the stack needs is open.
    Reach(reach::ReachOf),
    /// Show what paytf sees in a configuration, a plan or a state, and why a value is unknown.
    Show(show::Show),
    /// Show who may call what, and whether every call that the stack needs is allowed.
    Permit(permit::Permit),
    /// Draw a stack by zone and tier, and what is left of it when zones are lost.
    Diagram(diagram::Diagram),
    /// Write evidence for auditors: requirements, controls, and the values that prove them.
    Evidence(evidence::Evidence),
    /// List the rules of `paytf verify`, or explain one.
    Rules {
        /// A rule, such as `zone-nat-own-zone`, to explain; or a group, such as `zone`, to list.
        #[arg(value_parser = suggest::rule(), hide_possible_values = true)]
        id: Option<String>,
    },
    /// Print the JSON Schema of the configuration file, for completion in editors.
    Schema,
    /// Try the stack without an AWS account: apply it to an emulator on this machine.
    Sandbox(Sandbox),
    /// Rehearse the loss of a zone: payments through the plan's own network, on this machine
    /// (Linux; needs the program paytf-rehearse).
    #[command(disable_help_flag = true)]
    Rehearse {
        /// Arguments of paytf-rehearse: `paytf rehearse --help` prints them.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<std::ffi::OsString>,
    },
    /// Print completions for a shell: `paytf completions bash > /etc/bash_completion.d/paytf`.
    Completions {
        /// Which shell.
        shell: Shell,
    },
    /// Print a manual page, or install all of them: `paytf man --dir ~/.local/share/man/man1`.
    Man {
        /// The command to describe [default: paytf itself].
        command: Option<String>,
        /// Write the pages of paytf and of each command into this folder.
        #[arg(long, value_name = "DIR", conflicts_with = "command")]
        dir: Option<PathBuf>,
    },
}

/// Runs the command.
///
/// # Errors
/// On wrong options and bad input, with a message that says what to do.
pub fn run(cli: &Cli) -> Result<ExitCode> {
    match &cli.command {
        Command::Init(arguments) => init::run(arguments),
        Command::Gen(arguments) => generate::run(arguments),
        Command::Diff(arguments) => diff::run(arguments),
        Command::Verify(arguments) => verify::run(arguments),
        Command::Reach(arguments) => reach::run(arguments),
        Command::Rehearse { arguments } => rehearse::run(arguments),
        Command::Show(arguments) => show::run(arguments),
        Command::Permit(arguments) => permit::run(arguments),
        Command::Diagram(arguments) => diagram::run(arguments),
        Command::Evidence(arguments) => evidence::run(arguments),
        Command::Rules { id } => verify::explain(id.as_deref()),
        Command::Schema => init::print_schema(),
        Command::Sandbox(arguments) => sandbox::run(arguments),
        Command::Completions { shell } => {
            // Not straight to stdout: clap_complete panics when nobody reads it.
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "paytf", &mut script);
            io::stdout().write_all(&script)?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Man { dir: Some(folder), .. } => man::install(folder),
        Command::Man { command, dir: None } => man::run(command.as_deref()),
    }
}
