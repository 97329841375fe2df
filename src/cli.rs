//! The command line: one arm, one call.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::config::Profile;
use crate::naming::Suffix;
use crate::render::Format;

mod diff;
mod generate;

/// Writes a highly available payment-processing infrastructure on AWS (us-east-1, three availability zones) as
/// standard Terraform.
#[derive(Debug, Parser)]
#[command(name = "paytf", version, arg_required_else_help = true, max_term_width = 110)]
#[command(
    after_help = "Exit codes: 0 fine; 1 a difference: the stack on the disk is stale or was edited, or two stacks differ; 2 wrong use or bad input."
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write the Terraform of one environment.
    Gen(Gen),
    /// Say what changes between two generated stacks, in Terraform's words.
    Diff(Diff),
    /// Print the completions of a shell: `paytf completions bash > /etc/bash_completion.d/paytf`.
    Completions {
        /// Which shell.
        shell: Shell,
    },
}

/// Writes `DIR/<suffix>/`: a self-contained Terraform configuration that `terraform init` and `apply` take as it is.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  paytf gen --suffix staging                                       production sizes, no configuration needed
  paytf gen --suffix staging --profile staging                     smaller sizes, the same zones
  paytf gen --suffix prod --config examples/production.toml        what the file says
  paytf gen --suffix prod --config examples/production.toml --check   write nothing, show the difference")]
pub struct Gen {
    /// Suffix of the environment, the end of every name: 2 to 16 lower-case letters, digits and single hyphens,
    /// beginning with a letter.
    #[arg(long, value_name = "SUFFIX", allow_hyphen_values = true)]
    pub suffix: Suffix,
    /// What the operator decides; without it, everything has a production-grade default.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Where the defaults come from: development, staging or production [default: the file's, else production].
    #[arg(long, value_name = "PROFILE")]
    pub profile: Option<Profile>,
    /// The folder in which the stack's folder is made.
    #[arg(long, value_name = "DIR", default_value = "generated")]
    pub out: PathBuf,
    /// Terraform's JSON syntax (.tf.json) or its native one (.tf).
    #[arg(long, value_enum, default_value_t = FormatName::Json)]
    pub format: FormatName,
    /// Write nothing; print the difference and exit 1 if the stack on the disk is not what would be written.
    #[arg(long)]
    pub check: bool,
    /// Overwrite files that were edited since paytf wrote them.
    #[arg(long, conflicts_with = "check")]
    pub force: bool,
    /// The deployment package of the validation function, instead of the one built into paytf.
    #[arg(long, value_name = "FILE")]
    pub validator_zip: Option<PathBuf>,
}

/// Says what an apply of NEW would create, update, destroy and replace where OLD runs. Nothing is asked of AWS: what was
/// changed there by hand, or is set in terraform.tfvars, only `terraform plan` sees.
#[derive(Debug, clap::Args)]
#[command(after_help = "Exit codes: 0 nothing changes; 1 something does; 2 wrong use or bad input.

Examples:
  paytf diff main/generated/prod branch/generated/prod             two folders, in either syntax
  paytf diff generated/prod examples/production.toml --suffix prod   what `paytf gen` would change")]
pub struct Diff {
    /// The stack as it is: a folder that `paytf gen` wrote, or a configuration (.toml).
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The stack as it will be: a folder or a configuration.
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    /// Suffix of the environment that a configuration is read for.
    #[arg(long, value_name = "SUFFIX", allow_hyphen_values = true)]
    pub suffix: Option<Suffix>,
    /// Where the defaults of a configuration come from [default: the file's, else production].
    #[arg(long, value_name = "PROFILE")]
    pub profile: Option<Profile>,
    /// As `terraform plan` prints it, or as `terraform show -json` does.
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub format: DiffFormat,
}

/// How a difference is written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum DiffFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// The two syntaxes as the command line names them.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FormatName {
    /// .tf.json
    Json,
    /// .tf
    Hcl,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Json => Format::Json,
            FormatName::Hcl => Format::Hcl,
        }
    }
}

/// Runs the command.
///
/// # Errors
/// On wrong use and bad input, with a message for its author.
pub fn run(cli: &Cli) -> Result<ExitCode> {
    match &cli.command {
        Command::Gen(arguments) => generate::run(arguments),
        Command::Diff(arguments) => diff::run(arguments),
        Command::Completions { shell } => {
            // Not straight to stdout: clap_complete panics when nobody reads it.
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "paytf", &mut script);
            io::stdout().write_all(&script)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}
