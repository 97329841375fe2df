//! What an operator may decide. Everything has a default, which the profile chooses; a TOML file overrides it.
//!
//! A value that AWS would refuse, or that would not survive the loss of a zone, is refused here, with the line it is on.

#[macro_use]
mod macros;

mod application;
mod backend;
mod check;
mod database;
mod error;
mod fargate;
mod file;
mod instance_class;
mod logs;
mod monitoring;
mod network;
mod profile;
mod resilience;
mod storage;
mod text;
mod validation;
mod window;
mod within;

pub use application::{Application, ContainerInsights, ContainerProtocol, Domain, Waf};
pub use backend::S3Backend;
pub use database::{Database, EngineVersion, Insights};
pub use error::{ConfigError, Problem, UnknownWord};
pub use fargate::{FargateSize, FargateSizeError};
pub use instance_class::InstanceClass;
pub use logs::{LogRetentionDays, Logs};
pub use monitoring::Monitoring;
pub use network::{InterfaceEndpoint, Network};
pub use profile::Profile;
pub use resilience::Resilience;
pub use storage::{Lifecycle, Storage};
pub use text::{
    AccountId, AcmCertificateArn, BucketName, ContainerImage, DomainName, Email, HealthCheckPath, HostedZoneId,
    KeyPrefix, PermissionsBoundaryArn, Region, TagKey, TagValue, VpcCidr,
};
pub use validation::{Architecture, Validation};
pub use window::{BackupWindow, MaintenanceWindow};
pub use within::Within;

use crate::{
    cidr::{CidrError, CidrPlan},
    naming::Suffix,
};
use file::{File, Source};
use std::{collections::BTreeMap, fs, path::Path};

/// One environment: everything that differs from another one.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// Last part of every name.
    pub suffix: Suffix,
    /// Where the defaults come from.
    pub profile: Profile,
    /// The only account the stack may be applied to; left out, any.
    pub account_id: Option<AccountId>,
    /// Bounds every role of the stack; left out, none.
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
    /// Who is told, and how often the recovery point is measured.
    pub monitoring: Monitoring,
    /// What is rehearsed.
    pub resilience: Resilience,
    /// Where Terraform keeps the state; left out, on the disk beside the stack.
    pub backend: Option<S3Backend>,
}

impl Config {
    /// The environment as its profile sizes it.
    pub fn defaults(profile: Profile, suffix: Suffix) -> Self {
        Self {
            suffix,
            profile,
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
            backend: None,
        }
    }

    /// The environment as a file describes it; without a file, as its profile sizes it.
    ///
    /// The profile is the one given here, else the file's `profile`, else production.
    pub fn load(path: Option<&Path>, suffix: Suffix, profile: Option<Profile>) -> Result<Self, ConfigError> {
        let Some(path) = path else {
            return Ok(Self::defaults(profile.unwrap_or(Profile::Production), suffix));
        };
        let text = fs::read_to_string(path).map_err(|source| ConfigError::Read { path: path.to_owned(), source })?;
        Self::from_toml(&text, path, suffix, profile)
    }

    /// Like [`Config::load`], from a text; `path` only names it in errors.
    pub fn from_toml(text: &str, path: &Path, suffix: Suffix, profile: Option<Profile>) -> Result<Self, ConfigError> {
        let invalid = |problems| ConfigError::Invalid { path: path.to_owned(), problems };
        let source = Source::parse(text).map_err(|problem| invalid(vec![problem]))?;
        let (file, mut problems) = source.read();
        let mut config = Self::defaults(profile.or(file.profile).unwrap_or(Profile::Production), suffix);
        config.apply(file);
        let unread: Vec<_> = problems.iter().map(|problem| problem.key.clone()).collect();
        problems.extend(check::violations(&config, &unread).into_iter().map(|violation| source.locate(violation)));
        problems.sort_by_key(|problem| problem.line);
        if problems.is_empty() { Ok(config) } else { Err(invalid(problems)) }
    }

    fn apply(&mut self, file: File) {
        self.account_id = file.account_id;
        self.permissions_boundary_arn = file.permissions_boundary_arn;
        self.tags = file.tags;
        self.network.apply(file.network);
        self.database.apply(file.database);
        self.application.apply(file.application);
        self.validation.apply(file.validation);
        self.storage.apply(file.storage);
        self.logs.apply(file.logs);
        self.monitoring.apply(file.monitoring);
        self.resilience.apply(file.resilience);
        self.backend = file.backend;
    }

    /// Where the subnets lie; a loaded configuration always has a plan.
    pub fn cidr_plan(&self) -> Result<CidrPlan, CidrError> {
        CidrPlan::new(self.network.vpc_cidr.net(), self.network.availability_zones)
    }
}
