//! `paytf diff` says what real Terraform says: of a stack as an apply would have left it, the plan for another
//! configuration, resource by resource.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Terraform, Workdir, provider_schema, state};
use anyhow::{Result, bail};
use paytf::config::{Config, Profile};
use paytf::diff::{Plan, Stack};
use paytf::files;
use paytf::render::Format;
use paytf::validator;
use serde_json::Value;

/// Plans after which the made state has to be what Terraform would have left: documents that need what AWS told, then
/// what needs those documents, then nothing.
const ROUNDS: usize = 4;

/// Planned to be updated whatever the configuration says, without a difference in any value: its made state lacks
/// something that only an apply can write. Where paytf sees a change of it, Terraform's answer counts.
const NEVER_SETTLED: &str = "module.database.aws_rds_cluster.main";

fn config(toml: &str) -> Config {
    crate::support::config(toml, "staging", Profile::Production)
}

fn written(toml: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let config = config(toml);
    let files = files::of_stack(&config, Format::Json, validator::package(None, config.validation.architecture)?)?;
    Ok(files.into_iter().map(|(path, content)| (path, content.into_owned())).collect())
}

pub(super) type Actions = BTreeMap<String, Vec<String>>;

/// What happens to each resource to which something does, in the words of Terraform's JSON.
fn actions(plan: &Value) -> Actions {
    let words = |one: &Value| -> Vec<String> {
        let words = one["change"]["actions"].as_array().into_iter().flatten();
        words.filter_map(|word| Some(word.as_str()?.to_owned())).collect()
    };
    let changes = plan["resource_changes"].as_array().into_iter().flatten().filter(|one| one["mode"] == "managed");
    let actions = changes.map(|one| (one["address"].as_str().unwrap_or_default().to_owned(), words(one)));
    actions.filter(|(_, words)| words != &["no-op"]).collect()
}

fn by_paytf(toml: &str) -> Result<Actions> {
    let stack = |toml| Stack::written("test", written(toml)?);
    Ok(actions(&Plan::between(&stack("")?, &stack(toml)?)?.json()))
}

/// The stack as an apply would have left it.
pub(super) struct Applied(Terraform);

impl Applied {
    pub(super) fn of(toml: &str) -> Result<Self> {
        let terraform = Terraform::planning_from_state(Workdir::of_stack(&config(toml), Format::Json)?)?;
        terraform.init()?;
        let (mut plan, schema) = (terraform.plan()?, provider_schema(&terraform)?);
        for _ in 0..ROUNDS {
            terraform.dir.write("terraform.tfstate", state(&plan, &schema, &|_, _| false)?)?;
            plan = terraform.plan()?;
            if actions(&plan.json).keys().all(|address| address == NEVER_SETTLED) {
                return Ok(Self(terraform));
            }
        }
        bail!("the state is not what an apply would leave: {:#?}", actions(&plan.json))
    }

    /// What Terraform would do for another configuration.
    pub(super) fn by_terraform(&self, toml: &str) -> Result<Actions> {
        for (path, content) in written(toml)? {
            self.0.dir.write(&path, content)?;
        }
        self.0.init()?;
        Ok(actions(&self.0.plan()?.json))
    }
}

/// Where the two disagree, by address.
fn disagreements(terraform: &Actions, paytf: &Actions) -> Vec<String> {
    let addresses: BTreeSet<_> = terraform.keys().chain(paytf.keys()).collect();
    let differing = addresses.into_iter().filter(|address| {
        let settled = *address != NEVER_SETTLED || paytf.contains_key(*address);
        settled && terraform.get(*address) != paytf.get(*address)
    });
    let message =
        |address| format!("{address}: Terraform {:?}, paytf {:?}", terraform.get(address), paytf.get(address));
    differing.map(message).collect()
}

#[test]
fn terraform_and_paytf_agree_on_what_happens_to_every_resource() -> Result<()> {
    let applied = Applied::of("")?;
    for (toml, least) in [
        ("[network]\nvpc_cidr = '10.4.0.0/16'", 150),
        ("[tags]\nOwner = 'payments'", 200),
        (
            "[application]\ncontainer_protocol = 'HTTP'\nmax_tasks = 60\nwaf = { enabled = false }\n\
             domain = { name = 'pay.example.com', hosted_zone_id = 'Z1' }\n[validation]\nmemory_mb = 1024\n\
             [database]\nproxy = false\nbackup_retention_days = 7\n[logs]\nretention_days = 90",
            70,
        ),
    ] {
        let (terraform, paytf) = (applied.by_terraform(toml)?, by_paytf(toml)?);
        assert!(paytf.len() >= least, "{toml}: only {} changes", paytf.len());
        assert_eq!(disagreements(&terraform, &paytf), [""; 0], "{toml}");
    }
    Ok(())
}
