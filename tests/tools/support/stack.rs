//! Stacks whose plans need no answer of AWS.

use anyhow::Result;
use paytf::config::{Config, Profile};
use paytf::render::Format;
use paytf::sandbox::Plan;

use super::{Terraform, Workdir};

/// The account of every stack under test: it is given, so that no data source has to call an API.
pub const ACCOUNT_ID: &str = "123456789012";

/// Everything that a configuration can add to production.
pub const EVERYTHING: &str = "
[application.domain]
name = 'pay.example.com'
hosted_zone_id = 'Z0123456789ABCDEFGHIJ'
[application.waf]
exempt_addresses = ['203.0.113.0/28']
[application.secrets]
CARD_NETWORK_KEY = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:card-network-AbCdEf'
[validation]
provisioned_concurrency = 3
[logs]
data_events = true
[monitoring]
page_emails = ['oncall@example.com']
[protection]
enabled = true
copy_to_vault_arn = 'arn:aws:backup:us-west-2:210987654321:backup-vault:payments'
";

/// A configuration for that account, with what `toml` adds.
pub fn config(toml: &str, suffix: &str, profile: Profile) -> Config {
    let toml = format!("account_id = '{ACCOUNT_ID}'\n{toml}");
    Config::from_toml(&toml, "test.toml".as_ref(), suffix.parse().unwrap(), Some(profile)).unwrap()
}

/// A stack, ready to be planned.
pub fn initialised(config: &Config, format: Format) -> Result<Terraform> {
    let terraform = Terraform::offline(Workdir::of_stack(config, format)?)?;
    terraform.init()?;
    Ok(terraform)
}

/// What Terraform plans for a stack.
pub fn planned(config: &Config) -> Result<Plan> {
    initialised(config, Format::Json)?.plan()
}
