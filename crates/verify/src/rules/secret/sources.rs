//! Attributes that carry a secret wherever they are used.

use crate::{Link, Links};

/// The types, and the attributes of theirs that are secret. Source: AWS provider 5.100.0, random 3,
/// tls 4, the attributes that they mark as sensitive.
const SECRET: [(&str, &str); 15] = [
    ("random_password", "result"),
    ("random_password", "bcrypt_hash"),
    ("tls_private_key", "private_key_pem"),
    ("tls_private_key", "private_key_openssh"),
    ("aws_secretsmanager_secret_version", "secret_string"),
    ("aws_secretsmanager_secret_version", "secret_binary"),
    ("aws_secretsmanager_random_password", "random_password"),
    ("aws_db_instance", "password"),
    ("aws_rds_cluster", "master_password"),
    ("aws_docdb_cluster", "master_password"),
    ("aws_redshift_cluster", "master_password"),
    ("aws_elasticache_replication_group", "auth_token"),
    ("aws_iam_access_key", "secret"),
    ("aws_iam_access_key", "ses_smtp_password_v4"),
    ("aws_iam_user_login_profile", "password"),
];
const PARAMETER: &str = "aws_ssm_parameter";

/// The first link to a secret.
pub fn secret_link<'l, 'a>(links: &'l Links<'a>) -> Option<&'l Link<'a>> {
    links.links.iter().find(|link| is_secret(link))
}

/// That something takes a secret.
pub fn takes(secret: &Link) -> String {
    format!("takes {} of {}", secret.attribute, secret.resource.address())
}

fn is_secret(link: &Link) -> bool {
    let kind = link.resource.kind();
    let is_secure = kind == PARAMETER
        && link.attribute == "value"
        && link.resource.at("type").string().known() == Some("SecureString");
    is_secure || SECRET.contains(&(kind, link.attribute.as_str()))
}

/// Types that make up a secret themselves.
pub const GENERATORS: [&str; 4] =
    ["random_password", "random_string", "random_id", "tls_private_key"];
