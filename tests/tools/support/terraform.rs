//! paytf's own Terraform runner on a copy of a stack, with what only tests ask of it. Answers that
//! depend on nothing but the stack are kept.

use std::cell::OnceCell;

use anyhow::Result;
use paytf::sandbox::{self, EMULATED, Endpoint, Plan, Run};
use serde_json::Value;

use super::{Emulator, Key, Workdir, kept, toolbox};

/// Nobody tells the provider its account offline, so there is none to compare with the allowed
/// ones. <https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs#argument-reference>
const OFFLINE: &str = r#"{"provider": {"aws": {
  "access_key": "test", "secret_key": "test",
  "skip_credentials_validation": true, "skip_requesting_account_id": true,
  "skip_metadata_api_check": true,
  "allowed_account_ids": null
}}}"#;

/// Plans from the state alone, without asking AWS what has become of the resources in it.
/// <https://developer.hashicorp.com/terraform/cli/commands/plan#refresh-false>
const FROM_STATE: (&str, &str) = ("TF_CLI_ARGS_plan", "-refresh=false");

/// One stack folder and the environment that Terraform runs in.
pub struct Terraform {
    /// The copy of the stack; tests may change its files.
    pub dir: Workdir,
    /// With each command; for the emulator, without where it is.
    environment: Vec<(String, String)>,
    asks: Asks,
}

/// Who answers the provider.
enum Asks {
    /// Nobody.
    Nobody,
    /// An emulator: what Terraform answers depends on what is in it.
    Emulator(Endpoint),
    /// An empty emulator, which is started when Terraform has to be asked: whether a workflow is
    /// valid depends on nothing else.
    EmptyEmulator(Box<OnceCell<Emulator>>),
}

impl Terraform {
    /// Terraform that plans without any network, for a stack whose data sources call no API.
    pub fn offline(dir: Workdir) -> Result<Self> {
        dir.write("offline_override.tf.json", OFFLINE)?;
        Ok(Self {
            dir,
            environment: vec![(FROM_STATE.0.into(), FROM_STATE.1.into())],
            asks: Asks::Nobody,
        })
    }

    /// Terraform that applies to the emulator; the stack's own configuration stays as it is.
    pub fn emulated(dir: Workdir, emulator: &Emulator) -> Result<Self> {
        dir.write(EMULATED.0, EMULATED.1)?;
        Ok(Self { dir, environment: vec![], asks: Asks::Emulator(emulator.at()) })
    }

    /// Terraform that plans what the state tells. An emulator is there only to validate workflows,
    /// which the provider asks AWS to do when it plans.
    pub fn planning_from_state(dir: Workdir) -> Result<Self> {
        dir.write(EMULATED.0, EMULATED.1)?;
        let environment = vec![(FROM_STATE.0.into(), FROM_STATE.1.into())];
        Ok(Self { dir, environment, asks: Asks::EmptyEmulator(Box::default()) })
    }

    /// Sets an input variable for every command that follows.
    pub fn variable(mut self, name: &str, value: &str) -> Self {
        self.environment.push((format!("TF_VAR_{name}"), value.into()));
        self
    }

    /// `terraform init`.
    pub fn init(&self) -> Result<Run> {
        self.runner(None)?.init()
    }

    /// `terraform plan`; kept, unless it depends on what is in an emulator.
    pub fn plan(&self) -> Result<Plan> {
        let plan = self.kept("plan", |runner| Ok(serde_json::to_string(&runner.plan()?)?))?;
        Ok(serde_json::from_str(&plan)?)
    }

    /// `terraform providers schema -json`, of the AWS provider; kept.
    /// <https://developer.hashicorp.com/terraform/cli/commands/providers/schema>
    pub fn provider_schema(&self) -> Result<Value> {
        let schema = self.kept("providers schema", |runner| {
            Ok(runner.run(&["providers", "schema", "-json"])?.stdout)
        })?;
        let mut schema: Value = serde_json::from_str(&schema)?;
        Ok(schema["provider_schemas"]["registry.terraform.io/hashicorp/aws"].take())
    }

    /// An answer of Terraform, asked for only where the same has never been asked before: by the
    /// same version with the same provider, of the same files, with the same options.
    fn kept(
        &self,
        question: &str,
        ask: impl FnOnce(&sandbox::Terraform) -> Result<String>,
    ) -> Result<String> {
        let endpoint = match &self.asks {
            Asks::Nobody => None,
            Asks::Emulator(endpoint) => return ask(&self.runner(Some(*endpoint))?),
            Asks::EmptyEmulator(_) => Some(toolbox()?.emulator_sources()?),
        };
        let version = self.runner(None)?.run(&["version", "-json"])?.stdout;
        let mut key = Key::default().with("question", question).with("version", version);
        key = key.with("emulator", endpoint.unwrap_or_default().display().to_string());
        for (name, value) in &self.environment {
            key = key.with(name, value);
        }
        kept()?.answer(key.with_files(self.dir.path())?, || ask(&self.asking()?))
    }

    /// Any other command.
    pub fn run(&self, arguments: &[&str]) -> Result<Run> {
        self.asking()?.run(arguments)
    }

    /// Terraform with whoever answers the provider.
    fn asking(&self) -> Result<sandbox::Terraform> {
        let endpoint = match &self.asks {
            Asks::Nobody => None,
            Asks::Emulator(endpoint) => Some(*endpoint),
            Asks::EmptyEmulator(emulator) => {
                if emulator.get().is_none() {
                    let _ = emulator.set(Emulator::start()?);
                }
                emulator.get().map(Emulator::at)
            }
        };
        self.runner(endpoint)
    }

    fn runner(&self, endpoint: Option<Endpoint>) -> Result<sandbox::Terraform> {
        let endpoint = endpoint.map(|endpoint| endpoint.environment()).unwrap_or_default();
        let environment = self.environment.iter().cloned().chain(endpoint).collect();
        sandbox::Terraform::new(&toolbox()?, self.dir.path(), environment)
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
        self.asking()?.apply(&mut |_| ())
    }

    /// `terraform destroy`, without asking.
    pub fn destroy(&self) -> Result<()> {
        self.asking()?.destroy(&mut |_| ())
    }

    /// The value of one output.
    pub fn output(&self, name: &str) -> Result<Value> {
        Ok(self.asking()?.outputs()?[name]["value"].take())
    }

    /// The addresses of everything in the state.
    pub fn state_list(&self) -> Result<Vec<String>> {
        Ok(self.run(&["state", "list"])?.stdout.lines().map(String::from).collect())
    }
}
