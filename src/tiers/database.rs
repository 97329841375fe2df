//! Database: the Aurora PostgreSQL cluster with an instance in each zone, and RDS Proxy before it
//! (DB-1, DB-2, DB-3).

mod access;
mod backup;
mod cluster;
mod events;
mod instances;
mod parameters;
mod proxy;
#[cfg(test)]
mod tests;
mod users;

use crate::cidr::Zone;
use crate::config::Insights;
use access::Access;
pub use backup::Protection;
use terraform::tf::{Attr, DeclareError, Module, Number, Tier};
use terraform::wire;

/// Name of the payment database.
pub const DATABASE_NAME: &str = "payments";
/// The master user; `admin`, `postgres` and `rdsadmin` are reserved.
/// Source: Amazon RDS API, `CreateDBCluster`, `MasterUsername`.
pub const MASTER: &str = "payadmin";
/// The user of the payment tasks, which owns nothing and may do nothing but read and write rows
/// (DB-4).
pub const SERVICE_USER: &str = "payment_service";
/// The user that only reads, with which the restore test counts the rows of its copy.
pub const READER: &str = "restore_reader";

/// What is decided when the database is generated.
#[derive(Debug, Clone, PartialEq)]
pub struct Database {
    /// The availability zones.
    pub zones: [Zone; 3],
    /// Whether connections go through RDS Proxy.
    pub proxy: bool,
    /// Whether SQL can be run through the Data API, which burstable instance classes do not have.
    pub data_api: bool,
    /// Whether a user that only reads is there for the restore test.
    pub reader: bool,
    /// Whether changes that restart the database are made at once, a major upgrade among them.
    pub apply_immediately: bool,
    /// Depth of Database Insights.
    pub insights: Insights,
    /// What protects the data, if anything does (ALL-9); else all of it can be destroyed (ALL-3).
    pub protection: Option<Protection>,
}

terraform::ports! {
    /// What the database needs.
    pub struct Inputs {
        /// Suffix of the environment; ends every name.
        environment_suffix: String,
        /// The 12-digit id of the AWS account.
        account_id: String,
        /// ARN of the KMS key for payment data.
        data_key_arn: String,
        /// ARN of the KMS key for log groups.
        logs_key_arn: String,
        /// How long log groups keep events, in days: one of the values CloudWatch Logs takes.
        log_retention_days: Number,
        /// Private database subnets, one per availability zone, in the order of the zones.
        data_subnet_ids: Vec<String>,
        /// Security group of the instances.
        database_security_group_id: String,
        /// Security group of RDS Proxy; null where there is none.
        proxy_security_group_id: Option<String>,
        /// Role of enhanced monitoring.
        monitoring_role_arn: String,
        /// Role with which RDS Proxy reads the secret of the payment tasks' user; null where there
        /// is none.
        proxy_role_arn: Option<String>,
        /// Role with which AWS Backup backs the cluster up; null where it does not.
        backup_role_arn: Option<String>,
        /// Topic for RDS events.
        failover_topic_arn: String,
        /// Version of Aurora PostgreSQL.
        engine_version: String,
        /// Parameter group family of that version.
        parameter_group_family: String,
        /// Instance class of every Aurora instance; one class, so that any reader can take over.
        instance_class: String,
        /// How far back the cluster can be restored, in days.
        backup_retention_days: Number
            where "var.backup_retention_days >= 1 && var.backup_retention_days <= 35"
                => "Aurora keeps automated backups for 1 to 35 days.",
        /// When the daily snapshot is taken, in UTC: hh:mm-hh:mm.
        backup_window: String,
        /// When the cluster is maintained, in UTC: ddd:hh:mm-ddd:hh:mm.
        cluster_maintenance_window: String,
        /// When each instance is maintained, one per availability zone, in the order of the zones;
        /// never two at once.
        instance_maintenance_windows: Vec<String>,
    }
}

terraform::ports! {
    /// How the database is reached and watched.
    pub struct Outputs {
        /// The Aurora cluster.
        cluster_identifier: String,
        /// ARN of the Aurora cluster.
        cluster_arn: String,
        /// Subnet group of the Aurora cluster.
        subnet_group_name: String,
        /// The Aurora instances, one per availability zone, in the order of the zones.
        instance_identifiers: Vec<String>,
        /// Where the payment tasks write: the proxy, or the cluster where there is none.
        writer_endpoint: String,
        /// Where the payment tasks read: the read-only proxy endpoint, or that of the cluster where
        /// there is none.
        reader_endpoint: String,
        /// Port of the database.
        port: Number,
        /// Name of the payment database.
        database_name: String,
        /// Database user of the payment tasks.
        database_user: String,
        /// That user, as `rds-db:connect` names it.
        database_user_arn: String,
        /// Secret with the master password, managed by RDS.
        database_secret_arn: String,
        /// Secret of the payment tasks' user; null where the database checks IAM tokens itself.
        user_secret_arn: Option<String>,
        /// Secret of the user that only reads; null where no restore is tested through the Data
        /// API.
        reader_secret_arn: Option<String>,
        /// Name of RDS Proxy; null where there is none.
        proxy_name: Option<String>,
    }
}

impl Tier for Database {
    const NAME: &'static str = "database";
    const DESCRIPTION: &'static str =
        "The Aurora PostgreSQL cluster with an instance in each zone, and RDS Proxy before it.";
    type Inputs = Inputs;
    type Outputs = Outputs;

    fn declare(&self, module: &mut Module, var: &Inputs) -> Result<Outputs, DeclareError> {
        let parameters = parameters::declare(module, var)?;
        let cluster = cluster::declare(module, self, var, &parameters)?;
        let instances = instances::declare(module, self, var, &cluster, &parameters.instance)?;
        let access = match self.proxy {
            true => {
                let user = users::application(module, var)?;
                proxy::declare(module, var, &cluster, &instances, &user)?
            }
            false => Access::direct(&cluster),
        };
        let reader_secret_arn = if self.reader { users::reader(module, var)? } else { Attr::Unset };
        events::declare(module, var, &cluster, &instances)?;
        if let Some(protection) = &self.protection {
            backup::declare(module, protection, var, &cluster)?;
        }
        Ok(wire!(Outputs {
            cluster_identifier: cluster.cluster_identifier(),
            cluster_arn: cluster.arn(),
            subnet_group_name: cluster.db_subnet_group_name(),
            instance_identifiers: instances.each_ref().map(|instance| instance.identifier()),
            database_user_arn: access.user_arn(&var.account_id),
            writer_endpoint: access.writer_endpoint,
            reader_endpoint: access.reader_endpoint,
            port: cluster.port(),
            database_name: cluster.database_name(),
            database_user: SERVICE_USER,
            database_secret_arn: cluster::master_secret_arn(&cluster),
            user_secret_arn: access.user_secret_arn,
            reader_secret_arn: reader_secret_arn,
            proxy_name: access.proxy_name,
        }))
    }
}
