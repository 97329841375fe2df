//! The whole life of the stack on the emulator. Production: applied, asked about through the AWS
//! APIs, planned again without a change, robbed of its writer and repaired, protected and no
//! longer protected, destroyed without a trace. Development: protected, no longer protected,
//! destroyed, and applied again to the same account. The two are lived side by side, and beside
//! that of the sandbox: most of their time is the provider's fixed waits.

mod application;
mod arrival;
mod assertion;
mod aws;
mod database;
mod encryption;
mod entry;
mod everything;
mod fault;
mod iam;
mod monitoring;
mod network;
mod notifications;
mod protection;
mod storage;
mod traffic;
mod validation;
mod verified;

use crate::support::{Emulator, Terraform, Workdir, config, nothing_left};
use anyhow::Result;
use assertion::{Assertion, assert_all};
use aws::Aws;
use paytf::config::Profile;
use paytf::render::Format;
pub(super) use protection::PROTECTION;
use serde_json::json;

const TIERS: [(&str, &[Assertion]); 12] = [
    ("network", network::ASSERTIONS),
    ("traffic", traffic::ASSERTIONS),
    ("database", database::ASSERTIONS),
    ("application", application::ASSERTIONS),
    ("entry", entry::ASSERTIONS),
    ("validation", validation::ASSERTIONS),
    ("storage", storage::ASSERTIONS),
    ("monitoring", monitoring::ASSERTIONS),
    ("notifications", notifications::ASSERTIONS),
    ("iam", iam::ASSERTIONS),
    ("encryption", encryption::ASSERTIONS),
    ("everything", everything::ASSERTIONS),
];

/// The rules that the profile for development does not meet, since that costs.
const CHEAPER_IN_DEVELOPMENT: [&str; 3] =
    ["backup-restore-test", "backup-retention-week", "network-waf"];

/// The stack of a profile, and what `toml` adds, applied.
fn applied(profile: Profile, toml: &str, emulator: &Emulator) -> Result<Terraform> {
    let config = config(toml, "staging", profile);
    let certificate = emulator.ask(
        "acm",
        "request_certificate",
        json!({"DomainName": "payments.example.com"}),
    )?;
    let certificate = certificate["CertificateArn"].as_str().expect("a certificate has an ARN");
    let stack = Workdir::of_stack(&config, Format::Json)?;
    let terraform = Terraform::emulated(stack, emulator)?.variable("certificate_arn", certificate);
    terraform.init()?;
    terraform.apply()?;
    Ok(terraform)
}

/// The stack's files, written again with another configuration.
fn rewrite(terraform: &Terraform, profile: Profile, toml: &str) -> Result<()> {
    terraform.dir.write_stack(&config(toml, "staging", profile), Format::Json)
}

/// Another plan changes nothing, and only what `but` reports is wrong with what exists.
fn assert_settled(terraform: &Terraform, but: &[&str]) -> Result<()> {
    let again = terraform.plan()?;
    assert_eq!(again.changed(), [""; 0], "{}", again.difference());
    verified::nothing_is_wrong_with_what_exists(&again.json, but);
    Ok(())
}

#[test]
fn production_is_applied_as_promised_settles_loses_its_writer_and_is_destroyed_without_a_trace()
-> Result<()> {
    let emulator = Emulator::start()?;
    let aws = Aws(&emulator);
    let terraform = applied(Profile::Production, "", &emulator)?;
    assert_all(&aws, &TIERS);
    assert_settled(&terraform, &[])?;
    verified::its_destruction_can_succeed(&terraform)?;

    arrival::alarms_and_events_arrive(&emulator, &terraform)?;
    fault::the_loss_of_the_writer_is_survived_and_repaired(&aws, &terraform)?;

    // ALL-9: in place, with the tag that protection adds to every resource.
    for toml in [protection::PROTECTION, ""] {
        rewrite(&terraform, Profile::Production, toml)?;
        terraform.apply()?;
        assert_settled(&terraform, &[])?;
    }

    terraform.destroy()?;
    assert_eq!(nothing_left(&emulator)?, [""; 0]);
    Ok(())
}

/// ALL-9: protected it settles; no longer protected it is destroyed without a trace. ALL-3:
/// whatever AWS keeps of what was deleted, a name or a key, must not prevent another apply.
#[test]
fn development_is_destroyed_when_that_is_meant_and_can_be_applied_again() -> Result<()> {
    let emulator = Emulator::start()?;
    let terraform = applied(Profile::Development, protection::PROTECTION, &emulator)?;
    assert_settled(&terraform, &CHEAPER_IN_DEVELOPMENT)?;
    rewrite(&terraform, Profile::Development, "")?;
    terraform.apply()?;
    assert_settled(&terraform, &CHEAPER_IN_DEVELOPMENT)?;
    terraform.destroy()?;
    assert_eq!(nothing_left(&emulator)?, [""; 0]);
    rewrite(&terraform, Profile::Development, protection::PROTECTION)?;
    terraform.apply()?;
    assert_settled(&terraform, &CHEAPER_IN_DEVELOPMENT)?;
    protection::its_destruction_is_refused_until_it_is_meant(&emulator, &terraform)
}
