//! Where policies are: which argument of which resource has one, and what it is for.

use super::Policy;
use crate::inventory::Inventory;
use crate::resource::Resource;

/// What a policy is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// What a role, user or group may do.
    Identity,
    /// Who may assume a role.
    Trust,
    /// Who may use a resource.
    Resource,
    /// What may go through a VPC endpoint; it gives nobody a right.
    Endpoint,
}

use Role::{Endpoint, Identity, Trust};

/// An argument that holds a policy, and the resource of its own in which the same policy may be
/// instead: the argument then only shows what that one says.
struct Holder(&'static str, &'static str, Role, Option<(&'static str, &'static str)>);

const fn holder(kind: &'static str, argument: &'static str, role: Role) -> Holder {
    Holder(kind, argument, role, None)
}

const fn shown(
    kind: &'static str,
    argument: &'static str,
    instead: (&'static str, &'static str),
) -> Holder {
    Holder(kind, argument, Role::Resource, Some(instead))
}

/// Source: AWS provider 5.100.0, the resources with an argument for a policy.
const HOLDERS: [Holder; 41] = [
    holder("aws_iam_policy", "policy", Identity),
    holder("aws_iam_role_policy", "policy", Identity),
    holder("aws_iam_user_policy", "policy", Identity),
    holder("aws_iam_group_policy", "policy", Identity),
    holder("aws_ssoadmin_permission_set_inline_policy", "inline_policy", Identity),
    holder("aws_iam_role", "assume_role_policy", Trust),
    holder("aws_vpc_endpoint_policy", "policy", Endpoint),
    Holder(
        "aws_vpc_endpoint",
        "policy",
        Endpoint,
        Some(("aws_vpc_endpoint_policy", "vpc_endpoint_id")),
    ),
    shown("aws_s3_bucket", "policy", ("aws_s3_bucket_policy", "bucket")),
    shown("aws_sqs_queue", "policy", ("aws_sqs_queue_policy", "queue_url")),
    shown("aws_sns_topic", "policy", ("aws_sns_topic_policy", "arn")),
    shown("aws_kms_key", "policy", ("aws_kms_key_policy", "key_id")),
    shown(
        "aws_secretsmanager_secret",
        "policy",
        ("aws_secretsmanager_secret_policy", "secret_arn"),
    ),
    shown(
        "aws_s3_access_point",
        "policy",
        ("aws_s3control_access_point_policy", "access_point_arn"),
    ),
    shown("aws_api_gateway_rest_api", "policy", ("aws_api_gateway_rest_api_policy", "rest_api_id")),
    shown(
        "aws_opensearch_domain",
        "access_policies",
        ("aws_opensearch_domain_policy", "domain_name"),
    ),
    shown(
        "aws_elasticsearch_domain",
        "access_policies",
        ("aws_elasticsearch_domain_policy", "domain_name"),
    ),
    shown("aws_glacier_vault", "access_policy", ("aws_glacier_vault_lock", "vault_name")),
    holder("aws_kms_external_key", "policy", Role::Resource),
    holder("aws_kms_replica_key", "policy", Role::Resource),
    holder("aws_s3_bucket_policy", "policy", Role::Resource),
    holder("aws_s3control_access_point_policy", "policy", Role::Resource),
    holder("aws_s3control_bucket_policy", "policy", Role::Resource),
    holder("aws_s3tables_table_bucket_policy", "resource_policy", Role::Resource),
    holder("aws_sqs_queue_policy", "policy", Role::Resource),
    holder("aws_sns_topic_policy", "policy", Role::Resource),
    holder("aws_kms_key_policy", "policy", Role::Resource),
    holder("aws_secretsmanager_secret_policy", "policy", Role::Resource),
    holder("aws_ecr_repository_policy", "policy", Role::Resource),
    holder("aws_ecr_registry_policy", "policy", Role::Resource),
    holder("aws_backup_vault_policy", "policy", Role::Resource),
    holder("aws_efs_file_system_policy", "policy", Role::Resource),
    holder("aws_cloudwatch_event_bus_policy", "policy", Role::Resource),
    holder("aws_cloudwatch_log_resource_policy", "policy_document", Role::Resource),
    holder("aws_cloudwatch_log_destination_policy", "access_policy", Role::Resource),
    holder("aws_dynamodb_resource_policy", "policy", Role::Resource),
    holder("aws_kinesis_resource_policy", "policy", Role::Resource),
    holder("aws_api_gateway_rest_api_policy", "policy", Role::Resource),
    holder("aws_opensearch_domain_policy", "access_policies", Role::Resource),
    holder("aws_elasticsearch_domain_policy", "access_policies", Role::Resource),
    holder("aws_codeartifact_repository_permissions_policy", "policy_document", Role::Resource),
];

