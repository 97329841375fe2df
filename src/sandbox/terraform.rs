//! Runs the `terraform` program on a stack, in an environment without any of the user's settings.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Result, bail};
use serde_json::Value;

use super::{
    Endpoint, Event, Plan, Toolbox,
    process::Ended,
    tool::{TERRAFORM, find, search_path},
};

/// Most resources wait for nothing but each other's fixed waits.
const PARALLELISM: &str = "-parallelism=30";
/// How the registry is reached from behind a proxy, for `init` without a mirror.
const REGISTRY_ACCESS: [&str; 3] = ["HTTPS_PROXY", "https_proxy", "SSL_CERT_FILE"];
/// Terraform and its providers collect garbage half as often as Go programs do by default: a plan
/// takes a fifth less processor time, and 80 MB more. <https://go.dev/doc/gc-guide#GOGC>
const GARBAGE_COLLECTION: (&str, &str) = ("GOGC", "200");
const TAIL_LINES: usize = 40;

/// A file beside a stack that is applied to the emulator: name and content.
///
/// The provider tries a call that the emulator lacks 25 times, over eight minutes; with fewer than
/// three tries creation fails. The state stays beside the stack, whatever backend is configured.
/// The emulator is made for one version of the provider.
/// <https://developer.hashicorp.com/terraform/language/files/override>
pub const EMULATED: (&str, &str) = (
    "emulator_override.tf.json",
    r#"{"terraform": {"backend": {"local": {}}, "required_providers": {"aws": {"source": "hashicorp/aws", "version": "5.100.0"}}},
"provider": {"aws": {"max_retries": 3}}}"#,
);

/// Begins the script that makes a shell see the emulator; the AWS CLI wants a region.
const DROP_SETTINGS: &str = r"# Written by paytf sandbox; for a shell that looks around in it.
unset $(env | sed -n 's/^\(AWS_[A-Z0-9_]*\)=.*/\1/p') \
    http_proxy https_proxy HTTPS_PROXY all_proxy ALL_PROXY no_proxy
export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
";

/// One stack folder and the environment that Terraform runs in.
pub struct Terraform {
    program: PathBuf,
    folder: PathBuf,
    toolbox: Toolbox,
    environment: Vec<(String, String)>,
}

/// What one Terraform command said.
#[derive(Debug)]
pub struct Run {
    /// Its standard output.
    pub stdout: String,
    /// The boxes that begin with `Warning:`, from both streams.
    pub warnings: Vec<String>,
    code: i32,
}

impl Terraform {
    /// Terraform in a folder, with more variables of its environment.
    ///
    /// # Errors
    /// When Terraform is missing.
    pub fn new(
        toolbox: &Toolbox,
        folder: &Path,
        environment: Vec<(String, String)>,
    ) -> Result<Self> {
        let program = find(&TERRAFORM, &search_path())?;
        let configuration = toolbox.cli_configuration()?;
        let own = [
            ("PATH", search_path().to_string_lossy().into_owned()),
            // The user's own AWS profiles and Terraform settings live in the real one.
            ("HOME", folder.display().to_string()),
            ("TF_CLI_CONFIG_FILE", configuration.display().to_string()),
            ("CHECKPOINT_DISABLE", "1".to_owned()),
            ("AWS_EC2_METADATA_DISABLED", "true".to_owned()),
            (GARBAGE_COLLECTION.0, GARBAGE_COLLECTION.1.to_owned()),
        ];
        let own = own.map(|(name, value)| (name.to_owned(), value));
        let environment = environment.into_iter().chain(own).collect();
        Ok(Self { program, folder: folder.to_owned(), toolbox: toolbox.clone(), environment })
    }

    /// Terraform that reaches the emulator, and nothing else; [`EMULATED`] belongs beside the
    /// stack.
    ///
    /// # Errors
    /// When Terraform is missing.
    pub fn emulated(toolbox: &Toolbox, folder: &Path, endpoint: Endpoint) -> Result<Self> {
        Self::new(toolbox, folder, endpoint.environment())
    }

    /// Sets an input variable for every command that follows.
    #[must_use]
    pub fn variable(mut self, name: &str, value: &str) -> Self {
        self.environment.push((format!("TF_VAR_{name}"), value.into()));
        self
    }

    /// `terraform init`; one at a time, because the shared provider cache does not bear two.
    ///
    /// # Errors
    /// When it fails.
    pub fn init(&self) -> Result<Run> {
        let _lock = self.toolbox.lock("terraform-init")?;
        let reach = REGISTRY_ACCESS
            .iter()
            .filter_map(|name| Some((name.to_string(), env::var(name).ok()?)));
        let mut command = self.command(&["init", "-input=false"]);
        command.envs(reach);
        self.finish("init", command, &[0])
    }

