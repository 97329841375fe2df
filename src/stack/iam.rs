//! The inputs of the IAM tier.

use super::environment::Environment;
use crate::tiers::application::Application;
use crate::tiers::database::Database;
use crate::tiers::encryption::Encryption;
use crate::tiers::iam::{Iam, Inputs};
use crate::tiers::monitoring::Monitoring;
use crate::tiers::network::Network;
use crate::tiers::resilience::Resilience;
use crate::tiers::storage::Storage;
use crate::tiers::validation::Validation;
use terraform::tf::outputs_of;
use terraform::wire;

impl Environment<'_> {
    pub fn iam_tier(&self) -> Iam {
        let resilience = super::resilience(self.config);
        let protection = &self.config.protection;
        Iam {
            proxy: self.config.database.proxy,
            restore_test: resilience.restore_test,
            count_rows: resilience.count_rows,
            backup: protection
                .enabled
                .then(|| protection.copy_to_vault_arn.as_ref().map(ToString::to_string)),
            secrets: self
                .config
                .application
                .secrets
                .iter()
                .map(|(_, arn)| arn.of_secret())
                .collect(),
            drills: resilience.drills,
            stall_function: resilience.stall_function,
            permissions_boundary_arn: self
                .config
                .permissions_boundary_arn
                .as_ref()
                .map(ToString::to_string),
        }
    }

    pub fn iam_inputs(&self) -> Inputs {
        let (app, validator) = (outputs_of::<Application>(), outputs_of::<Validation>());
        let (net, rehearsed) = (outputs_of::<Network>(), outputs_of::<Resilience>());
        let (db, keys) = (outputs_of::<Database>(), outputs_of::<Encryption>());
        wire!(Inputs {
            environment_suffix: &self.suffix,
            account_id: &self.account_id,
            data_key_arn: keys.data_key_arn,
            flow_log_group_arn: net.flow_log_group_arn,
            application_log_group_arn: app.log_group_arn,
            validation_log_group_arn: validator.log_group_arn,
            repository_arn: app.repository_arn,
            transaction_log_bucket_arn: outputs_of::<Storage>().transaction_log_bucket_arn,
            access_log_bucket: outputs_of::<Storage>().access_log_bucket,
            dashboard_arn: outputs_of::<Monitoring>().dashboard_arn,
            user_secret_arn: db.user_secret_arn,
            reader_secret_arn: db.reader_secret_arn,
            database_user_arn: db.database_user_arn,
            validation_alias_arn: validator.alias_arn,
            validation_dead_letter_queue_arn: validator.dead_letter_queue_arn,
            vpc_id: net.vpc_id,
            cluster_arn: db.cluster_arn,
            rpo_probe_arn: rehearsed.rpo_probe_arn,
            restore_test_arn: rehearsed.restore_test_arn,
        })
    }
}
