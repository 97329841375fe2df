//! The RPO probe and the restore test really run: moto's Step Functions interpreter plays the
//! definitions that are generated, its RDS and CloudWatch answer, and a JSONata engine evaluates
//! the expressions (src/sandbox/emulator/README.md).

use std::thread::sleep;
use std::time::Duration;

use super::workflow::{CLUSTER, definition};
use crate::support::Emulator;
use anyhow::{Result, bail};
use paytf::tf::Expression;
use paytf::tiers::resilience::{Inputs, NAMESPACE, restore_test, rpo_probe};
use serde_json::{Value, json};

/// How long a run may take here.
const PATIENCE: Duration = Duration::from_secs(60);

/// An emulator with the workflow, its waits shortened to none.
struct Played {
    emulator: Emulator,
    machine: Value,
}

impl Played {
    fn new(of: fn(&Inputs) -> Expression) -> Result<Self> {
        let emulator = Emulator::start()?;
        let mut definition = definition(of)?;
        for state in
            definition["States"].as_object_mut().into_iter().flatten().map(|(_, state)| state)
        {
            if state["Type"] == "Wait" {
                state["Seconds"] = json!(0);
            }
            for retrier in state
                .get_mut("Retry")
                .and_then(Value::as_array_mut)
                .into_iter()
                .flatten()
                .filter(|one| one["MaxAttempts"] != 0)
            {
                retrier["IntervalSeconds"] = json!(1);
                retrier["MaxAttempts"] = json!(1);
            }
        }
        let parameters = json!({
            "name": "workflow",
            "roleArn": "arn:aws:iam::123456789012:role/workflow",
            "definition": definition.to_string(),
        });
        let machine =
            emulator.ask("stepfunctions", "create_state_machine", parameters)?["stateMachineArn"]
                .take();
        Ok(Self { emulator, machine })
    }

    /// Runs it to its end.
    fn run(&self) -> Result<Value> {
        let started = self.emulator.ask(
            "stepfunctions",
            "start_execution",
            json!({"stateMachineArn": self.machine}),
        )?;
        for _ in 0..PATIENCE.as_millis() / 200 {
            let question = json!({"executionArn": started["executionArn"]});
            let run = self.emulator.ask("stepfunctions", "describe_execution", question)?;
            if run["status"] != "RUNNING" {
                return Ok(run);
            }
            sleep(Duration::from_millis(200));
        }
        bail!("the workflow still runs after {PATIENCE:?}")
    }

    fn create_cluster(&self) -> Result<()> {
        let subnet_group = json!({
            "DBSubnetGroupName": super::workflow::SUBNET_GROUP,
            "DBSubnetGroupDescription": "data",
            "SubnetIds": self.subnets()?,
        });
        self.emulator.ask("rds", "create_db_subnet_group", subnet_group)?;
        let cluster = json!({
            "DBClusterIdentifier": CLUSTER,
            "Engine": "aurora-postgresql",
            "MasterUsername": "payadmin",
            "ManageMasterUserPassword": true,
        });
        self.emulator.ask("rds", "create_db_cluster", cluster)?;
        Ok(())
    }

    fn subnets(&self) -> Result<Value> {
        let subnets = self.emulator.ask("ec2", "describe_subnets", json!({}))?["Subnets"].take();
        Ok(subnets
            .as_array()
            .into_iter()
            .flatten()
            .map(|subnet| subnet["SubnetId"].clone())
            .collect())
    }

    /// Makes the cluster restorable only to an earlier moment, or (`never`) to none.
    fn restorable(&self, seconds_ago: &str) -> Result<()> {
        let tags = json!([{"Key": "emulator:restorable-seconds-ago", "Value": seconds_ago}]);
        let arn = format!("arn:aws:rds:us-east-1:123456789012:cluster:{CLUSTER}");
        self.emulator.ask(
            "rds",
            "add_tags_to_resource",
            json!({"ResourceName": arn, "Tags": tags}),
        )?;
        Ok(())
    }

    /// Every published value of a metric of the cluster.
    fn published(&self, metric: &str) -> Result<Vec<f64>> {
        let parameters = json!({
            "Namespace": NAMESPACE,
            "MetricName": metric,
            "Dimensions": [{"Name": "DBClusterIdentifier", "Value": CLUSTER}],
            "StartTime": "2000-01-01T00:00:00Z",
            "EndTime": "2100-01-01T00:00:00Z",
            "Period": 60,
            "Statistics": ["Maximum"],
        });
        let answer = self.emulator.ask("cloudwatch", "get_metric_statistics", parameters)?;
        Ok(answer["Datapoints"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|one| one["Maximum"].as_f64())
            .collect())
    }

