//! Resources that AWS does not delete as long as they are protected, and the argument that protects
//! them.

use crate::{AttributePath, Planned, Resource};

/// Type and argument. Source: the resource's page in the documentation of the AWS provider.
const PROTECTIONS: [(&str, &str); 13] = [
    ("aws_cognito_user_pool", "deletion_protection"),
    ("aws_db_instance", "deletion_protection"),
    ("aws_docdb_cluster", "deletion_protection"),
    ("aws_dynamodb_table", "deletion_protection_enabled"),
    ("aws_eks_cluster", "deletion_protection"),
    ("aws_elasticache_serverless_cache", "deletion_protection"),
    ("aws_instance", "disable_api_termination"),
    ("aws_lb", "enable_deletion_protection"),
    ("aws_neptune_cluster", "deletion_protection"),
    ("aws_networkfirewall_firewall", "delete_protection"),
    ("aws_rds_cluster", "deletion_protection"),
    ("aws_rds_global_cluster", "deletion_protection"),
    ("aws_verifiedpermissions_policy_store", "deletion_protection"),
];

/// The types that can be protected.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    PROTECTIONS.into_iter().map(|(kind, _)| kind)
}

/// Where a resource says whether it is protected.
pub fn protection(resource: Resource<'_>) -> AttributePath<'_> {
    let argument = PROTECTIONS
        .iter()
        .find(|(kind, _)| *kind == resource.kind())
        .map_or("", |(_, argument)| argument);
    resource.at(argument)
}

/// Whether it is. Nothing is by default; Cognito has words for it.
pub fn is_protected(place: &AttributePath) -> Planned<bool> {
    let word = place.string().map(|word| word == "ACTIVE" || word == "true");
    let flag = place.bool();
    if flag.is_set() { flag } else { word }.or(false)
}
