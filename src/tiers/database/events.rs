//! RDS events: a failover is told by RDS itself, besides the alarms (DB-2, MON-4). RDS sends events
//! at best effort, so that the alarms stay what is relied on. Source: Amazon Aurora User Guide,
//! "Overview of events for Aurora".

use super::Inputs;
use crate::aws::{AwsDbEventSubscription, AwsRdsCluster, AwsRdsClusterInstance};
use crate::naming::Kind;
use crate::tiers::{name_of, tags};
use terraform::block;
use terraform::tf::{Attr, DeclareError, Handle, Module};

/// Categories of each source type; they differ, and AWS refuses one that the source does not have.
/// Source: Amazon Aurora User Guide, "Amazon RDS event categories and event messages for Aurora".
const CLUSTER_CATEGORIES: [&str; 4] = ["failover", "failure", "maintenance", "notification"];
const INSTANCE_CATEGORIES: [&str; 7] = [
    "availability",
    "failover",
    "failure",
    "low storage",
    "maintenance",
    "notification",
    "recovery",
];

pub(super) fn declare(
    module: &mut Module,
    var: &Inputs,
    cluster: &Handle<AwsRdsCluster>,
    instances: &[Handle<AwsRdsClusterInstance>; 3],
) -> Result<(), DeclareError> {
    let cluster = vec![cluster.cluster_identifier().into()];
    let instances = instances.iter().map(|instance| instance.identifier().into()).collect();
    module.resource("cluster", subscription("cluster", cluster, &CLUSTER_CATEGORIES, var))?;
    module.resource("instance", subscription("instance", instances, &INSTANCE_CATEGORIES, var))?;
    Ok(())
}

fn subscription(
    source: &str,
    source_ids: Vec<Attr<String>>,
    categories: &[&str],
    var: &Inputs,
) -> AwsDbEventSubscription {
    block!(AwsDbEventSubscription {
        name: name_of(Kind::DbEventSubscription, source),
        sns_topic: &var.failover_topic_arn,
        source_type: format!("db-{source}"),
        source_ids: source_ids,
        event_categories: categories.to_vec(),
        tags: tags(name_of(Kind::DbEventSubscription, source)),
    })
}
