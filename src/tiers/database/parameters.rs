//! Parameter groups: what PostgreSQL itself enforces and logs.

use super::Inputs;
use crate::aws::{
    AwsDbParameterGroup, AwsRdsClusterParameterGroup, AwsRdsClusterParameterGroupParameter,
};
use crate::naming::Kind;
use crate::tiers::tags;
use terraform::tf::{Attr, DeclareError, Handle, Module, meta};
use terraform::{block, text};

/// Parameters that a running server takes over.
/// Sources: PostgreSQL documentation, "Error Reporting and Logging" and "Client Connection
/// Defaults"; Amazon Aurora User Guide, "Using pgAudit to log database activity" and "Securing
/// Aurora PostgreSQL data with SSL/TLS".
const DYNAMIC: [(&str, &str); 7] = [
    // On by default only from PostgreSQL 17 on.
    ("rds.force_ssl", "1"),
    ("log_connections", "1"),
    ("log_disconnections", "1"),
    ("log_statement", "ddl"),
    // Milliseconds. A payment statement that takes a second is worth a look.
    ("log_min_duration_statement", "1000"),
    // Milliseconds. A client that died within a transaction keeps its locks no longer than this.
    ("idle_in_transaction_session_timeout", "60000"),
    // Changes of roles and of the schema; rows of payments stay out of the log.
    ("pgaudit.log", "ddl,role"),
];

/// Parameters that only a start takes over: AWS refuses them with any apply method but
/// `pending-reboot`. Source: Amazon Aurora User Guide, "Setting up the pgAudit extension".
const STATIC: [(&str, &str); 1] = [("shared_preload_libraries", "pg_stat_statements,pgaudit")];

pub(super) struct ParameterGroups {
    pub cluster: Handle<AwsRdsClusterParameterGroup>,
    pub instance: Handle<AwsDbParameterGroup>,
}

/// TLS only (ALL-4), and a log of who connects and who changes what (ALL-6).
///
/// A group belongs to one family and cannot change it, and a cluster holds on to its group: for a
/// major upgrade the group of the new family has to exist before the old one goes, under another
/// name. Source: Amazon Aurora User Guide, "Performing a major version upgrade", "Before
/// upgrading", custom parameter groups.
pub(super) fn declare(module: &mut Module, var: &Inputs) -> Result<ParameterGroups, DeclareError> {
    let cluster = block!(AwsRdsClusterParameterGroup {
        name: name_in_family(Kind::ClusterParameterGroup, var),
        description: "Aurora PostgreSQL of the payments: TLS only, audited",
        family: &var.parameter_group_family,
        parameter: parameters(),
        tags: tags(name_in_family(Kind::ClusterParameterGroup, var)),
    });
    // Empty on purpose: an instance on the default group would have to restart before the first
    // parameter can be set.
    let instance = block!(AwsDbParameterGroup {
        name: name_in_family(Kind::InstanceParameterGroup, var),
        description: "Instances of the payment cluster: everything is set at the cluster",
        family: &var.parameter_group_family,
        tags: tags(name_in_family(Kind::InstanceParameterGroup, var)),
    });
    Ok(ParameterGroups {
        cluster: module.resource_with("main", cluster, meta().create_before_destroy())?,
        instance: module.resource_with("main", instance, meta().create_before_destroy())?,
    })
}

fn name_in_family(kind: Kind, var: &Inputs) -> Attr<String> {
    text!(format!("{}-", kind.prefix()), &var.parameter_group_family, "-", &var.environment_suffix)
}

fn parameters() -> Vec<AwsRdsClusterParameterGroupParameter> {
    let dynamic = DYNAMIC.iter().map(|parameter| (parameter, "immediate"));
    let fixed = STATIC.iter().map(|parameter| (parameter, "pending-reboot"));
    dynamic
        .chain(fixed)
        .map(|((name, value), apply_method)| parameter(name, value, apply_method))
        .collect()
}

fn parameter(name: &str, value: &str, apply_method: &str) -> AwsRdsClusterParameterGroupParameter {
    block!(AwsRdsClusterParameterGroupParameter {
        name: name,
        value: value,
        apply_method: apply_method
    })
}