    /// `terraform plan`, and the plan as JSON; it is kept for [`Terraform::apply_plan`].
    ///
    /// # Errors
    /// When it fails.
    pub fn plan(&self) -> Result<Plan> {
        let command = self.command(&[
            "plan",
            "-input=false",
            "-detailed-exitcode",
            "-out=tfplan",
            PARALLELISM,
        ]);
        let plan = self.finish("plan", command, &[0, 2])?;
        let shown = self.run(&["show", "-json", "tfplan"])?;
        Ok(Plan {
            json: serde_json::from_str(&shown.stdout)?,
            warnings: plan.warnings,
            has_changes: plan.code == 2,
        })
    }

    /// `terraform apply`, without asking.
    ///
    /// # Errors
    /// When it fails.
    pub fn apply(&self, heard: &mut dyn FnMut(&Event)) -> Result<()> {
        self.stream(&["apply", "-json", "-input=false", "-auto-approve", PARALLELISM], heard)
    }

    /// `terraform apply` of what [`Terraform::plan`] found.
    ///
    /// # Errors
    /// When it fails.
    pub fn apply_plan(&self, heard: &mut dyn FnMut(&Event)) -> Result<()> {
        self.stream(&["apply", "-json", "-input=false", PARALLELISM, "tfplan"], heard)
    }

    /// `terraform destroy`, without asking.
    ///
    /// # Errors
    /// When it fails.
    pub fn destroy(&self, heard: &mut dyn FnMut(&Event)) -> Result<()> {
        self.stream(&["destroy", "-json", "-input=false", "-auto-approve", PARALLELISM], heard)
    }

    /// All outputs, as `terraform output -json` prints them.
    ///
    /// # Errors
    /// When it fails.
    pub fn outputs(&self) -> Result<Value> {
        Ok(serde_json::from_str(&self.run(&["output", "-json"])?.stdout)?)
    }

    /// Any other command.
    ///
    /// # Errors
    /// When it fails.
    pub fn run(&self, arguments: &[&str]) -> Result<Run> {
        self.finish(&arguments.join(" "), self.command(arguments), &[0])
    }

    /// A shell script that makes a shell see the emulator as these commands do, and drops the
    /// user's own AWS settings.
    pub fn exports(&self) -> String {
        let own =
            self.environment.iter().filter(|(name, _)| !["PATH", "HOME"].contains(&name.as_str()));
        let exports =
            own.map(|(name, value)| format!("export {name}='{}'\n", value.replace('\'', r"'\''")));
        format!("{DROP_SETTINGS}{}", exports.collect::<String>())
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(arguments).current_dir(&self.folder).env_clear();
        command.envs(self.environment.iter().cloned()).env("TF_CLI_ARGS", "-no-color");
        command
    }

    fn finish(&self, name: &str, mut command: Command, accepted: &[i32]) -> Result<Run> {
        let Ended { code, stdout, stderr } =
            self.toolbox.interrupts.run(&mut command, &mut |_| ())?;
        let both = format!("{stdout}{stderr}");
        if !accepted.contains(&code) {
            bail!("`terraform {name}` failed with exit code {code}:\n{}", tail(&both));
        }
        Ok(Run { stdout, warnings: warnings(&both), code })
    }

    /// A command that tells what it does as it does it, one JSON object a line.
    fn stream(&self, arguments: &[&str], heard: &mut dyn FnMut(&Event)) -> Result<()> {
        let mut refusals = vec![];
        let ended = self.toolbox.interrupts.run(&mut self.command(arguments), &mut |line| {
            if let Some(event) = Event::of(line) {
                if let Event::Refused(reason) = &event {
                    refusals.push(reason.clone());
                }
                heard(&event);
            }
        })?;
        if ended.code != 0 {
            let reasons =
                if refusals.is_empty() { tail(&ended.stderr) } else { refusals.join("\n") };
            bail!("`terraform {}` failed with exit code {}:\n{reasons}", arguments[0], ended.code);
        }
        Ok(())
    }
}

fn tail(text: &str) -> String {
    let lines: Vec<_> = text.lines().collect();
    lines[lines.len().saturating_sub(TAIL_LINES)..].join("\n")
}

/// Terraform draws a box around each warning: `│ Warning: title`, its text, and `╵` at the end.
fn warnings(text: &str) -> Vec<String> {
    let begins = text.match_indices("Warning: ").map(|(begin, _)| &text[begin..]);
    begins.map(|rest| rest.split('╵').next().unwrap_or(rest).trim_end().to_string()).collect()
}
