//! RDS Proxy may read the password of its database.
//!
//! ## Why
//!
//! A proxy signs in to its database with a secret. If its role may not read or decrypt it, no
//! client gets a connection, and the proxy's target stays unavailable with `AUTH_FAILURE`.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_db_proxy" "main" {
//!   role_arn = aws_iam_role.proxy.arn # may not call secretsmanager:GetSecretValue
//!
//!   auth {
//!     secret_arn = aws_secretsmanager_secret.database.arn
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Allow `secretsmanager:GetSecretValue` on the secret, and `kms:Decrypt` with its key where the
//! key is your own.
//!
//! ```hcl
//! resource "aws_iam_role_policy" "proxy" {
//!   role   = aws_iam_role.proxy.name
//!   policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = aws_secretsmanager_secret.database.arn }] })
//! }
//! ```
//!
//! ## Source
//!
//! - [Setting up database credentials for RDS Proxy](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-secrets-arns.html)

use crate::Check;
use crate::permit::Subject;

rule! { Error, AnyStack, ["DB-2", "IAM-1", "ALL-8"] }

fn check(check: &mut Check) {
    check.expect_allowed(Subject::Proxy);
}
