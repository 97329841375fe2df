//! The restore test: restores a copy of the cluster to its latest point, measures, deletes the copy
//! (DB-3, ALL-3).
//!
//! A workflow of our own and not AWS Backup restore testing: that one restores from a recovery
//! point of a vault, which is not the continuous backup payments would be restored from, and
//! reports how long its job took, not how far the data reached. This one measures both, against the
//! clock at which the restore was asked for:
//! - `RestoredRpoSeconds`: at most this much was lost. The point is read just before; the restore
//!   takes it or a later one.
//! - `RestoreRtoSeconds`: until an instance of the copy accepts connections, detection and
//!   repointing left out.
//!
//! - `RestoredRows`: what the configured query counts in the copy, as a user that only reads; where
//!   the instance class has the Data API. A restore that is quick and empty shows here.
//!
//! Rows are counted and not compared: that takes someone who knows what was paid.

use super::workflow::Workflow;
use super::{Inputs, NAMESPACE, rpo_probe::datum};
use crate::aws::AwsSfnStateMachine;
use crate::naming::Kind;
use crate::tiers::{RESTORE_TEST, RESTORED_COPY, name_of, value};
use terraform::text;
use terraform::tf::{Attr, DeclareError, Expression, Handle, Module};

/// The first day of each month at 06:00 UTC, before the backup and maintenance windows.
const SCHEDULE: &str = "cron(0 6 1 * ? *)";

/// Milliseconds after which the copy counts as never coming, so that it is deleted and the test
/// fails: four hours.
const GIVE_UP_MILLISECONDS: u32 = 4 * 60 * 60 * 1000;

pub(super) fn declare(
    module: &mut Module,
    count_rows: bool,
    var: &Inputs,
) -> Result<Handle<AwsSfnStateMachine>, DeclareError> {
    let test = Workflow {
        purpose: RESTORE_TEST,
        r#type: "STANDARD",
        definition: if count_rows { definition_with_rows(var) } else { definition(var) },
        role_arn: var.restore_test_role_arn.clone(),
        log_level: "ALL",
        schedule: SCHEDULE.into(),
        start_within_seconds: 3600,
    };
    test.declare(module, var)
}

/// As [`definition`]; and counts the rows, once recovery point and time are published.
pub fn definition_with_rows(var: &Inputs) -> Expression {
    let count = hcl::expression!({
        OpenDataApi = (open_data_api(var)),
        CountRows = (count_rows(var)),
        PublishRows = (publish_rows(var))
    });
    workflow(var, "OpenDataApi", count)
}

/// Restores, measures, deletes.
pub fn definition(var: &Inputs) -> Expression {
    workflow(var, "DeleteInstance", hcl::expression!({}))
}

/// Whatever fails after the restore has begun, the copy is deleted, and only then does the run
/// fail. Source: Amazon Aurora User Guide, "Restoring a DB cluster to a specified time": a restored
/// cluster has no instance.
fn workflow(var: &Inputs, once_published: &str, more: Expression) -> Expression {
    let states = hcl::expression!({
        ReadRecoveryPoint = (read_recovery_point(var)),
        Restore = (restore(var)),
        WaitForCluster = (wait("ReadCluster")),
        ReadCluster = (rds(
            "describeDBClusters", identified("DbClusterIdentifier", &copy(Kind::AuroraCluster)),
            "{% $states.result.DbClusters[0].Status %}", "IsClusterThere"
        )),
        IsClusterThere = (is_available("CreateInstance", "WaitForCluster")),
        CreateInstance = (create_instance(var)),
        WaitForInstance = (wait("ReadInstance")),
        ReadInstance = (rds(
            "describeDBInstances",
            identified("DbInstanceIdentifier", &copy(Kind::AuroraInstance)),
            "{% $states.result.DbInstances[0].DbInstanceStatus %}", "IsInstanceThere"
        )),
        IsInstanceThere = (is_available("Publish", "WaitForInstance")),
        Publish = (publish_times(var, once_published)),
        GiveUp = {
            Type = "Pass",
            Assign = { failure = "the copy did not become available within four hours" },
            Next = "DeleteInstance"
        },
        DeleteInstance = (delete_instance()),
        DeleteCluster = (delete_cluster()),
        DidItFail = {
            Type = "Choice",
            Choices = [{ Condition = "{% $failure != '' %}", Next = "Failed" }],
            Default = "Passed"
        },
        Failed = { Type = "Fail", Error = "RestoreTestFailed", Cause = "{% $failure %}" },
        Passed = { Type = "Succeed" }
    });
    hcl::expression!({
        Comment = "Restores a copy of the cluster, measures recovery point and recovery time, \
                   deletes the copy",
        QueryLanguage = "JSONata",
        StartAt = "ReadRecoveryPoint",
        States = (both(states, more))
    })
}

