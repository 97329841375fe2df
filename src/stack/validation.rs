//! The inputs of the validation tier.

use super::VALIDATION_PACKAGE;
use super::environment::Environment;
use crate::tiers::encryption::Encryption;
use crate::tiers::iam::Iam;
use crate::tiers::network::Network;
use crate::tiers::validation::{Inputs, Validation};
use terraform::tf::{Ref, outputs_of};
use terraform::{text, wire};

impl Environment<'_> {
    pub fn validation_tier(&self) -> Validation {
        Validation {
            provisioned_concurrency: self
                .config
                .validation
                .provisioned_concurrency
                .map(|count| count.get()),
        }
    }

    pub fn validation_inputs(&self) -> Inputs {
        let (net, roles, keys) =
            (outputs_of::<Network>(), outputs_of::<Iam>(), outputs_of::<Encryption>());
        wire!(Inputs {
            environment_suffix: &self.suffix,
            account_id: &self.account_id,
            data_key_arn: keys.data_key_arn,
            logs_key_arn: keys.logs_key_arn,
            log_retention_days: self.log_retention_days(),
            app_subnet_ids: net.app_subnet_ids,
            security_group_id: net.validation_security_group_id,
            default_security_group_id: net.default_security_group_id,
            role_arn: roles.validation_role_arn,
            task_role_arn: roles.task_role_arn,
            package_path: text!(Ref::<String>::path(["path", "root"]), "/", VALIDATION_PACKAGE),
            architecture: self.config.validation.architecture.as_str(),
            memory_mb: self.config.validation.memory_mb.get(),
            timeout_seconds: self.config.validation.timeout_seconds.get(),
        })
    }
}
