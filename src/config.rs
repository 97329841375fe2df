//! The settings of `paytf.toml`. The profile sets the default of each; the file overrides it.
//!
//! A value that AWS would refuse, or that would not survive the loss of a zone, is refused here,
//! with the line it is on.

#[macro_use]
mod macros;

mod application;
mod backend;
mod check;
mod database;
mod document;
mod encoding;
mod engine_version;
mod environment;
mod environments;
mod error;
mod explain;
mod file;
mod instance_class;
mod json_schema;
mod keys;
mod logs;
mod monitoring;
mod network;
mod one_per_zone;
mod peers;
mod problem;
mod profile;
mod protection;
mod rate;
mod report;
mod resilience;
mod rule;
mod schema;
mod secrets;
mod storage;
mod syntax;
mod template;
mod text;
mod validation;
mod vpc_cidr;
mod window;
mod within;
mod word;

pub use application::{Application, CommonRule, ContainerInsights, ContainerProtocol, Domain, Waf};
pub use backend::S3Backend;
pub use database::{Database, Insights};
pub use engine_version::{EngineVersion, Upgrade};
pub use error::{ConfigError, UnknownWord};
pub use instance_class::InstanceClass;
pub use json_schema::json_schema;
pub use logs::{LogRetentionDays, Logs};
pub use monitoring::Monitoring;
pub use network::{InterfaceEndpoint, Network};
pub use problem::{Position, Problem};
pub use profile::Profile;
pub use protection::Protection;
pub use rate::{RateKey, RateWindow};
pub use resilience::Resilience;
pub use secrets::Secrets;
pub use storage::{Lifecycle, Storage};
pub use template::template;
pub use text::{
    AccountId, AcmCertificateArn, AddressRange, BackupVaultArn, BucketName, ContainerImage,
    DomainName, Email, HealthCheckPath, HelpText, HostedZoneId, HttpsUrl, KeyPrefix, KmsKeyArn,
    PermissionsBoundaryArn, Reason, Region, RowsQuery, RuleId, SecretArn, TagKey, TagValue,
    VariableName,
};
pub use validation::{Architecture, Validation};
pub use verify::{FargateSize, FargateSizeError};
pub use vpc_cidr::VpcCidr;
pub use window::{BackupWindow, MaintenanceWindow};
pub use within::Within;

use crate::{
    cidr::{CidrError, CidrPlan},
    naming::Suffix,
};
use document::Document;
use environments::Asked;
use file::File;
use serde::Serialize;
use std::{collections::BTreeMap, fs, path::Path};

/// One environment: everything that differs from another one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Config {
    /// Last part of every name.
    #[serde(skip)]
    pub suffix: Suffix,
    /// Where the defaults come from.
    pub profile: Profile,
    /// Whether nobody chose the profile.
    #[serde(skip)]
    pub profile_by_default: bool,
    /// Rules of `paytf verify` whose findings in this stack are accepted, each with the reason.
    pub accept: BTreeMap<RuleId, Reason>,
    /// The only account the stack may be applied to; left out, any.
    pub account_id: Option<AccountId>,
    /// Permissions boundary of every role of the stack; left out, none.
    pub permissions_boundary_arn: Option<PermissionsBoundaryArn>,
    /// Tags on every resource besides the standard ones, such as an owner or a cost centre.
    pub tags: BTreeMap<TagKey, TagValue>,
    /// The VPC.
    pub network: Network,
    /// The Aurora PostgreSQL cluster.
    pub database: Database,
    /// The ECS service and its load balancer.
    pub application: Application,
    /// The function that validates payments.
    pub validation: Validation,
    /// The buckets of transaction logs.
    pub storage: Storage,
    /// Every log group.
    pub logs: Logs,
    /// Who is notified, and how often the recovery point is measured.
    pub monitoring: Monitoring,
    /// What is rehearsed.
    pub resilience: Resilience,
    /// What keeps it from being destroyed.
    pub protection: Protection,
    /// Where Terraform keeps the state; left out, on the disk beside the stack.
    pub backend: Option<S3Backend>,
}

impl Config {
    /// The environment as its profile sizes it.
    pub fn defaults(profile: Profile, suffix: Suffix) -> Self {
        Self {
            suffix,
            profile,
            profile_by_default: false,
            accept: BTreeMap::new(),
            account_id: None,
            permissions_boundary_arn: None,
            tags: BTreeMap::new(),
            network: profile.network(),
            database: profile.database(),
            application: profile.application(),
            validation: profile.validation(),
            storage: profile.storage(),
            logs: profile.logs(),
            monitoring: profile.monitoring(),
            resilience: profile.resilience(),
            protection: profile.protection(),
            backend: None,
        }
    }

