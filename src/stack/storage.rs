//! The inputs of the storage tier.

use super::environment::Environment;
use crate::tiers::encryption::Encryption;
use crate::tiers::storage::{Inputs, Storage};
use terraform::tf::{Attr, outputs_of};
use terraform::wire;

impl Environment<'_> {
    pub fn storage_tier(&self) -> Storage {
        let protection = &self.config.protection;
        Storage {
            lifecycle: self.config.storage.lifecycle,
            access_log_days: self.log_retention_days(),
            lock_days: protection.enabled.then(|| protection.transaction_log_lock_days.get()),
            data_events: self.config.logs.data_events,
        }
    }

    pub fn storage_inputs(&self) -> Inputs {
        wire!(Inputs {
            environment_suffix: &self.suffix,
            account_id: &self.account_id,
            data_key_arn: outputs_of::<Encryption>().data_key_arn,
            logs_key_arn: self
                .config
                .logs
                .data_events
                .then(|| outputs_of::<Encryption>().logs_key_arn)
                .map_or(Attr::Unset, Into::into),
        })
    }
}
