//! The whole life of the stack on the emulator. Production: applied, asked about through the AWS
//! APIs, planned again without a change, robbed of its writer and repaired, destroyed without a
//! trace. Development: applied, destroyed, and applied again to the same account. The two are lived
//! side by side, and beside that of the sandbox: most of their time is the provider's fixed waits.

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

#[test]
fn production_is_applied_as_promised_settles_loses_its_writer_and_is_destroyed_without_a_trace()
-> Result<()> {
    let emulator = Emulator::start()?;
    let aws = Aws(&emulator);
    let terraform = applied(Profile::Production, "", &emulator)?;
    assert_all(&aws, &TIERS);

    let again = terraform.plan()?;
    assert_eq!(again.changed(), [""; 0], "{}", again.difference());

    verified::nothing_is_wrong_with_what_exists(&again.json);
    verified::its_destruction_can_succeed(&terraform)?;

    arrival::alarms_and_events_arrive(&emulator, &terraform)?;
    fault::the_loss_of_the_writer_is_survived_and_mended(&aws, &terraform)?;

    terraform.destroy()?;
    assert_eq!(nothing_left(&emulator)?, [""; 0]);
    Ok(())
}

/// ALL-3: whatever AWS keeps of what is deleted, a name or a key, must not stand in the way. ALL-9:
/// protected, and no longer, it goes without a trace again.
#[test]
fn what_was_destroyed_can_be_applied_again_protected_and_destroyed_when_it_no_longer_is()
-> Result<()> {
    let emulator = Emulator::start()?;
    let terraform = applied(Profile::Development, "", &emulator)?;
    terraform.destroy()?;
    assert_eq!(nothing_left(&emulator)?, [""; 0]);
    terraform.apply()?;
    let again = terraform.plan()?;
    assert_eq!(again.changed(), [""; 0], "{}", again.difference());
    for toml in [protection::PROTECTION, ""] {
        terraform.dir.write_stack(&config(toml, "staging", Profile::Development), Format::Json)?;
        terraform.apply()?;
        let again = terraform.plan()?;
        assert_eq!(again.changed(), [""; 0], "{}", again.difference());
    }
    terraform.destroy()?;
    assert_eq!(nothing_left(&emulator)?, [""; 0]);
    Ok(())
}

/// ALL-9
#[test]
fn protected_production_settles_and_is_not_destroyed_until_it_is_meant() -> Result<()> {
    let emulator = Emulator::start()?;
    let terraform = applied(Profile::Production, protection::PROTECTION, &emulator)?;
    let again = terraform.plan()?;
    assert_eq!(again.changed(), [""; 0], "{}", again.difference());
    verified::nothing_is_wrong_with_what_exists(&again.json);
    protection::its_destruction_is_refused_until_it_is_meant(&emulator, &terraform)
}
