//! A parameter that holds a secret is kept encrypted.
//!
//! ## Why
//!
//! A parameter of type `String` is stored and shown in plain text: whoever may read parameters
//! needs no permission on a key, and the value stays in the history. The name says that it is a
//! secret.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ssm_parameter" "password" {
//!   name  = "/payments/db_password"
//!   type  = "String"
//!   value = "hunter22"
//! }
//! ```
//!
//! ## Fix
//!
//! Set `type = "SecureString"` and a customer managed key in `key_id`, or move the value to Secrets
//! Manager.
//!
//! ```hcl
//! resource "aws_ssm_parameter" "password" {
//!   name             = "/payments/db_password"
//!   type             = "SecureString"
//!   key_id           = aws_kms_key.data.arn
//!   value_wo         = ephemeral.random_password.database.result
//!   value_wo_version = 1
//! }
//! ```
//!
//! ## Source
//!
//! - [AWS Systems Manager Parameter Store: SecureString parameters](https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html)

use super::looks::is_secret_name;
use crate::Check;
use crate::planned::Planned::Known;

rule! { Error, AnyStack, [] }

fn check(check: &mut Check) {
    for parameter in check.all("aws_ssm_parameter") {
        let kind = parameter.at("type");
        let name = parameter.at("name").string().known().unwrap_or_default();
        match kind.string() {
            Known("String" | "StringList") if is_secret_name(name) => {
                check.fail(
                    &kind,
                    format_args!("{name} can be read without permission to decrypt it"),
                );
            }
            _ => check.pass(&kind),
        }
    }
}
