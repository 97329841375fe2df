//! The whole life of the stack on the emulator: applied, asked about through the AWS APIs, planned again without a
//! change, robbed of its writer and mended, destroyed without a trace, and applied again.

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
mod storage;
mod traffic;
mod validation;
mod verified;

use crate::support::{Emulator, Terraform, Workdir, nothing_left};
use anyhow::Result;
use assertion::{Assertion, assert_all};
use aws::Aws;
use paytf::config::{Config, Profile};
use paytf::render::Format;
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

#[test]
fn the_stack_lives_its_whole_life() -> Result<()> {
    let config = Config::defaults(Profile::Production, "staging".parse().unwrap());
    let emulator = Emulator::start()?;
    let aws = Aws(&emulator);
    let certificate = aws.ask("acm", "request_certificate", json!({"DomainName": "payments.example.com"}))?;
    let certificate = certificate["CertificateArn"].as_str().expect("a certificate has an ARN");
    let terraform = Terraform::emulated(Workdir::of_stack(&config, Format::Json)?, &emulator)?
        .variable("certificate_arn", certificate);
    terraform.init()?;
    terraform.apply()?;
    assert_all(&aws, &TIERS);

    let again = terraform.plan()?;
    assert_eq!(again.changed(), [""; 0], "{}", again.difference());

    verified::nothing_is_wrong_with_what_exists(&again.json);
    verified::its_destruction_can_succeed(&terraform)?;

    arrival::alarms_and_events_arrive(&emulator, &terraform)?;
    fault::the_loss_of_the_writer_is_survived_and_mended(&aws, &terraform)?;

    terraform.destroy()?;
    assert_eq!(nothing_left(&emulator)?, [""; 0]);

    terraform.apply()?;
    Ok(())
}
