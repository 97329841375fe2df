//! Starts, drills, heals and destroys a sandbox.

use std::fs;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::{
    ACCOUNT, Api, EMULATED, Emulator, Event, Interrupted, Record, Row, SandboxFolder, Terraform,
    Toolbox, deployed, drill, nothing_left,
};
use crate::config::Config;
use crate::disk;
use crate::files::Files;

/// Who is told how far a sandbox has come.
pub trait Progress {
    /// A step begins; the one before it is done.
    fn step(&mut self, name: &str);
    /// Terraform has something to tell about the step.
    fn heard(&mut self, event: &Event);
}

/// A sandbox whose emulator serves.
pub struct Sandbox {
    /// The folder of the sandbox.
    pub place: SandboxFolder,
    /// What is known of it.
    pub record: Record,
    api: Api,
    terraform: Terraform,
}

/// What a drill found.
pub struct Drilled {
    /// The changes that were made.
    pub taken: Vec<String>,
    /// What existed before them.
    pub before: Vec<Row>,
    /// What exists after them.
    pub after: Vec<Row>,
    /// What Terraform would do about it.
    pub lost: Vec<String>,
}

/// Starts a sandbox: an emulator, and the stack applied to it. On an error the emulator ends; after
/// an interrupt nothing is left at all.
///
/// # Errors
/// When one is running here already, a tool is missing, or Terraform fails.
pub fn start(
    place: SandboxFolder,
    toolbox: &Toolbox,
    config: &Config,
    files: &Files,
    progress: &mut dyn Progress,
) -> Result<Sandbox> {
    let _claim = place.claim()?;
    if let Some(record) = place.running()? {
        let (suffix, url) = (place.suffix(), record.endpoint.url());
        bail!(
            "the sandbox `{suffix}` is running already, at {url}: `paytf sandbox status` shows \
             it, `paytf sandbox down --suffix {suffix}` ends it"
        );
    }
    let started = apply(&place, toolbox, config, files, progress);
    match started {
        Err(error) if error.is::<Interrupted>() => {
            place.remove()?;
            Err(error)
        }
        other => other.with_context(|| {
            format!("the sandbox did not start; its logs are in {}", place.shown())
        }),
    }
}

fn apply(
    place: &SandboxFolder,
    toolbox: &Toolbox,
    config: &Config,
    files: &Files,
    progress: &mut dyn Progress,
) -> Result<Sandbox> {
    progress.step("Python environment of the emulator");
    toolbox.python()?;
    progress.step("emulator");
    place.clear()?;
    disk::apply(&place.stack(), files, &disk::compare(&place.stack(), files)?)?;
    fs::write(place.stack().join(EMULATED.0), EMULATED.1)?;
    let account = config.account_id.as_ref().map_or(ACCOUNT, |account| account.as_str());
    let emulator = Emulator::start(toolbox, &place.owner(), account, place.folder())?;
    let api = Api::at(emulator.endpoint(), toolbox, place.folder())?;
    let certificate =
        api.ask("acm", "request_certificate", json!({"DomainName": "payments.example.com"}))?;
    let certificate_arn =
        certificate["CertificateArn"].as_str().context("the certificate has no ARN")?.to_owned();
    let zones = config.network.availability_zones.map(|zone| zone.name().to_owned());
    let record = Record { endpoint: emulator.endpoint(), zones, certificate_arn };
    let terraform = terraform(place, toolbox, &record)?;
    fs::write(place.folder().join("environment.sh"), terraform.exports())?;
    progress.step("terraform init");
    terraform.init()?;
    progress.step("terraform plan");
    let plan = terraform.plan()?;
    fs::write(place.plan(), serde_json::to_vec(&plan.json)?)?;
    progress.step("terraform apply");
    plan.to_change().for_each(|address| progress.heard(&Event::Planned(address.to_owned())));
    terraform.apply_plan(&mut |event| progress.heard(event))?;
    toolbox.interrupts.check()?;
    place.remember(&record)?;
    emulator.let_go()?;
    Ok(Sandbox { place: place.clone(), record, api, terraform })
}

