//! What every tier of one environment shares: its configuration, its suffix, its account, its
//! addresses.

use anyhow::Result;
use ipnet::Ipv4Net;

use super::{CertificateVariable, Variables};
use crate::aws::DataAwsCallerIdentity;
use crate::cidr::{CidrPlan, ZonePlan};
use crate::config::Config;
use crate::naming::{self, default_tags};
use crate::stack::VERSIONS;
use crate::tiers::domain::Domain;
use terraform::tf::settings::Settings;
use terraform::tf::{Attr, List, Root, outputs_of};
use terraform::{block, wire};

/// A certificate that does not exist: a plan works without one configured, AWS refuses the apply.
const NO_CERTIFICATE: &str =
    "arn:aws:acm:us-east-1:000000000000:certificate/00000000-0000-0000-0000-000000000000";

/// One environment of the stack.
pub struct Environment<'a> {
    pub config: &'a Config,
    pub plan: CidrPlan,
    pub var: Variables,
    pub suffix: Attr<String>,
    pub account_id: Attr<String>,
    /// The certificate of the domain if there is one, else the one that the operator gives.
    pub certificate_arn: Attr<String>,
}

impl<'a> Environment<'a> {
    /// The environment, and the root module that will hold its tiers.
    pub fn new(config: &'a Config) -> Result<(Root, Self)> {
        let mut root = Root::new(settings(config).blocks());
        let certificate_arn = match &config.application.domain {
            Some(_) => outputs_of::<Domain>().certificate_arn,
            None => root.variables(certificate(config)).certificate_arn,
        };
        let var = root.variables(variables(config));
        let account_id = match &config.account_id {
            Some(account_id) => account_id.as_str().into(),
            None => root.data("current", block!(DataAwsCallerIdentity {}))?.account_id().into(),
        };
        let plan = config.cidr_plan()?;
        let suffix = config.suffix.as_str().into();
        Ok((root, Environment { config, plan, var, suffix, account_id, certificate_arn }))
    }

    /// One subnet's address range per zone.
    pub fn cidr_blocks(&self, subnet: fn(&ZonePlan) -> Ipv4Net) -> List<String> {
        self.plan.zones().map(|zone| subnet(zone).to_string()).collect::<Vec<_>>().into()
    }

    /// How long log groups keep events, in days.
    pub fn log_retention_days(&self) -> u32 {
        self.config.logs.retention_days.get()
    }
}

fn certificate(config: &Config) -> CertificateVariable {
    let configured = config.application.certificate_arn.as_ref();
    wire!(CertificateVariable {
        certificate_arn: configured.map_or(NO_CERTIFICATE, |arn| arn.as_str())
    })
}

fn variables(config: &Config) -> Variables {
    wire!(Variables {
        container_image: config
            .application
            .container_image
            .as_ref()
            .map_or(Attr::Unset, |image| image.as_str().into()),
        page_emails: texts(&config.monitoring.page_emails),
        ticket_emails: texts(&config.monitoring.ticket_emails),
    })
}

/// The values as text, in their order.
pub fn texts<T: ToString>(values: &[T]) -> List<String> {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().into()
}

fn settings(config: &Config) -> Settings<'_> {
    let standard =
        default_tags(&config.suffix).into_iter().map(|(key, value)| (key.to_owned(), value));
    let (key, value) = naming::PROTECTION_TAG;
    let protection = config.protection.enabled.then(|| (key.to_owned(), value.to_owned()));
    let own = config.tags.iter().map(|(key, value)| (key.to_string(), value.to_string()));
    Settings {
        versions: VERSIONS,
        region: "us-east-1",
        account_id: config.account_id.as_ref().map(|id| id.as_str()),
        default_tags: standard.chain(protection).chain(own).collect(),
    }
}
