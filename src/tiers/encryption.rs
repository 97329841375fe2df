//! Encryption: the customer managed KMS keys of the stack (ALL-4).
//!
//! A key each for payment data, log groups and notifications: each service principal can use only
//! the key it needs.

mod key_policy;

use crate::aws::{AwsKmsAlias, AwsKmsKey};
use crate::naming::Kind;
use crate::policy::{self, Statement};
use crate::tiers::{name_of, tags};
use terraform::tf::{DeclareError, Handle, Module, Tier};

/// Days between two rotations of the key material.
/// Source: KMS Developer Guide, "Rotate AWS KMS keys": 365 by default, 90 to 2560 allowed.
const ROTATION_PERIOD_DAYS: u32 = 365;

/// Days for which a destroyed key waits: the fewest that KMS allows, so that it stops costing soon
/// (ALL-3). Its alias is free at once, so a new stack of the same name can be created.
/// Source: KMS API Reference, `ScheduleKeyDeletion`: 7 to 30.
const DELETION_WINDOW_DAYS: u32 = 7;
/// The most that KMS allows, where the data is protected.
const PROTECTED_WINDOW_DAYS: u32 = 30;

/// The keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Encryption {
    /// Whether a destroyed key waits for as long as KMS allows: a final snapshot, a backup or a
    /// log that is left can be read only with its key, and until then the deletion can be
    /// cancelled (ALL-9).
    pub protected: bool,
    /// Whether the trail of the buckets encrypts its files with the key of the logs.
    pub data_events: bool,
}

terraform::ports! {
    /// What the keys need.
    pub struct Inputs {
        /// Suffix of the environment; ends every name.
        environment_suffix: String,
        /// The 12-digit id of the AWS account.
        account_id: String,
    }
}

terraform::ports! {
    /// The keys, by ARN.
    pub struct Outputs {
        /// ARN of the KMS key for payment data.
        data_key_arn: String,
        /// ARN of the KMS key for log groups.
        logs_key_arn: String,
        /// ARN of the KMS key for notifications; CloudWatch, EventBridge and RDS may publish with
        /// it.
        notifications_key_arn: String,
    }
}

impl Tier for Encryption {
    const NAME: &'static str = "encryption";
    const DESCRIPTION: &'static str = "The customer managed KMS keys of the stack.";
    type Inputs = Inputs;
    type Outputs = Outputs;

    fn declare(&self, module: &mut Module, var: &Inputs) -> Result<Outputs, DeclareError> {
        let window = if self.protected { PROTECTED_WINDOW_DAYS } else { DELETION_WINDOW_DAYS };
        let mut key =
            |purpose, description, policy| key(module, purpose, description, policy, window);
        let data = key("data", "Payment data", key_policy::of_data(var))?;
        let logs = key("logs", "Log groups", key_policy::of_logs(var, self.data_events))?;
        let notifications =
            key("notifications", "SNS topics and their queues", key_policy::of_notifications(var))?;
        Ok(terraform::wire!(Outputs {
            data_key_arn: data.arn(),
            logs_key_arn: logs.arn(),
            notifications_key_arn: notifications.arn(),
        }))
    }
}

/// A key with its alias. The policy is in the key itself, so there is no moment at which it has
/// the default one.
fn key(
    module: &mut Module,
    purpose: &'static str,
    description: &str,
    policy: Vec<Statement>,
    window_days: u32,
) -> Result<Handle<AwsKmsKey>, DeclareError> {
    let policy = module.data(purpose, policy::document(policy))?;
    let key = terraform::block!(AwsKmsKey {
        description: description,
        policy: policy.json(),
        enable_key_rotation: true,
        rotation_period_in_days: ROTATION_PERIOD_DAYS,
        deletion_window_in_days: window_days,
        tags: tags(name_of(Kind::KmsKey, purpose)),
    });
    let key = module.resource(purpose, key)?;
    let alias = terraform::block!(AwsKmsAlias {
        name: name_of(Kind::KmsAlias, purpose),
        target_key_id: key.key_id()
    });
    module.resource(purpose, alias)?;
    Ok(key)
}

#[cfg(test)]
mod tests;
