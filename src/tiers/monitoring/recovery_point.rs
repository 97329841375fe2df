//! How much would be lost: the recovery point as the probe measures it (DB-3).

use super::commands::{DATABASE_EVENTS, WRITER};
use super::metric::{Metric, Series};
use super::watch::{Runbook, Section, Watch};
use super::{Inputs, Monitoring};

/// Step Functions publishes an execution's end once; a longer period only delays the ticket.
const FIVE_MINUTES: u16 = 300;

/// The requirement (DB-3) writes a ticket; a recovery point that is not measured is not held, so no data counts as wrong. Two
/// of three, because Aurora moves `LatestRestorableTime` in steps.
///
/// It typically lags by up to five minutes, and stands still while nothing is written, when nothing could be lost either: so a
/// person is woken later, and only while commits flow.
/// Source: Amazon Aurora User Guide, "Restoring a DB cluster to a specified time" and "CommitThroughput".
pub(super) fn watches(monitoring: &Monitoring, var: &Inputs) -> Vec<Watch> {
    let period = &var.rpo_probe_seconds;
    let rpo = Series::from(probe(var, "RpoSeconds", "Maximum"));
    let rpo_of_commits = Series::math(
        "Seconds of commits that a restore would lose",
        "IF(FILL({commits}, 0) > 0, {rpo}, 0)",
        [("commits", commits(var)), ("rpo", probe(var, "RpoSeconds", "Maximum"))],
    );
    let heartbeat = Series::from(probe(var, "ProbeHeartbeat", "Sum"));
    let alarms = [
        rpo_of_commits.at_least(&var.rpo_page_seconds).lasting(2, 3).every(period).page("rpo"),
        rpo.at_least(&var.rpo_ticket_seconds).lasting(2, 3).every(period).or_no_data().ticket("rpo-ticket"),
    ];
    let silent = heartbeat.below(1).lasting(3, 3).every(period).or_no_data().page("rpo-probe");
    let mut watches = vec![
        Watch::new(Section::RecoveryPoint, "rpo", "Recovery point, in seconds", alarms, RPO),
        Watch::new(Section::RecoveryPoint, "rpo-probe", "Measurements of the recovery point", [silent], PROBE),
    ];
    if monitoring.restore_test {
        let failed = Series::from(restore_test(var)).above(0).lasting(1, 1).every(FIVE_MINUTES).ticket("restore-test");
        watches.push(Watch::new(
            Section::RecoveryPoint,
            "restore-test",
            "Restore tests that failed",
            [failed],
            RESTORE,
        ));
    }
    watches
}

/// Source: AWS Step Functions Developer Guide, "Monitoring Step Functions metrics using Amazon CloudWatch".
fn restore_test(var: &Inputs) -> Metric {
    let dimensions = vec![("StateMachineArn", var.restore_test_arn.clone())];
    Metric { namespace: "AWS/States", name: "ExecutionsFailed", dimensions, statistic: "Sum" }
}

fn probe(var: &Inputs, name: &'static str, statistic: &'static str) -> Metric {
    let dimensions = vec![("DBClusterIdentifier", var.cluster_identifier.clone())];
    Metric { namespace: "PaymentRPO", name, dimensions, statistic }
}

fn commits(var: &Inputs) -> Metric {
    let dimensions = vec![("DBClusterIdentifier", var.cluster_identifier.clone()), ("Role", "WRITER".into())];
    Metric { namespace: "AWS/RDS", name: "CommitThroughput", dimensions, statistic: "Average" }
}

const RPO: Runbook = Runbook {
    meaning: "A restore to a point in time would lose more than the requirement allows (the ticket), or twice that while \
         payments are written (the page), or the recovery point cannot be measured (the ticket).",
    first_look: &[WRITER, DATABASE_EVENTS],
    causes: &[
        "Aurora is late with its continuous backup.",
        "The cluster is stopped, being restored, or gone.",
        "No change was written for a while: check whether payments come.",
    ],
    steps: &[
        "Compare LatestRestorableTime with now by hand: is the measurement right?",
        "It stands still while payments come: open an AWS support case at once and name the \
         cluster.",
        "Take a manual snapshot now: `aws rds create-db-cluster-snapshot`; it bounds the loss.",
        "Do not delete, restore or migrate anything until it is under 5 minutes again.",
    ],
    escalate: "At once: AWS support, severity critical, and the owner of the platform, since requirement \
         DB-3 is broken. Note begin and end for the audit.",
};

const PROBE: Runbook = Runbook {
    meaning: "The recovery point is no longer measured: nobody would know if backups fell behind.",
    first_look: &[
        WRITER,
        "aws stepfunctions list-state-machines --region us-east-1 --query \
         'stateMachines[].[name,stateMachineArn]' --output table",
    ],
    causes: &[
        "The schedule of the probe is disabled.",
        "The role of the probe may no longer read the cluster or write the metric.",
        "The cluster was renamed.",
    ],
    steps: &[
        "Read LatestRestorableTime by hand now, and every few minutes until the probe runs.",
        "Look at the probe's last executions and their error; `terraform plan`, then apply.",
        "The gap counts as a failure in the monthly record.",
    ],
    escalate: "Not mended in an hour: the owner of the platform.",
};

const RESTORE: Runbook = Runbook {
    meaning: "The monthly restore test failed: a copy of the database could not be made, measured or deleted.",
    first_look: &[
        "aws stepfunctions list-executions --region us-east-1 --state-machine-arn \
         arn:aws:states:us-east-1:$(aws sts get-caller-identity --query Account --output \
         text):stateMachine:{{ restore_test }} --status-filter FAILED --max-items 3",
        DATABASE_EVENTS,
    ],
    causes: &[
        "The account has no room for one more cluster or instance.",
        "The role of the test may not restore with the key or into the subnet group.",
        "The copy of an earlier run is still there.",
    ],
    steps: &[
        "Read the error of the execution: it names the step and what AWS answered.",
        "Delete a copy that is left over: its cluster and instance have `restore-test` in their names.",
        "Mend the cause, then run it again: `aws stepfunctions start-execution`.",
    ],
    escalate: "It failed twice: the owner of the platform, since the tested recovery of the audit is missing.",
};
