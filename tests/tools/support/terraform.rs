//! paytf's own Terraform runner on a copy of a stack, with what only tests ask of it.

use super::{Emulator, Workdir, toolbox};
use anyhow::Result;
use paytf::sandbox::{self, EMULATED, Run};
use serde_json::Value;
use std::ops::Deref;

/// Nobody tells the provider its account offline, so there is none to compare with the allowed ones.
/// <https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs#argument-reference>
const OFFLINE: &str = r#"{"provider": {"aws": {
  "access_key": "test", "secret_key": "test",
  "skip_credentials_validation": true, "skip_requesting_account_id": true, "skip_metadata_api_check": true,
  "allowed_account_ids": null
}}}"#;

/// Plans from the state alone, without asking AWS what has become of the resources in it.
/// <https://developer.hashicorp.com/terraform/cli/commands/plan#refresh-false>
const FROM_STATE: (&str, &str) = ("TF_CLI_ARGS_plan", "-refresh=false");

/// One stack folder and the environment that Terraform runs in.
pub struct Terraform {
    /// The copy of the stack; tests may change its files.
    pub dir: Workdir,
    runner: sandbox::Terraform,
}

impl Deref for Terraform {
    type Target = sandbox::Terraform;

    fn deref(&self) -> &Self::Target {
        &self.runner
    }
}

impl Terraform {
    /// Terraform that plans without any network, for a stack whose data sources call no API.
    pub fn offline(dir: Workdir) -> Result<Self> {
        dir.write("offline_override.tf.json", OFFLINE)?;
        let environment = vec![(FROM_STATE.0.into(), FROM_STATE.1.into())];
        let runner = sandbox::Terraform::new(&toolbox()?, dir.path(), environment)?;
        Ok(Self { dir, runner })
    }

    /// Terraform that applies to the emulator; the stack's own configuration stays as it is.
    pub fn emulated(dir: Workdir, emulator: &Emulator) -> Result<Self> {
        dir.write(EMULATED.0, EMULATED.1)?;
        let runner = sandbox::Terraform::emulated(&toolbox()?, dir.path(), emulator.at())?;
        Ok(Self { dir, runner })
    }

    /// Terraform that asks the emulator only what it must know to plan: the state tells what is there.
    pub fn planning_from_state(dir: Workdir, emulator: &Emulator) -> Result<Self> {
        dir.write(EMULATED.0, EMULATED.1)?;
        let mut environment = emulator.at().environment();
        environment.push((FROM_STATE.0.into(), FROM_STATE.1.into()));
        let runner = sandbox::Terraform::new(&toolbox()?, dir.path(), environment)?;
        Ok(Self { dir, runner })
    }

    /// Sets an input variable for every command that follows.
    pub fn variable(self, name: &str, value: &str) -> Self {
        Self { dir: self.dir, runner: self.runner.variable(name, value) }
    }

    /// `terraform validate`.
    pub fn validate(&self) -> Result<Run> {
        self.run(&["validate"])
    }

    /// `terraform fmt -check`: fails with the difference, or when a file is not HCL.
    pub fn fmt_check(&self) -> Result<Run> {
        self.run(&["fmt", "-check", "-diff", "-recursive"])
    }

    /// `terraform apply`, without asking.
    pub fn apply(&self) -> Result<()> {
        self.runner.apply(&mut |_| ())
    }

    /// `terraform destroy`, without asking.
    pub fn destroy(&self) -> Result<()> {
        self.runner.destroy(&mut |_| ())
    }

    /// The value of one output.
    pub fn output(&self, name: &str) -> Result<Value> {
        Ok(self.outputs()?[name]["value"].take())
    }

    /// The addresses of everything in the state.
    pub fn state_list(&self) -> Result<Vec<String>> {
        Ok(self.run(&["state", "list"])?.stdout.lines().map(String::from).collect())
    }
}
