//! `paytf diff` says what real Terraform says: of a stack as an apply would have left it, the plan
//! for another configuration, resource by resource.

use std::collections::BTreeSet;

use crate::support::{Actions, Applied, actions};
use anyhow::Result;
use paytf::config::{Config, Profile};
use paytf::diff::{Plan, Stack};
use paytf::files;
use paytf::render::Format;
use paytf::validator;

fn config(toml: &str) -> Config {
    crate::support::config(toml, "staging", Profile::Production)
}

fn written(toml: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let config = config(toml);
    let files = files::of_stack(
        &config,
        Format::Json,
        validator::package(None, config.validation.architecture)?,
    )?;
    Ok(files.into_iter().map(|(path, content)| (path, content.into_owned())).collect())
}

fn by_paytf(toml: &str) -> Result<Actions> {
    let stack = |toml| Stack::written("test", written(toml)?);
    Ok(actions(&Plan::between(&stack("")?, &stack(toml)?)?.json()))
}

/// Where the two disagree, by address.
fn disagreements(terraform: &Actions, paytf: &Actions) -> Vec<String> {
    let addresses: BTreeSet<_> = terraform.keys().chain(paytf.keys()).collect();
    let differing = addresses.into_iter().filter(|address| {
        terraform.get(*address) != paytf.get(*address) && !is_empty_update(address, terraform)
    });
    let message = |address| {
        format!("{address}: Terraform {:?}, paytf {:?}", terraform.get(address), paytf.get(address))
    };
    differing.map(message).collect()
}

/// The provider compares the default tags of a drill although they are ignored, and then plans an
/// update of parameters that are left out, from null to `{}`: once, and it changes nothing.
fn is_empty_update(address: &str, terraform: &Actions) -> bool {
    address.contains(".aws_fis_experiment_template.")
        && terraform.get(address).is_some_and(|actions| actions == &["update"])
}

#[test]
fn terraform_and_paytf_agree_on_what_happens_to_every_resource() -> Result<()> {
    let applied = Applied::of(&config(""))?;
    for (toml, least) in [
        ("[network]\nvpc_cidr = '10.4.0.0/16'", 150),
        ("[tags]\nOwner = 'payments'", 200),
        (
            "[application]\ncontainer_protocol = 'HTTP'\nmax_tasks = 60\nwaf = { enabled = false \
             }\ndomain = { name = 'pay.example.com', hosted_zone_id = 'Z1' \
             }\n[validation]\nmemory_mb = 1024\n[database]\nproxy = false\nbackup_retention_days \
             = 7\n[logs]\nretention_days = 90\n[accept]\nencrypt-target-group = 'compared only'",
            70,
        ),
    ] {
        let (terraform, paytf) = (applied.by_terraform(&config(toml))?, by_paytf(toml)?);
        assert!(paytf.len() >= least, "{toml}: only {} changes", paytf.len());
        assert_eq!(disagreements(&terraform, &paytf), [""; 0], "{toml}");
    }
    Ok(())
}