    fn clusters(&self) -> Result<usize> {
        let answer = self.emulator.ask("rds", "describe_db_clusters", json!({}))?;
        Ok(answer["DBClusters"].as_array().map_or(0, Vec::len))
    }
}

#[test]
fn a_cluster_that_keeps_up_is_measured_within_seconds_and_the_heart_beats() -> Result<()> {
    let probe = Played::new(rpo_probe::definition)?;
    probe.create_cluster()?;
    let run = probe.run()?;
    assert_eq!(run["status"], "SUCCEEDED", "{run}");
    let seconds = probe.published(rpo_probe::RPO_SECONDS)?;
    assert!(matches!(seconds[..], [one] if (0.0..30.0).contains(&one)), "{seconds:?}");
    assert_eq!(probe.published(rpo_probe::HEARTBEAT)?, [1.0]);
    Ok(())
}

#[test]
fn a_cluster_that_falls_behind_is_told_with_how_far() -> Result<()> {
    let probe = Played::new(rpo_probe::definition)?;
    probe.create_cluster()?;
    probe.restorable("900")?;
    assert_eq!(probe.run()?["status"], "SUCCEEDED");
    let seconds = probe.published(rpo_probe::RPO_SECONDS)?;
    assert!(matches!(seconds[..], [one] if (900.0..930.0).contains(&one)), "{seconds:?}");
    Ok(())
}

#[test]
fn a_cluster_that_is_gone_publishes_nothing_and_fails_the_run() -> Result<()> {
    let probe = Played::new(rpo_probe::definition)?;
    let run = probe.run()?;
    assert_eq!(
        (&run["status"], &run["error"]),
        (&json!("FAILED"), &json!("ClusterIsGone")),
        "{run}"
    );
    assert_eq!(probe.published(rpo_probe::RPO_SECONDS)?, [0.0; 0]);
    assert_eq!(probe.published(rpo_probe::HEARTBEAT)?, [0.0; 0]);
    Ok(())
}

#[test]
fn a_cluster_without_continuous_backup_publishes_nothing_and_fails_the_run() -> Result<()> {
    let probe = Played::new(rpo_probe::definition)?;
    probe.create_cluster()?;
    probe.restorable("never")?;
    let run = probe.run()?;
    assert_eq!(
        (&run["status"], &run["error"]),
        (&json!("FAILED"), &json!("NoRecoveryPoint")),
        "{run}"
    );
    assert_eq!(probe.published(rpo_probe::HEARTBEAT)?, [0.0; 0]);
    Ok(())
}

#[test]
fn a_restore_is_measured_and_its_copy_deleted() -> Result<()> {
    let test = Played::new(restore_test::definition)?;
    test.create_cluster()?;
    test.restorable("120")?;
    let run = test.run()?;
    assert_eq!(run["status"], "SUCCEEDED", "{run}");
    let lost = test.published("RestoredRpoSeconds")?;
    assert!(matches!(lost[..], [one] if (120.0..150.0).contains(&one)), "{lost:?}");
    assert_eq!(test.published("RestoreRtoSeconds")?.len(), 1);
    assert_eq!(test.clusters()?, 1, "the copy is gone, the cluster is not");
    Ok(())
}

#[test]
fn a_restore_that_fails_leaves_no_copy_and_says_why() -> Result<()> {
    let test = Played::new(restore_test::definition)?;
    test.create_cluster()?;
    // An instance of the copy's name is in the way.
    let instance = json!({
        "DBInstanceIdentifier": "aurora-instance-restore-test-staging",
        "DBInstanceClass": "db.t4g.medium",
        "Engine": "postgres",
        "AllocatedStorage": 20,
        "MasterUsername": "payadmin",
        "MasterUserPassword": "not-a-secret",
    });
    test.emulator.ask("rds", "create_db_instance", instance)?;
    let run = test.run()?;
    assert_eq!(
        (&run["status"], &run["error"]),
        (&json!("FAILED"), &json!("RestoreTestFailed")),
        "{run}"
    );
    assert!(
        run["cause"].as_str().is_some_and(|cause| cause.contains("DbInstanceAlreadyExists")),
        "{run}"
    );
    assert_eq!(test.published("RestoreRtoSeconds")?, [0.0; 0]);
    assert_eq!(test.clusters()?, 1);
    Ok(())
}
