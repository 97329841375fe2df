//! The inputs of the network tier.

use super::environment::Environment;
use crate::cidr::ZonePlan;
use crate::tiers::encryption::Encryption;
use crate::tiers::iam::Iam;
use crate::tiers::network::{Inputs, Network};
use crate::tiers::storage::Storage;
use terraform::tf::{Attr, outputs_of};
use terraform::wire;

impl Environment<'_> {
    pub fn network_tier(&self) -> Network {
        Network {
            zones: self.config.network.availability_zones,
            interface_endpoints: self.config.network.interface_endpoints.clone(),
            proxy: self.config.database.proxy,
            previous_container_port: self.config.application.previous_container_port.is_some(),
        }
    }

    pub fn network_inputs(&self) -> Inputs {
        wire!(Inputs {
            environment_suffix: &self.suffix,
            account_id: &self.account_id,
            vpc_cidr_block: self.plan.vpc().to_string(),
            public_subnet_cidr_blocks: self.cidr_blocks(ZonePlan::public),
            app_subnet_cidr_blocks: self.cidr_blocks(ZonePlan::app),
            data_subnet_cidr_blocks: self.cidr_blocks(ZonePlan::data),
            container_port: self.config.application.container_port.get(),
            previous_container_port: self
                .config
                .application
                .previous_container_port
                .map_or(Attr::Unset, |port| port.get().into()),
            transaction_log_bucket_arn: outputs_of::<Storage>().transaction_log_bucket_arn,
            flow_log_role_arn: outputs_of::<Iam>().flow_log_role_arn,
            logs_key_arn: outputs_of::<Encryption>().logs_key_arn,
            log_retention_days: self.log_retention_days(),
        })
    }
}
