//! The `terraform` program, run in a copy of a stack, in an environment that holds nothing of the user's.

use super::{
    Emulator, Plan, Workdir, cli_configuration, target_dir,
    tool::{TERRAFORM, find, search_path},
};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::{
    env,
    fs::File,
    process::Command,
    time::{Duration, Instant},
};

/// Most resources wait for nothing but each other's fixed waits.
const PARALLELISM: &str = "-parallelism=30";
/// The provider tries a call that the emulator lacks 25 times, over eight minutes; with fewer than three tries creation fails.
const EMULATED: &str = r#"{"provider": {"aws": {"max_retries": 3}}}"#;
/// Nobody tells the provider its account offline, so there is none to compare with the allowed ones.
/// <https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs#argument-reference>
const OFFLINE: &str = r#"{"provider": {"aws": {
  "access_key": "test", "secret_key": "test",
  "skip_credentials_validation": true, "skip_requesting_account_id": true, "skip_metadata_api_check": true,
  "allowed_account_ids": null
}}}"#;
/// How the registry is reached from behind a proxy, for `init` without a mirror.
const REGISTRY_ACCESS: [&str; 3] = ["HTTPS_PROXY", "https_proxy", "SSL_CERT_FILE"];
const TAIL_LINES: usize = 40;

/// One stack folder and the environment that Terraform runs in.
pub struct Terraform {
    /// The copy of the stack; tests may change its files.
    pub dir: Workdir,
    environment: Vec<(String, String)>,
}

/// What one Terraform command said.
#[derive(Debug)]
pub struct Run {
    pub stdout: String,
    /// The boxes that begin with `Warning:`, from both streams.
    pub warnings: Vec<String>,
    pub took: Duration,
    code: i32,
}

impl Terraform {
    /// Terraform that plans without any network, for a stack whose data sources call no API.
    pub fn offline(dir: Workdir) -> Result<Self> {
        dir.write("offline_override.tf.json", OFFLINE)?;
        Self::with(dir, vec![])
    }

    /// Terraform that applies to the emulator; the stack's own configuration stays as it is.
    pub fn emulated(dir: Workdir, emulator: &Emulator) -> Result<Self> {
        dir.write("emulator_override.tf.json", EMULATED)?;
        Self::with(dir, emulator.env())
    }

    fn with(dir: Workdir, mut environment: Vec<(String, String)>) -> Result<Self> {
        let configuration = cli_configuration()?;
        environment.extend([
            ("PATH".into(), search_path().to_string_lossy().into_owned()),
            // The user's own AWS profiles and Terraform settings live in the real one.
            ("HOME".into(), dir.path().display().to_string()),
            ("TF_CLI_CONFIG_FILE".into(), configuration.display().to_string()),
            ("CHECKPOINT_DISABLE".into(), "1".into()),
            ("AWS_EC2_METADATA_DISABLED".into(), "true".into()),
        ]);
        Ok(Self { dir, environment })
    }

    /// Sets an input variable for every command that follows.
    pub fn variable(mut self, name: &str, value: &str) -> Self {
        self.environment.push((format!("TF_VAR_{name}"), value.into()));
        self
    }

    /// `terraform init`; one at a time, because the shared provider cache does not bear two.
    pub fn init(&self) -> Result<Run> {
        let lock = File::create(target_dir().join("terraform-init.lock"))?;
        lock.lock()?;
        let reach = REGISTRY_ACCESS.iter().filter_map(|name| Some((name.to_string(), env::var(name).ok()?)));
        self.run_with(&["init", "-input=false"], &[0], reach)
    }

    /// `terraform validate`.
    pub fn validate(&self) -> Result<Run> {
        self.run(&["validate"])
    }

    /// `terraform fmt -check`: fails with the difference, or when a file is not HCL.
    pub fn fmt_check(&self) -> Result<Run> {
        self.run(&["fmt", "-check", "-diff", "-recursive"])
    }

    /// `terraform plan`, and the plan as JSON.
    pub fn plan(&self) -> Result<Plan> {
        let plan = self.run_with(&["plan", "-input=false", "-detailed-exitcode", "-out=tfplan"], &[0, 2], [])?;
        let shown = self.run(&["show", "-json", "tfplan"])?;
        Ok(Plan { json: serde_json::from_str(&shown.stdout)?, warnings: plan.warnings, has_changes: plan.code == 2 })
    }

    /// What `terraform plan` finds without asking AWS what is there: the state alone tells.
    pub fn plan_from_state(&self) -> Result<Plan> {
        let plan = self.run(&["plan", "-input=false", "-refresh=false", "-out=tfplan"])?;
        let shown = self.run(&["show", "-json", "tfplan"])?;
        Ok(Plan { json: serde_json::from_str(&shown.stdout)?, warnings: plan.warnings, has_changes: true })
    }

    /// `terraform apply`, without asking.
    pub fn apply(&self) -> Result<Run> {
        self.run(&["apply", "-input=false", "-auto-approve", PARALLELISM])
    }

    /// `terraform destroy`, without asking.
    pub fn destroy(&self) -> Result<Run> {
        self.run(&["destroy", "-input=false", "-auto-approve", PARALLELISM])
    }

    /// The value of one output.
    pub fn output(&self, name: &str) -> Result<Value> {
        Ok(serde_json::from_str(&self.run(&["output", "-json", name])?.stdout)?)
    }

    /// The addresses of everything in the state.
    pub fn state_list(&self) -> Result<Vec<String>> {
        Ok(self.run(&["state", "list"])?.stdout.lines().map(String::from).collect())
    }

    /// Any other command; the harness adds what keeps it from asking and colouring.
    pub fn run(&self, arguments: &[&str]) -> Result<Run> {
        self.run_with(arguments, &[0], [])
    }

    fn run_with(
        &self,
        arguments: &[&str],
        accepted: &[i32],
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Run> {
        let mut command = Command::new(find(&TERRAFORM, &search_path())?);
        command.args(arguments).current_dir(self.dir.path()).env_clear();
        command.envs(self.environment.iter().cloned()).envs(environment).env("TF_CLI_ARGS", "-no-color");
        let started = Instant::now();
        let output = command.output().context("terraform cannot be started")?;
        let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
        let both = format!("{stdout}{}", String::from_utf8_lossy(&output.stderr));
        let code = output.status.code().unwrap_or(-1);
        if !accepted.contains(&code) {
            bail!("`terraform {}` failed with exit code {code}:\n{}", arguments.join(" "), tail(&both));
        }
        Ok(Run { stdout, warnings: warnings(&both), took: started.elapsed(), code })
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
