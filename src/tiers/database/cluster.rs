//! The Aurora cluster: its storage, backups, encryption and master user.

use super::parameters::ParameterGroups;
use super::{DATABASE_NAME, Database, Inputs, MASTER};
use crate::aws::{AwsCloudwatchLogGroup, AwsDbSubnetGroup, AwsRdsCluster};
use crate::config::Insights;
use crate::naming::Kind;
use crate::tiers::{name, tags, value};
use terraform::tf::{Attr, DeclareError, Expression, Handle, Module, Number, Ref, call, meta};
use terraform::{block, text};

/// The cluster over three zones (DB-1): six copies of every block, continuous backup (DB-3), one
/// key of ours for data, secret and insights (ALL-4), destroyable with everything it holds (ALL-3).
///
/// `availability_zones` is left out: AWS fills in three, and a difference would recreate the
/// cluster. So is `storage_type`: Aurora Standard is the default, and AWS reports it as empty, so
/// that setting it never settles. Source: Terraform AWS provider, `aws_rds_cluster`.
pub(super) fn declare(
    module: &mut Module,
    tier: &Database,
    var: &Inputs,
    parameters: &ParameterGroups,
) -> Result<Handle<AwsRdsCluster>, DeclareError> {
    let subnets = module.resource("main", subnet_group(var))?;
    let log_group = module.resource("postgresql", log_group(var))?;
    let mut cluster = block!(AwsRdsCluster {
        cluster_identifier: name(Kind::AuroraCluster),
        engine: "aurora-postgresql",
        engine_version: &var.engine_version,
        // Without it AWS bills extended support when the version's standard support ends.
        engine_lifecycle_support: "open-source-rds-extended-support-disabled",
        db_cluster_parameter_group_name: parameters.cluster.name(),
        db_subnet_group_name: subnets.name(),
        vpc_security_group_ids: [&var.database_security_group_id],
        network_type: "IPV4",
        port: 5432,
        database_name: DATABASE_NAME,
        storage_encrypted: true,
        kms_key_id: &var.data_key_arn,
        enabled_cloudwatch_logs_exports: ["postgresql"],
        // SQL without a host in the network: the setup of the users, an operator's query.
        enable_http_endpoint: tier.data_api,
        preferred_maintenance_window: &var.cluster_maintenance_window,
        // What needs a restart waits for the maintenance windows, of which no two instances share
        // one.
        apply_immediately: tier.apply_immediately,
        tags: tags(name(Kind::AuroraCluster)),
    });
    if tier.apply_immediately {
        allow_major_upgrade(&mut cluster, parameters);
    }
    set_master_user(&mut cluster, var);
    set_backup(&mut cluster, var);
    set_deletion(&mut cluster, tier.protection.is_some(), var);
    set_insights(&mut cluster, tier.insights, var);
    module.resource_with("main", cluster, meta().depends_on(&log_group))
}

/// The secret with the master password, which RDS makes and rotates: the password is in no plan and
/// no state.
pub(super) fn master_secret_arn(cluster: &Handle<AwsRdsCluster>) -> Ref<String> {
    cluster.master_user_secret().at(0).get("secret_arn")
}

/// Days for which Performance Insights keeps its data, and the key for it; both unset where it is
/// off.
pub(super) fn performance_insights(
    insights: Insights,
    var: &Inputs,
) -> (Attr<Number>, Attr<String>) {
    match insights.retention_days() {
        Some(days) => (days.into(), var.data_key_arn.clone()),
        None => (Attr::Unset, Attr::Unset),
    }
}

fn subnet_group(var: &Inputs) -> AwsDbSubnetGroup {
    block!(AwsDbSubnetGroup {
        name: name(Kind::DbSubnetGroup),
        description: "Private database subnets in three availability zones",
        subnet_ids: &var.data_subnet_ids,
        tags: tags(name(Kind::DbSubnetGroup)),
    })
}

/// The log group that the export writes to; RDS would create one itself, without our key and our
/// retention.
fn log_group(var: &Inputs) -> AwsCloudwatchLogGroup {
    let log_group = text!("/aws/rds/cluster/", name(Kind::AuroraCluster), "/postgresql");
    block!(AwsCloudwatchLogGroup {
        name: &log_group,
        kms_key_id: &var.logs_key_arn,
        retention_in_days: &var.log_retention_days,
        tags: tags(log_group),
    })
}

fn set_master_user(cluster: &mut AwsRdsCluster, var: &Inputs) {
    cluster.master_username = MASTER.into();
    cluster.manage_master_user_password = true.into();
    cluster.master_user_secret_kms_key_id = var.data_key_arn.clone();
    cluster.iam_database_authentication_enabled = true.into();
}

/// AWS upgrades cluster and instances together and wants to know the instances' new group then.
/// Never in a maintenance window: the instances' group would be changed while they still run the
/// old version, which AWS refuses. Source: Amazon RDS API Reference, `ModifyDBCluster`,
/// `AllowMajorVersionUpgrade` and `DBInstanceParameterGroupName`.
fn allow_major_upgrade(cluster: &mut AwsRdsCluster, parameters: &ParameterGroups) {
    cluster.allow_major_version_upgrade = true.into();
    cluster.db_instance_parameter_group_name = parameters.instance.name().into();
}

fn set_backup(cluster: &mut AwsRdsCluster, var: &Inputs) {
    cluster.backup_retention_period = var.backup_retention_days.clone();
    cluster.preferred_backup_window = var.backup_window.clone();
    cluster.copy_tags_to_snapshot = true.into();
}

/// Unprotected, everything goes with the cluster (ALL-3). Protected, AWS refuses to delete it; and
/// once that is taken off on purpose, a last snapshot and the automated backups stay (ALL-9). The
/// snapshot's name holds the id of the key of this stack's data, which every stack has a new one
/// of: so it is free whenever the stack is destroyed again.
fn set_deletion(cluster: &mut AwsRdsCluster, protected: bool, var: &Inputs) {
    cluster.deletion_protection = protected.into();
    cluster.skip_final_snapshot = (!protected).into();
    cluster.delete_automated_backups = (!protected).into();
    if protected {
        let parts: Ref<Vec<String>> =
            call("split", [Expression::from("/"), value(&var.data_key_arn)]);
        let key_id: Ref<String> = call("element", [parts.into_expression(), Expression::from(1)]);
        let suffix: Ref<String> = Ref::variable("environment_suffix");
        cluster.final_snapshot_identifier =
            text!(format!("{}-final-", Kind::AuroraCluster.prefix()), key_id, "-", suffix);
    }
}

/// The mode belongs to the cluster alone; Performance Insights must then be the same there and at
/// every instance. Source: Amazon Aurora User Guide, "Considerations for Database Insights for
/// Amazon Aurora".
fn set_insights(cluster: &mut AwsRdsCluster, insights: Insights, var: &Inputs) {
    let (retention_days, key_arn) = performance_insights(insights, var);
    cluster.performance_insights_enabled = (insights != Insights::Off).into();
    cluster.performance_insights_retention_period = retention_days;
    cluster.performance_insights_kms_key_id = key_arn;
    if insights != Insights::Off {
        cluster.database_insights_mode = insights.as_str().into();
    }
}
