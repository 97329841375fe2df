//! What RDS Proxy needs to sign in to its database.

use super::key::with_key;
use super::{NeededCall, Subject, named, resource_at, role_at};
use crate::inventory::Inventory;
use crate::permit::Target;

const SECRETS: &str =
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-secrets-arns.html";

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    for proxy in inventory.all("aws_db_proxy") {
        let role = proxy.at("role_arn");
        for auth in proxy.at("auth").items() {
            let kinds = ["aws_secretsmanager_secret", "aws_rds_cluster", "aws_db_instance"];
            let Some(secret) = resource_at(&auth.at("secret_arn"), &kinds) else { continue };
            let (purpose, on) = ("reads the password of its database", Target::Resource(secret));
            let (callers, actions) = (role_at(&role), named(&["secretsmanager:GetSecretValue"]));
            let call =
                NeededCall::of(Subject::Proxy, &role, purpose, callers, actions, on, SECRETS);
            let key = if secret.kind() == "aws_secretsmanager_secret" {
                "kms_key_id"
            } else {
                "master_user_secret_kms_key_id"
            };
            calls.extend(with_key(&call, &secret.at(key), &["kms:Decrypt"], "secretsmanager"));
            calls.push(call);
        }
    }
}