    /// The environment as a file describes it; without a file, as its profile sizes it.
    ///
    /// The profile is the one given here, else the file's `profile`, else production. A file with
    /// environments must have the one of this suffix.
    pub fn load(
        path: Option<&Path>,
        suffix: Suffix,
        profile: Option<Profile>,
    ) -> Result<Self, ConfigError> {
        match path {
            None => Ok(Self::without_file(suffix, profile)),
            Some(path) => Self::from_toml(&text_of(path)?, path, suffix, profile),
        }
    }

    /// The environment as a profile sizes it; the one given here, else production.
    pub fn without_file(suffix: Suffix, profile: Option<Profile>) -> Self {
        let defaults = Self::defaults(profile.unwrap_or(Profile::Production), suffix);
        Self { profile_by_default: profile.is_none(), ..defaults }
    }

    /// Every environment of a file, in the order of their suffixes.
    pub fn load_all(path: &Path) -> Result<Vec<Self>, ConfigError> {
        Self::all_from_toml(&text_of(path)?, path)
    }

    /// Like [`Config::load`], from a text; `path` only names it in errors.
    pub fn from_toml(
        text: &str,
        path: &Path,
        suffix: Suffix,
        profile: Option<Profile>,
    ) -> Result<Self, ConfigError> {
        let environments = read(text, path, Asked { suffix: Some(&suffix), profile })?;
        let defined = environments.iter().map(|config| config.suffix.to_string()).collect();
        let found = environments.into_iter().find(|config| config.suffix == suffix);
        found.ok_or_else(|| ConfigError::UnknownEnvironment {
            path: path.to_owned(),
            suffix,
            defined,
        })
    }

    /// Like [`Config::load_all`], from a text.
    pub fn all_from_toml(text: &str, path: &Path) -> Result<Vec<Self>, ConfigError> {
        let environments = read(text, path, Asked { suffix: None, profile: None })?;
        let none = || ConfigError::NoEnvironments { path: path.to_owned() };
        if environments.is_empty() { Err(none()) } else { Ok(environments) }
    }

    fn apply(&mut self, file: File) {
        self.accept = file.accept;
        self.account_id = file.account_id;
        self.permissions_boundary_arn = file.permissions_boundary_arn;
        self.tags = file.tags;
        let endpoints_chosen = file.network.interface_endpoints.is_some();
        self.network.apply(file.network);
        self.database.apply(file.database);
        self.application.apply(file.application);
        // ECS reads them from within the network, so the endpoint is worth its price where there
        // are endpoints at all.
        if !endpoints_chosen
            && !self.application.secrets.is_empty()
            && !self.network.interface_endpoints.is_empty()
        {
            self.network.interface_endpoints.push(InterfaceEndpoint::SecretsManager);
        }
        self.validation.apply(file.validation);
        self.storage.apply(file.storage);
        self.logs.apply(file.logs);
        self.monitoring.apply(file.monitoring);
        self.resilience.apply(file.resilience);
        self.protection.apply(file.protection);
        self.backend = file.backend;
    }

    /// Where the subnets are; a loaded configuration always has a plan.
    pub fn cidr_plan(&self) -> Result<CidrPlan, CidrError> {
        CidrPlan::new(self.network.vpc_cidr.net(), self.network.availability_zones)
    }
}

/// The text of a configuration file.
///
/// # Errors
/// When it cannot be read, or is not UTF-8.
pub fn text_of(path: &Path) -> Result<String, ConfigError> {
    let bytes = fs::read(path).map_err(|why| ConfigError::Read { path: path.to_owned(), why })?;
    encoding::decode(bytes).map_err(|why| ConfigError::Encoding { path: path.to_owned(), why })
}

fn read(text: &str, path: &Path, asked: Asked<'_>) -> Result<Vec<Config>, ConfigError> {
    let invalid =
        |problems| ConfigError::Invalid { path: path.to_owned(), text: text.to_owned(), problems };
    let document = Document::parse(text).map_err(invalid)?;
    let environments = environments::read(&document, asked).map_err(invalid)?;
    Ok(environments.into_iter().map(|environment| environment.config).collect())
}
