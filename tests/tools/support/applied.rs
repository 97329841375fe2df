//! A stack as an apply would have left it, made without one: from the plan of what is to be
//! created, and from what Terraform plans next.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use paytf::config::Config;
use paytf::render::Format;
use serde_json::Value;

use super::{Plan, Terraform, Workdir, provider_schema, state};

/// Plans after which the made state has to be what Terraform would have left: documents that need
/// what AWS told, then what needs those documents, then nothing.
const ROUNDS: usize = 4;

/// What happens to each resource to which something does, in the words of Terraform's JSON.
pub type Actions = BTreeMap<String, Vec<String>>;

/// The actions of a plan.
pub fn actions(plan: &Value) -> Actions {
    let words = |one: &Value| -> Vec<String> {
        let words = one["change"]["actions"].as_array().into_iter().flatten();
        words.filter_map(|word| Some(word.as_str()?.to_owned())).collect()
    };
    let changes = plan["resource_changes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|one| one["mode"] == "managed");
    let actions =
        changes.map(|one| (one["address"].as_str().unwrap_or_default().to_owned(), words(one)));
    actions.filter(|(_, words)| words != &["no-op"]).collect()
}

/// A stack with its state.
pub struct Applied {
    terraform: Terraform,
    /// What Terraform plans for it as it is: nothing, with every value known.
    pub plan: Plan,
}

impl Applied {
    /// The stack of a configuration.
    pub fn of(config: &Config) -> Result<Self> {
        let terraform = Terraform::planning_from_state(Workdir::of_stack(config, Format::Json)?)?;
        terraform.init()?;
        let plan = terraform.plan()?;
        Self::after(terraform, plan)
    }

    /// The stack after this plan of it has been applied.
    fn after(terraform: Terraform, mut plan: Plan) -> Result<Self> {
        let schema = provider_schema(&terraform)?;
        for _ in 0..ROUNDS {
            terraform.dir.write("terraform.tfstate", state(&plan, &schema, &|_, _| false)?)?;
            plan = terraform.plan()?;
            if actions(&plan.json).is_empty() {
                return Ok(Self { terraform, plan });
            }
        }
        bail!("the state is not what an apply would leave: {:#?}", actions(&plan.json))
    }

    /// The stack once it has become that of another configuration.
    pub fn changed_to(self, config: &Config) -> Result<Self> {
        let plan = self.plan_of(config)?;
        Self::after(self.terraform, plan)
    }

    /// What Terraform would do for another configuration.
    pub fn by_terraform(&self, config: &Config) -> Result<Actions> {
        Ok(actions(&self.plan_of(config)?.json))
    }

    /// What Terraform plans for another configuration.
    pub fn plan_of(&self, config: &Config) -> Result<Plan> {
        self.terraform.dir.write_stack(config, Format::Json)?;
        self.terraform.init()?;
        self.terraform.plan()
    }
}
