//! The command line: one arm, one call.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{ArgGroup, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::config::Profile;
use crate::naming::Suffix;
use terraform::render::Format;

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

/// Proves that Terraform for AWS survives the loss of an availability zone, and writes a payment platform that does.
#[derive(Debug, Parser)]
#[command(name = "paytf", version, arg_required_else_help = true, max_term_width = 160)]
#[command(
    after_help = "Exit codes: 0 fine; 1 the answer is no: a check failed, a stack on the disk is not what would be written, two stacks differ; 2 wrong use or bad input."
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write a commented configuration file with every setting.
    Init(Init),
    /// Write the Terraform of one environment, or of all environments in a configuration.
    Gen(Gen),
    /// Show what changes between two generated stacks, as a Terraform plan would.
    Diff(diff::Diff),
    /// Prove Terraform before it is applied: loss of a zone, connections, permissions, alarms, and what AWS refuses.
    Verify(Verify),
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
    /// Rehearse the loss of a zone: payments through the plan's own network, on this machine (Linux; needs the program paytf-rehearse).
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
        /// The command that it is about [default: paytf itself].
        command: Option<String>,
        /// Write the pages of paytf and of each command into this folder.
        #[arg(long, value_name = "DIR", conflicts_with = "command")]
        dir: Option<PathBuf>,
    },
}

/// Writes `paytf.toml`, which `paytf gen` finds in the same folder, and next to it the JSON Schema for completion in editors.
#[derive(Debug, clap::Args)]
pub struct Init {
    /// Whose defaults the file shows: development, staging or production.
    #[arg(long, value_name = "PROFILE", value_parser = suggest::profile(), hide_possible_values = true, default_value = "production")]
    pub profile: Profile,
    /// Overwrite files that are there.
    #[arg(long)]
    pub force: bool,
}

/// Writes `DIR/<suffix>/`: a self-contained Terraform configuration that `terraform init` and `apply` take as it is.
#[derive(Debug, clap::Args)]
#[command(group = ArgGroup::new("which").required(true).args(["suffix", "all"]))]
#[command(after_help = "Examples:
  paytf gen --suffix staging
      production sizes, no configuration needed
  paytf gen --suffix staging --profile staging
      smaller sizes, the same zones
  paytf gen --suffix prod --config examples/production.toml
      what the file says
  paytf gen --suffix prod --config examples/production.toml --check
      write nothing, show the difference
  paytf gen --all --config examples/environments.toml
      every environment of the file")]
pub struct Gen {
    /// Suffix of the environment, the end of every name: 2 to 16 lower-case letters, digits and single hyphens,
    /// beginning with a letter.
    #[arg(long, value_name = "SUFFIX", allow_hyphen_values = true)]
    pub suffix: Option<Suffix>,
    /// Every environment that the configuration defines: all of them, or none if one cannot be written.
    #[arg(long, conflicts_with = "profile")]
    pub all: bool,
    /// What the operator decides [default: paytf.toml if the current folder has one, else production defaults].
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Where the defaults come from: development, staging or production [default: the file's, else production].
    #[arg(long, value_name = "PROFILE", value_parser = suggest::profile(), hide_possible_values = true)]
    pub profile: Option<Profile>,
    /// The folder in which the stack's folder is made.
    #[arg(long, value_name = "DIR", default_value = "generated")]
    pub out: PathBuf,
    /// Terraform's JSON syntax (.tf.json) or its native one (.tf) [default: that of the stack that is there, else json].
    #[arg(long, value_enum)]
    pub format: Option<FormatName>,
    /// Write nothing; print the difference and exit 1 if the stack on the disk is not what would be written.
    #[arg(long)]
    pub check: bool,
    /// Overwrite files that were edited since paytf wrote them.
    #[arg(long, conflicts_with = "check")]
    pub overwrite: bool,
    /// The deployment package of the validation function, instead of the one built into paytf.
    #[arg(long, value_name = "FILE")]
    pub validator_zip: Option<PathBuf>,
}

/// Reads the JSON of a plan, of any stack, and says what is wrong with it and what is left when a zone is lost.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  terraform plan -out=tfplan && terraform show -json tfplan | paytf verify -
  paytf verify plan.json --only zone --fail-on unknown
      only the rules about zones; unknown fails too
  paytf verify plan.json --format sarif > verify.sarif
      for code scanning
  paytf verify --state network.tfstate --state shop.tfstate
      what is deployed, with a summary
  paytf verify plan.json --format json > baseline.json
      then --baseline baseline.json reports only what is new

Exit codes: 0 no error; 1 an error (with --fail-on, a warning or an unknown), an expired suppression, or a plan of only a part of the stack; 2 wrong use or bad input.")]
pub struct Verify {
    /// A plan: the output of `terraform show -json tfplan`. Or a folder of Terraform files, which needs neither Terraform nor
    /// credentials; what only a plan shows is then unknown. Or a state, to prove what is deployed: the output of
    /// `terraform show -json`, or the state file itself. `-` reads from stdin.
    #[arg(value_name = "PLAN.json|STATE.json|DIR", required_unless_present = "state", conflicts_with = "state")]
    pub plan: Option<PathBuf>,
    /// Prove several states, one after the other, with a summary; can be given more than once.
    #[arg(long, value_name = "STATE.json", num_args = 1.., conflicts_with_all = ["source", "baseline"])]
    pub state: Vec<PathBuf>,
    /// How the report is written.
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,
    /// Run only these rules or groups, such as `zone` or `iam-action-wildcard`.
    #[arg(long, value_name = "RULES", value_parser = suggest::rule(), hide_possible_values = true, value_delimiter = ',')]
    pub only: Vec<String>,
    /// Skip these rules or groups.
    #[arg(long, value_name = "RULES", value_parser = suggest::rule(), hide_possible_values = true, value_delimiter = ',')]
    pub skip: Vec<String>,
    /// What makes the exit code 1.
    #[arg(long, value_enum, default_value_t = FailOnName::Error, value_name = "WHAT")]
    pub fail_on: FailOnName,
    /// Let these rules or groups fail where the answer is unknown; `--deny unknown` is the same as `--fail-on unknown`.
    #[arg(long, value_name = "RULES", value_parser = suggest::rule(), hide_possible_values = true, value_delimiter = ',')]
    pub deny: Vec<String>,
    /// Whether to check paytf's own conventions too [default: only in stacks that paytf wrote].
    #[arg(long, value_name = "BOOL")]
    pub conventions: Option<bool>,
    /// What people have decided.
    #[command(flatten)]
    pub policy: subject::Policy,
    /// How the configuration is read.
    #[command(flatten)]
    pub reading: subject::Reading,
    /// Report only findings that are not in this earlier report (`--format json`).
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ReportFormat {
    /// For people.
    Text,
    /// For programs: docs/verify-report.schema.json.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// JUnit XML, for continuous integration.
    Junit,
    /// For a comment on a pull request.
    Markdown,
    /// For the log of a GitHub workflow, which makes annotations of it.
    Github,
    /// GitLab's code quality report.
    Gitlab,
}

/// What counts, as the command line names it.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FailOnName {
    /// Errors.
    Error,
    /// Errors and warnings.
    Warning,
    /// Errors, warnings and unknowns.
    Unknown,
}

impl From<FailOnName> for ::verify::FailOn {
    fn from(name: FailOnName) -> Self {
        match name {
            FailOnName::Error => Self::Error,
            FailOnName::Warning => Self::Warning,
            FailOnName::Unknown => Self::Unknown,
        }
    }
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