fn terraform(place: &SandboxFolder, toolbox: &Toolbox, record: &Record) -> Result<Terraform> {
    let terraform = Terraform::emulated(toolbox, &place.stack(), record.endpoint)?;
    Ok(terraform.variable("certificate_arn", &record.certificate_arn))
}

impl Sandbox {
    /// The running sandbox of a place; none when its emulator has ended, and everything with it.
    ///
    /// # Errors
    /// When a tool is missing.
    pub fn open(place: SandboxFolder, toolbox: &Toolbox) -> Result<Option<Self>> {
        let Some(record) = place.running()? else { return Ok(None) };
        let api = Api::at(record.endpoint, toolbox, place.folder())?;
        let terraform = terraform(&place, toolbox, &record)?;
        Ok(Some(Self { place, record, api, terraform }))
    }

    /// What is there.
    ///
    /// # Errors
    /// When a question is refused.
    pub fn deployed(&self) -> Result<Vec<Row>> {
        deployed(&self.api, &self.record.zones)
    }

    /// The outputs of the stack: name, description, value.
    ///
    /// # Errors
    /// When Terraform fails.
    pub fn outputs(&self) -> Result<Value> {
        self.terraform.outputs()
    }

    /// The plan that the stack was applied from.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn plan(&self) -> Result<Value> {
        Ok(serde_json::from_slice(&fs::read(self.place.plan())?)?)
    }

    /// Takes a zone away.
    ///
    /// # Errors
    /// When AWS refuses, or Terraform fails.
    pub fn drill(&self, zone: &str, progress: &mut dyn Progress) -> Result<Drilled> {
        let _claim = self.place.claim()?;
        progress.step("drill");
        let before = self.deployed()?;
        let taken = drill::take_away(&self.api, zone)?;
        let after = self.deployed()?;
        progress.step("terraform plan");
        let lost = self.terraform.plan()?.changed();
        Ok(Drilled { taken, before, after, lost })
    }

    /// Lets Terraform bring back what is lost; gives what it did, and what it would still do.
    ///
    /// # Errors
    /// When Terraform fails.
    pub fn heal(&self, progress: &mut dyn Progress) -> Result<(Vec<String>, Vec<String>)> {
        let _claim = self.place.claim()?;
        progress.step("terraform plan");
        let plan = self.terraform.plan()?;
        if !plan.has_changes() {
            return Ok((vec![], vec![]));
        }
        progress.step("terraform apply");
        plan.to_change().for_each(|address| progress.heard(&Event::Planned(address.to_owned())));
        self.terraform.apply_plan(&mut |event| progress.heard(event))?;
        progress.step("terraform plan");
        Ok((plan.changed(), self.terraform.plan()?.changed()))
    }

    /// Destroys the stack and asks what is left; when nothing is, or it does not matter, the
    /// emulator ends.
    ///
    /// # Errors
    /// When Terraform fails.
    pub fn down(self, whatever_is_left: bool, progress: &mut dyn Progress) -> Result<Vec<String>> {
        let _claim = self.place.claim()?;
        progress.step("terraform destroy");
        self.terraform.destroy(&mut |event| progress.heard(event))?;
        self.delete_certificate()?;
        progress.step("what is left");
        let left = nothing_left(&self.api)?;
        if left.is_empty() || whatever_is_left {
            self.record.endpoint.end()?;
            self.place.remove()?;
        }
        Ok(left)
    }

    /// The certificate is not Terraform's; an earlier attempt may have deleted it.
    fn delete_certificate(&self) -> Result<()> {
        let certificates =
            self.api.list("acm", "list_certificates", json!({}), "CertificateSummaryList")?;
        if certificates
            .iter()
            .any(|certificate| certificate["CertificateArn"] == self.record.certificate_arn)
        {
            self.api.ask(
                "acm",
                "delete_certificate",
                json!({"CertificateArn": self.record.certificate_arn}),
            )?;
        }
        Ok(())
    }
}
