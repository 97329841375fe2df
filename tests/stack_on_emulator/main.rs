//! The whole life of the stack on the emulator: applied, asked about through the AWS APIs, planned again without a
//! change, destroyed without a trace, and applied again.

mod notifications;
#[path = "../support/mod.rs"]
mod support;

use anyhow::Result;
use paytf::config::{Config, Profile};
use paytf::render::Format;
use serde_json::json;
use support::{Emulator, Terraform, Workdir, nothing_left};

#[test]
fn the_stack_lives_its_whole_life() -> Result<()> {
    let config = Config::defaults(Profile::Production, "staging".parse().unwrap());
    let emulator = Emulator::start()?;
    let certificate = emulator.ask("acm", "request_certificate", json!({"DomainName": "payments.example.com"}))?;
    let certificate = certificate["CertificateArn"].as_str().expect("a certificate has an ARN");
    let terraform = Terraform::emulated(Workdir::of_stack(&config, Format::Json)?, &emulator)?
        .variable("certificate_arn", certificate);
    terraform.init()?;
    terraform.apply()?;

    let again = terraform.plan()?;
    assert_eq!(again.changed(), [""; 0], "{}", again.difference());

    notifications::arrive(&emulator, &terraform)?;

    terraform.destroy()?;
    assert_eq!(nothing_left(&emulator)?, [""; 0]);

    terraform.apply()?;
    Ok(())
}
