//! Every key that KMS can rotate is rotated.
//!
//! ## Why
//!
//! The older a key, the more is encrypted with it, and the more someone who obtains it can
//! read. KMS rotates symmetric keys once a year, and nobody has to encrypt anything again.
//! Asymmetric keys, HMAC keys and keys in a custom key store cannot be rotated like this,
//! and are ignored.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_kms_key" "data" {
//!   description = "Payments"
//! }
//! ```
//!
//! ## Fix
//!
//! Set `enable_key_rotation = true`.
//!
//! ```hcl
//! resource "aws_kms_key" "data" {
//!   description         = "Payments"
//!   enable_key_rotation = true
//! }
//! ```
//!
//! ## Source
//!
//! - [Rotate AWS KMS keys](https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html)

use crate::Check;
use crate::resource::Resource;

rule! { Warning, AnyStack, ["ALL-4"] }

fn check(check: &mut Check) {
    for key in check.all("aws_kms_key").filter(|key| can_rotate(*key)) {
        let rotation = key.at("enable_key_rotation");
        check.expect(
            &rotation,
            rotation.bool().or(false),
            "someone who gets the key once can read everything",
        );
    }
}

/// KMS rotates only symmetric keys for encryption whose material it made itself.
/// Source: AWS KMS Developer Guide, "Rotate AWS KMS keys".
fn can_rotate(key: Resource) -> bool {
    let is = |argument: &str, default: &'static str| {
        key.at(argument).string().or(default).known().is_none_or(|value| value == default)
    };
    is("customer_master_key_spec", "SYMMETRIC_DEFAULT")
        && is("key_usage", "ENCRYPT_DECRYPT")
        && !key.at("custom_key_store_id").value().is_set()
        && !key.at("xks_key_id").value().is_set()
}
