//! The payment infrastructure: [`payment`] lists its tiers, in the order packets and money travel.
//! What each tier is given is in `stack/`, one file per tier. Outputs can be used before their tier
//! is declared ([`outputs_of`](terraform::tf::outputs_of)), since Terraform orders resources by
//! reference: the roles are given the network's log group, and the network a role.

mod application;
mod database;
mod domain;
mod encryption;
mod environment;
mod flows;
mod iam;
mod monitoring;
mod network;
mod ports;
mod resilience;
mod results;
mod storage;
mod validation;

use anyhow::Result;

use crate::config::Config;
use crate::tiers::domain::Domain;
use crate::tiers::encryption::Encryption;
use environment::Environment;
use terraform::tf::Root;
use terraform::tf::settings::Versions;

pub use flows::policy;
pub use monitoring::monitoring;
pub use ports::{CertificateVariable, Results, Variables};
pub use resilience::resilience;

/// What the stack can be used with. A validation of a variable that names another one needs
/// Terraform 1.9. Source:
/// <https://developer.hashicorp.com/terraform/language/v1.9.x/upgrade-guides>
pub const VERSIONS: Versions =
    Versions { terraform: ">= 1.9.0, < 2.0.0", provider: ">= 5.100, < 7.0" };
/// The Terraform the stack is tested with.
pub const TERRAFORM_VERSION: &str = include_str!("../.terraform-version").trim_ascii();
/// Where the deployment package of the validation function is in the stack.
pub const VALIDATION_PACKAGE: &str = "lambda/payment-validator.zip";

/// The whole stack of one environment.
///
/// # Errors
/// When a tier cannot be written: a mistake in the tier, which its unit tests show first.
pub fn payment(config: &Config) -> Result<Root> {
    let (mut root, env) = Environment::new(config)?;
    root.tier(env.network_tier(), env.network_inputs())?;
    root.tier(env.application_tier(), env.application_inputs())?;
    if let Some(domain) = &config.application.domain {
        root.tier(Domain {}, env.domain_inputs(domain))?;
    }
    root.tier(env.validation_tier(), env.validation_inputs())?;
    root.tier(env.database_tier(), env.database_inputs())?;
    root.tier(env.storage_tier(), env.storage_inputs())?;
    root.tier(monitoring(config), env.monitoring_inputs())?;
    root.tier(resilience(config), env.resilience_inputs())?;
    root.tier(env.iam_tier(), env.iam_inputs())?;
    root.tier(
        Encryption { protected: config.protection.enabled, data_events: config.logs.data_events },
        env.encryption_inputs(),
    )?;
    root.outputs(env.results())?;
    Ok(root)
}
