//! Storage: the buckets of transaction logs and of access logs (ST-1, ST-2, ST-3).

mod access_logs;
mod bucket;
mod trail;
mod transaction_logs;

use crate::config::Lifecycle;
use terraform::tf::{DeclareError, Module, Tier};

/// What is decided when the storage is generated.
#[derive(Debug, Clone, PartialEq)]
pub struct Storage {
    /// When transaction logs move to colder storage, and when they end.
    pub lifecycle: Lifecycle,
    /// How long access logs are kept, in days.
    pub access_log_days: u32,
    /// Days for which a transaction log is locked; none where the buckets can be destroyed with
    /// all that is in them.
    pub lock_days: Option<u32>,
    /// Whether a trail records who reads and writes what is in the buckets.
    pub data_events: bool,
}

terraform::ports! {
    /// What the storage needs.
    pub struct Inputs {
        /// Suffix of the environment; ends every name.
        environment_suffix: String,
        /// The 12-digit id of the AWS account.
        account_id: String,
        /// ARN of the KMS key for payment data.
        data_key_arn: String,
        /// ARN of the KMS key for the files of the trail; null where there is none.
        logs_key_arn: Option<String>,
    }
}

terraform::ports! {
    /// The buckets.
    pub struct Outputs {
        /// Name of the transaction-log bucket, ready to be written to.
        transaction_log_bucket: String,
        /// ARN of the transaction-log bucket.
        transaction_log_bucket_arn: String,
        /// Name of the bucket for access logs, ready to be delivered to.
        access_log_bucket: String,
    }
}

impl Tier for Storage {
    const NAME: &'static str = "storage";
    const DESCRIPTION: &'static str = "The buckets of transaction logs and of access logs.";
    type Inputs = Inputs;
    type Outputs = Outputs;

    fn declare(&self, module: &mut Module, var: &Inputs) -> Result<Outputs, DeclareError> {
        let transaction_logs =
            transaction_logs::declare(module, var, &self.lifecycle, self.lock_days)?;
        let access_logs = access_logs::declare(module, var, self, &transaction_logs)?;
        transaction_logs::log_access(module, &transaction_logs, &access_logs)?;
        if self.data_events {
            trail::declare(module, var, &transaction_logs, &access_logs)?;
        }
        Ok(terraform::wire!(Outputs {
            transaction_log_bucket: transaction_logs.bucket(),
            transaction_log_bucket_arn: transaction_logs.arn(),
            access_log_bucket: access_logs.bucket.bucket(),
        }))
    }
}

#[cfg(test)]
mod tests;
