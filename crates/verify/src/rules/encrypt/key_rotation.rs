use crate::resource::Resource;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "encrypt-key-rotation",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-4"],
    page: include_str!("../../../docs/rules/encrypt-key-rotation.md"),
    check,
};

fn check(check: &mut Check) {
    for key in check.all("aws_kms_key").filter(|key| can_rotate(*key)) {
        let rotation = key.at("enable_key_rotation");
        check.expect(&rotation, rotation.flag().or(false), "whoever gets the key once can read everything");
    }
}

/// KMS rotates only symmetric keys for encryption whose material it made itself.
/// Source: AWS KMS Developer Guide, "Rotate AWS KMS keys".
fn can_rotate(key: Resource) -> bool {
    let is = |argument: &str, default: &'static str| {
        key.at(argument).text().or(default).known().is_none_or(|value| value == default)
    };
    is("customer_master_key_spec", "SYMMETRIC_DEFAULT")
        && is("key_usage", "ENCRYPT_DECRYPT")
        && !key.at("custom_key_store_id").value().is_set()
        && !key.at("xks_key_id").value().is_set()
}