/// By the type of a resource that holds no policy itself, the resource that attaches one, and the
/// argument that names it there. Source: the same.
const ATTACHED: [(&str, &str, &str); 6] = [
    ("aws_backup_vault", "aws_backup_vault_policy", "backup_vault_name"),
    ("aws_cloudwatch_event_bus", "aws_cloudwatch_event_bus_policy", "event_bus_name"),
    ("aws_dynamodb_table", "aws_dynamodb_resource_policy", "resource_arn"),
    ("aws_ecr_repository", "aws_ecr_repository_policy", "repository"),
    ("aws_efs_file_system", "aws_efs_file_system_policy", "file_system_id"),
    ("aws_kinesis_stream", "aws_kinesis_resource_policy", "resource_arn"),
];

/// Every policy of a plan, in the order of [`HOLDERS`] and addresses.
pub fn policies(inventory: &Inventory) -> Vec<Policy<'_>> {
    let held = HOLDERS
        .iter()
        .flat_map(|holder| inventory.all(holder.0).filter_map(|resource| held(holder, resource)));
    held.chain(inventory.all("aws_iam_role").flat_map(inline)).collect()
}

fn held<'a>(
    Holder(_, argument, role, instead): &Holder,
    resource: Resource<'a>,
) -> Option<Policy<'a>> {
    let place = resource.at(argument);
    let elsewhere =
        instead.is_some_and(|(kind, attribute)| is_referred_to(resource, kind, attribute));
    // Of an endpoint nobody wrote a policy for, AWS's own holds, which allows everything and gives
    // nobody a right.
    let is_default = *role == Endpoint && place.value().is_unknown() && !place.waits();
    if is_default || (elsewhere && !place.is_surely_written()) {
        None
    } else {
        Policy::read(&place, *role)
    }
}

/// The resources that hold the policies which say who may use a resource: itself, and those that
/// are there to attach one to it.
pub fn holders_of<'a>(resource: Resource<'a>) -> Vec<Resource<'a>> {
    let own = HOLDERS.iter().find(|holder| holder.0 == resource.kind());
    let attached = own.and_then(|holder| holder.3).or_else(|| {
        let of = ATTACHED.iter().find(|(kind, ..)| *kind == resource.kind());
        of.map(|(_, kind, by)| (*kind, *by))
    });
    let (inventory, mut holders) = (resource.inventory(), vec![resource]);
    match (resource.kind(), attached) {
        // Those of an account, in which each statement names its log groups.
        ("aws_cloudwatch_log_group", _) => {
            holders.extend(inventory.all("aws_cloudwatch_log_resource_policy"));
        }
        (_, Some((kind, by))) => holders.extend(inventory.referrers(resource, kind, by)),
        (_, None) => {}
    }
    holders
}

/// The policies written within a role. After the apply the provider shows there those of
/// `aws_iam_role_policy` too.
fn inline(role: Resource<'_>) -> Vec<Policy<'_>> {
    let place = role.at("inline_policy");
    let elsewhere = is_referred_to(role, "aws_iam_role_policy", "role");
    let blocks = if elsewhere && !place.is_surely_written() { Vec::new() } else { place.items() };
    blocks.iter().filter_map(|block| Policy::read(&block.at("policy"), Identity)).collect()
}

fn is_referred_to(resource: Resource, kind: &str, attribute: &str) -> bool {
    !resource.inventory().referrers(resource, kind, attribute).is_empty()
}
