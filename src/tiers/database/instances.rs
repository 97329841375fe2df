//! The Aurora instances, one in each zone.

use super::cluster::performance_insights;
use super::{Database, Inputs};
use crate::aws::{AwsDbParameterGroup, AwsRdsCluster, AwsRdsClusterInstance};
use crate::cidr::Zone;
use crate::config::Insights;
use crate::naming::Kind;
use crate::tiers::{name_of, tags};
use terraform::block;
use terraform::tf::{DeclareError, Handle, Module};

/// Seconds between two samples of the operating system: a failover takes less than a minute, which
/// samples a minute apart would miss. Source: Amazon RDS API, `CreateDBInstance`,
/// `MonitoringInterval`: 1, 5, 10, 15, 30 or 60.
const MONITORING_SECONDS: u8 = 15;

/// One instance per zone (DB-1), all of one class, so that each can take over from the writer. The
/// promotion tier is the place in the order of the zones: the first reader by that order becomes
/// the writer (DB-2, ALL-5). Source: Amazon Aurora User Guide, "Fault tolerance for an Aurora DB
/// cluster".
pub(super) fn declare(
    module: &mut Module,
    tier: &Database,
    var: &Inputs,
    cluster: &Handle<AwsRdsCluster>,
    parameters: &Handle<AwsDbParameterGroup>,
) -> Result<[Handle<AwsRdsClusterInstance>; 3], DeclareError> {
    let mut declare = |place: usize| {
        let zone = tier.zones[place];
        let instance = instance(zone, place, tier, var, cluster, parameters);
        module.resource(zone.letter(), instance)
    };
    Ok([declare(0)?, declare(1)?, declare(2)?])
}

fn instance(
    zone: Zone,
    place: usize,
    tier: &Database,
    var: &Inputs,
    cluster: &Handle<AwsRdsCluster>,
    parameters: &Handle<AwsDbParameterGroup>,
) -> AwsRdsClusterInstance {
    let insights = tier.insights;
    let (retention_days, key_arn) = performance_insights(insights, var);
    block!(AwsRdsClusterInstance {
        identifier: name_of(Kind::AuroraInstance, zone.letter()),
        cluster_identifier: cluster.cluster_identifier(),
        engine: cluster.engine(),
        engine_version: cluster.engine_version(),
        instance_class: &var.instance_class,
        availability_zone: zone.name(),
        promotion_tier: place,
        db_parameter_group_name: parameters.name(),
        publicly_accessible: false,
        preferred_maintenance_window: var.instance_maintenance_windows.at(place),
        // A long-term-support version is kept only by not taking minor upgrades on one's own.
        // Source: Amazon Aurora User Guide, "Aurora PostgreSQL long-term support (LTS) releases".
        auto_minor_version_upgrade: false,
        apply_immediately: tier.apply_immediately,
        monitoring_interval: MONITORING_SECONDS,
        monitoring_role_arn: &var.monitoring_role_arn,
        performance_insights_enabled: insights != Insights::Off,
        performance_insights_retention_period: retention_days,
        performance_insights_kms_key_id: key_arn,
        copy_tags_to_snapshot: true,
        tags: tags(name_of(Kind::AuroraInstance, zone.letter())),
    })
}
