//! The RPO probe: measures from outside the VPC how much a restore would lose right now (DB-3).
//!
//! A workflow and not a function: two API calls and a subtraction need no code, so there is no
//! runtime and no dependency to patch, and nothing of it shares the fate of what it measures: no
//! subnet, no NAT gateway, no image. Express and not Standard: 43,200 runs of a second in a month
//! cost about 0.10 US dollars, as Standard transitions about 4. Source: AWS Step Functions pricing.

use super::workflow::Workflow;
use super::{Inputs, NAMESPACE};
use crate::aws::AwsSfnStateMachine;
use crate::tiers::{RPO_PROBE, value};
use terraform::tf::{DeclareError, Expression, Handle, Module};

/// Seconds by which a restore would fall short of now.
pub const RPO_SECONDS: &str = "RpoSeconds";
/// 1 for each measurement: without it, the absence of bad news is not good news.
pub const HEARTBEAT: &str = "ProbeHeartbeat";

pub(super) fn declare(
    module: &mut Module,
    var: &Inputs,
) -> Result<Handle<AwsSfnStateMachine>, DeclareError> {
    let probe = Workflow {
        purpose: RPO_PROBE,
        r#type: "EXPRESS",
        definition: definition(var),
        role_arn: var.rpo_probe_role_arn.clone(),
        log_level: "ERROR",
        schedule: var.rpo_probe_schedule.clone(),
        start_within_seconds: 60,
    };
    probe.declare(module, var)
}

/// Reads `LatestRestorableTime` and publishes how long ago that is, with the heartbeat, in one
/// call: both or neither. Where there is no cluster or no such time the run fails and publishes
/// nothing, and the alarm on the heartbeat tells. Sources: Amazon RDS API Reference,
/// `DescribeDBClusters`; Step Functions Developer Guide, "Transforming data with JSONata" and
/// "Learning to use AWS service SDK integrations", which spell `DBClusters` as `DbClusters`.
pub fn definition(var: &Inputs) -> Expression {
    hcl::expression!({
        Comment = "Publishes by how many seconds a restore of the cluster would fall short of now",
        QueryLanguage = "JSONata",
        // Ends before the next measurement begins.
        TimeoutSeconds = 50,
        StartAt = "ReadRecoveryPoint",
        States = {
            ReadRecoveryPoint = (read_recovery_point(var)),
            IsThereARecoveryPoint = {
                Type = "Choice",
                Choices = [{
                    Condition = "{% $states.input.restorable != '' %}", Next = "Publish"
                }],
                Default = "NoRecoveryPoint"
            },
            Publish = (publish(var)),
            ClusterIsGone = {
                Type = "Fail",
                Error = "ClusterIsGone",
                Cause = "The cluster whose recovery point is measured does not exist"
            },
            NoRecoveryPoint = {
                Type = "Fail",
                Error = "NoRecoveryPoint",
                Cause = "The cluster has no LatestRestorableTime: there is no continuous backup \
                         yet, or none any more"
            }
        }
    })
}

/// A cluster that does not exist is not looked for twice.
fn read_recovery_point(var: &Inputs) -> Expression {
    hcl::expression!({
        Type = "Task",
        Resource = "arn:aws:states:::aws-sdk:rds:describeDBClusters",
        Arguments = { DbClusterIdentifier = (value(&var.cluster_arn)) },
        Output = {
            restorable = "{% [$states.result.DbClusters[0].LatestRestorableTime, ''][0] %}"
        },
        TimeoutSeconds = 10,
        Retry = [
            { ErrorEquals = ["Rds.DbClusterNotFoundException"], MaxAttempts = 0 },
            (retry())
        ],
        Catch = [{ ErrorEquals = ["Rds.DbClusterNotFoundException"], Next = "ClusterIsGone" }],
        Next = "IsThereARecoveryPoint"
    })
}

fn publish(var: &Inputs) -> Expression {
    hcl::expression!({
        Type = "Task",
        Resource = "arn:aws:states:::aws-sdk:cloudwatch:putMetricData",
        Arguments = {
            Namespace = NAMESPACE,
            MetricData = [
                (datum(var, RPO_SECONDS, "Seconds", "{% ($millis() - \
                                                     $toMillis($states.input.restorable)) / 1000 \
                                                     %}")),
                (datum(var, HEARTBEAT, "Count", 1))
            ]
        },
        TimeoutSeconds = 10,
        Retry = [(retry())],
        End = true
    })
}

/// A throttled or broken call is made again within the minute.
fn retry() -> Expression {
    hcl::expression!({
        ErrorEquals = ["States.ALL"], IntervalSeconds = 2, BackoffRate = 2, MaxAttempts = 3,
        JitterStrategy = "FULL"
    })
}

/// One value of a metric of the cluster.
pub(super) fn datum(
    var: &Inputs,
    name: &str,
    unit: &str,
    measured: impl Into<Expression>,
) -> Expression {
    let measured: Expression = measured.into();
    hcl::expression!({
        MetricName = name,
        Unit = unit,
        Value = measured,
        Dimensions = [{ Name = "DBClusterIdentifier", Value = (value(&var.cluster_identifier)) }]
    })
}