fn both(states: Expression, more: Expression) -> Expression {
    match (states, more) {
        (Expression::Object(mut states), Expression::Object(more)) => {
            states.extend(more);
            Expression::Object(states)
        }
        (states, _) => states,
    }
}

fn read_recovery_point(var: &Inputs) -> Expression {
    hcl::expression!({
        Type = "Task",
        Resource = "arn:aws:states:::aws-sdk:rds:describeDBClusters",
        Arguments = (identified("DbClusterIdentifier", &var.cluster_arn)),
        Assign = {
            asked = "{% $millis() %}",
            restorable = "{% $toMillis($states.result.DbClusters[0].LatestRestorableTime) %}",
            failure = ""
        },
        Next = "Restore"
    })
}

/// A full copy, as a real recovery would be; a clone would share the volume of the cluster it is to
/// stand in for.
///
/// The integration spells arguments as the AWS SDK for Java 2 does, which folds only the acronym at
/// the beginning of a name: `DbClusterIdentifier`, but `SourceDBClusterIdentifier`. A wrong name is
/// refused when the workflow is created. Source: Step Functions Developer Guide, "Learning to use
/// AWS service SDK integrations in Step Functions".
fn restore(var: &Inputs) -> Expression {
    hcl::expression!({
        Type = "Task",
        Resource = "arn:aws:states:::aws-sdk:rds:restoreDBClusterToPointInTime",
        Arguments = {
            SourceDBClusterIdentifier = (value(&var.cluster_identifier)),
            DbClusterIdentifier = (value(&copy(Kind::AuroraCluster))),
            UseLatestRestorableTime = true,
            RestoreType = "full-copy",
            DbSubnetGroupName = (value(&var.subnet_group_name)),
            VpcSecurityGroupIds = [(value(&var.database_security_group_id))],
            DeletionProtection = false,
            Tags = [{ Key = "Name", Value = (value(&copy(Kind::AuroraCluster))) }]
        },
        Retry = (retry()),
        // Also when the copy of a broken-off run is still there: it goes, and the next run has the
        // way free.
        Catch = (fail_after_deletion()),
        Next = "WaitForCluster"
    })
}

fn create_instance(var: &Inputs) -> Expression {
    let arguments = hcl::expression!({
        DbInstanceIdentifier = (value(&copy(Kind::AuroraInstance))),
        DbClusterIdentifier = (value(&copy(Kind::AuroraCluster))),
        DbInstanceClass = (value(&var.instance_class)),
        Engine = "aurora-postgresql",
        PubliclyAccessible = false,
        Tags = [{ Key = "Name", Value = (value(&copy(Kind::AuroraInstance))) }]
    });
    rds("createDBInstance", arguments, "", "WaitForInstance")
}

fn publish_times(var: &Inputs, next: &str) -> Expression {
    let rpo = datum(var, "RestoredRpoSeconds", "Seconds", "{% ($asked - $restorable) / 1000 %}");
    let rto = datum(var, "RestoreRtoSeconds", "Seconds", "{% ($millis() - $asked) / 1000 %}");
    publish(vec![rpo, rto], next)
}

fn publish(data: Vec<Expression>, next: &str) -> Expression {
    hcl::expression!({
        Type = "Task",
        Resource = "arn:aws:states:::aws-sdk:cloudwatch:putMetricData",
        Arguments = { Namespace = NAMESPACE, MetricData = (Expression::Array(data)) },
        Retry = (retry()),
        Catch = (fail_after_deletion()),
        Next = next
    })
}

/// A restored cluster has no Data API, whatever its source has.
/// Source: Amazon RDS API Reference, `EnableHttpEndpoint`.
fn open_data_api(var: &Inputs) -> Expression {
    let copy =
        text!("arn:aws:rds:us-east-1:", &var.account_id, ":cluster:", copy(Kind::AuroraCluster));
    hcl::expression!({
        Type = "Task",
        Resource = "arn:aws:states:::aws-sdk:rds:enableHttpEndpoint",
        Arguments = (identified("ResourceArn", &copy)),
        Retry = (retry()),
        Catch = (fail_after_deletion()),
        Next = "CountRows"
    })
}

