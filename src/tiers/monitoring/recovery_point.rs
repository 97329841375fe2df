//! How much would be lost: the recovery point as the probe measures it (DB-3).

use super::metric::{Metric, Series};
use super::watch::{Section, Watch};
use super::{Inputs, Monitoring};

/// Step Functions publishes an execution's end once; a longer period only delays the ticket.
const FIVE_MINUTES: u16 = 300;

/// The requirement (DB-3) writes a ticket; a recovery point that is not measured is not held, so no
/// data counts as wrong. Two of three, because Aurora moves `LatestRestorableTime` in steps.
///
/// It typically lags by up to five minutes, and stands still while nothing is written, when nothing
/// could be lost either: so a person is woken later, and only while commits flow.
/// Source: Amazon Aurora User Guide, "Restoring a DB cluster to a specified time" and
/// "CommitThroughput".
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
        rpo.at_least(&var.rpo_ticket_seconds)
            .lasting(2, 3)
            .every(period)
            .or_no_data()
            .ticket("rpo-ticket"),
    ];
    let silent = heartbeat.below(1).lasting(3, 3).every(period).or_no_data().page("rpo-probe");
    let mut watches = vec![
        Watch::new(Section::RecoveryPoint, "rpo", "Recovery point, in seconds", alarms),
        Watch::new(
            Section::RecoveryPoint,
            "rpo-probe",
            "Measurements of the recovery point",
            [silent],
        ),
    ];
    if monitoring.restore_test {
        let failed = Series::from(restore_test(var))
            .above(0)
            .lasting(1, 1)
            .every(FIVE_MINUTES)
            .ticket("restore-test");
        watches.push(Watch::new(
            Section::RecoveryPoint,
            "restore-test",
            "Restore tests that failed",
            [failed],
        ));
    }
    watches
}

/// Source: AWS Step Functions Developer Guide, "Monitoring Step Functions metrics using Amazon
/// CloudWatch".
fn restore_test(var: &Inputs) -> Metric {
    let dimensions = vec![("StateMachineArn", var.restore_test_arn.clone())];
    Metric { namespace: "AWS/States", name: "ExecutionsFailed", dimensions, statistic: "Sum" }
}

fn probe(var: &Inputs, name: &'static str, statistic: &'static str) -> Metric {
    let dimensions = vec![("DBClusterIdentifier", var.cluster_identifier.clone())];
    Metric { namespace: "PaymentRPO", name, dimensions, statistic }
}

fn commits(var: &Inputs) -> Metric {
    let dimensions =
        vec![("DBClusterIdentifier", var.cluster_identifier.clone()), ("Role", "WRITER".into())];
    Metric { namespace: "AWS/RDS", name: "CommitThroughput", dimensions, statistic: "Average" }
}
