//! The settings of one environment in a file.

use super::{
    application::ApplicationOverrides, backend::S3Backend, check::MAX_OWN_TAGS,
    database::DatabaseOverrides, logs::LogsOverrides, monitoring::MonitoringOverrides,
    network::NetworkOverrides, profile::Profile, protection::ProtectionOverrides,
    resilience::ResilienceOverrides, storage::StorageOverrides, text::*,
    validation::ValidationOverrides,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What an operator decides about an environment; every key can be left out, and is then as the
/// profile sizes it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "a table")]
pub(super) struct File {
    /// What the environment is for; every default depends on it.
    pub profile: Option<Profile>,
    /// The only account the stack may be applied to; left out, any.
    pub account_id: Option<AccountId>,
    /// Permissions boundary of every role of the stack; left out, none.
    pub permissions_boundary_arn: Option<PermissionsBoundaryArn>,
    /// Tags on every resource besides Project, Environment, ManagedBy and DataClass, such as an
    /// owner or a cost centre.
    #[schemars(schema_with = "tags")]
    pub tags: BTreeMap<TagKey, TagValue>,
    /// Rules of `paytf verify` whose findings in this stack are accepted: the rule's id, and why.
    /// Otherwise `paytf gen` refuses an error.
    #[schemars(schema_with = "accepted")]
    pub accept: BTreeMap<RuleId, Reason>,
    pub network: NetworkOverrides,
    pub database: DatabaseOverrides,
    pub application: ApplicationOverrides,
    pub validation: ValidationOverrides,
    pub storage: StorageOverrides,
    pub logs: LogsOverrides,
    pub monitoring: MonitoringOverrides,
    pub resilience: ResilienceOverrides,
    pub protection: ProtectionOverrides,
    pub backend: Option<S3Backend>,
}

fn accepted(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "propertyNames": RuleId::json_schema(generator),
        "additionalProperties": Reason::json_schema(generator),
    })
}

fn tags(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "propertyNames": TagKey::json_schema(generator),
        "additionalProperties": TagValue::json_schema(generator),
        "maxProperties": MAX_OWN_TAGS,
    })
}