/// The copy has the users and passwords of its source. Its Data API opens a while after it is
/// switched on, so this is tried for a quarter of an hour.
fn count_rows(var: &Inputs) -> Expression {
    let cluster =
        text!("arn:aws:rds:us-east-1:", &var.account_id, ":cluster:", copy(Kind::AuroraCluster));
    hcl::expression!({
        Type = "Task",
        Resource = "arn:aws:states:::aws-sdk:rdsdata:executeStatement",
        Arguments = {
            ResourceArn = (value(&cluster)),
            SecretArn = (value(&var.reader_secret_arn)),
            Database = (value(&var.database_name)),
            Sql = (value(&var.restored_rows_query))
        },
        Output = { rows = "{% $states.result.Records[0][0].LongValue %}" },
        Retry = [{
            ErrorEquals = ["States.ALL"], IntervalSeconds = 30, BackoffRate = 1, MaxAttempts = 30
        }],
        Catch = (fail_after_deletion()),
        Next = "PublishRows"
    })
}

fn publish_rows(var: &Inputs) -> Expression {
    publish(vec![datum(var, "RestoredRows", "Count", "{% $states.input.rows %}")], "DeleteInstance")
}

fn delete_instance() -> Expression {
    hcl::expression!({
        Type = "Task",
        Resource = "arn:aws:states:::aws-sdk:rds:deleteDBInstance",
        Arguments = {
            DbInstanceIdentifier = (value(&copy(Kind::AuroraInstance))), SkipFinalSnapshot = true
        },
        Retry = [
            { ErrorEquals = ["Rds.DbInstanceNotFoundException"], MaxAttempts = 0 },
            {
                ErrorEquals = ["States.ALL"], IntervalSeconds = 60, BackoffRate = 1,
                MaxAttempts = 30
            }
        ],
        // It may never have been created.
        Catch = [{ ErrorEquals = ["Rds.DbInstanceNotFoundException"], Next = "DeleteCluster" }],
        Next = "DeleteCluster"
    })
}

/// A cluster can be deleted only once its instance is gone, so this is tried for an hour.
fn delete_cluster() -> Expression {
    hcl::expression!({
        Type = "Task",
        Resource = "arn:aws:states:::aws-sdk:rds:deleteDBCluster",
        Arguments = {
            DbClusterIdentifier = (value(&copy(Kind::AuroraCluster))), SkipFinalSnapshot = true
        },
        Retry = [
            { ErrorEquals = ["Rds.DbClusterNotFoundException"], MaxAttempts = 0 },
            {
                ErrorEquals = ["States.ALL"], IntervalSeconds = 60, BackoffRate = 1,
                MaxAttempts = 60
            }
        ],
        Catch = [{ ErrorEquals = ["Rds.DbClusterNotFoundException"], Next = "DidItFail" }],
        Next = "DidItFail"
    })
}

/// A call on the copy: tried again, then given up with the reason. An empty `output` gives nothing
/// to the next state.
fn rds(action: &str, arguments: Expression, output: &str, next: &str) -> Expression {
    hcl::expression!({
        Type = "Task",
        Resource = (format!("arn:aws:states:::aws-sdk:rds:{action}")),
        Arguments = arguments,
        Output = { status = output },
        Retry = (retry()),
        Catch = (fail_after_deletion()),
        Next = next
    })
}

fn is_available(then: &str, otherwise: &str) -> Expression {
    let too_late = format!("{{% $millis() - $asked > {GIVE_UP_MILLISECONDS} %}}");
    hcl::expression!({
        Type = "Choice",
        Choices = [
            { Condition = "{% $states.input.status = 'available' %}", Next = then },
            { Condition = too_late, Next = "GiveUp" }
        ],
        Default = otherwise
    })
}

fn wait(next: &str) -> Expression {
    hcl::expression!({ Type = "Wait", Seconds = 30, Next = next })
}

fn retry() -> Expression {
    hcl::expression!([{
        ErrorEquals = ["States.ALL"], IntervalSeconds = 10, BackoffRate = 2, MaxAttempts = 4
    }])
}

fn fail_after_deletion() -> Expression {
    hcl::expression!([{
        ErrorEquals = ["States.ALL"],
        Assign = { failure = "{% $states.errorOutput.Error & ': ' & $states.errorOutput.Cause %}" },
        Next = "DeleteInstance"
    }])
}

fn identified(argument: &str, name: &Attr<String>) -> Expression {
    [(hcl::ObjectKey::from(argument), value(name))].into_iter().collect()
}

/// The name of the copy: its own, so that the role of the test can touch nothing else.
fn copy(kind: Kind) -> Attr<String> {
    name_of(kind, RESTORED_COPY)
}
