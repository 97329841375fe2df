//! The roles of the workflows that measure the recovery point and test restores, and of what starts
//! them (DB-3).

use super::Inputs;
use super::role::{Role, trust};
use crate::naming::Kind;
use crate::policy::actions::{cloudwatch, kms, logs, rds, rds_data, secretsmanager, states, xray};
use crate::policy::{Action, Statement, allow};
use crate::tiers::{RESTORED_COPY, name, name_of};
use terraform::text;
use terraform::tf::Attr;

/// What a service needs to have CloudWatch Logs deliver its logs into a log group.
/// Source: Step Functions Developer Guide, "Using CloudWatch Logs to log execution history", "IAM
/// policies".
const LOG_DELIVERY: [Action; 8] = [
    logs::CREATE_LOG_DELIVERY,
    logs::DELETE_LOG_DELIVERY,
    logs::DESCRIBE_LOG_GROUPS,
    logs::DESCRIBE_RESOURCE_POLICIES,
    logs::GET_LOG_DELIVERY,
    logs::LIST_LOG_DELIVERIES,
    logs::PUT_RESOURCE_POLICY,
    logs::UPDATE_LOG_DELIVERY,
];

/// Source: Step Functions Developer Guide, "Trace Step Functions request data in AWS X-Ray".
const TRACE: [Action; 4] = [
    xray::GET_SAMPLING_RULES,
    xray::GET_SAMPLING_TARGETS,
    xray::PUT_TELEMETRY_RECORDS,
    xray::PUT_TRACE_SEGMENTS,
];

/// Reads one cluster and publishes to one namespace.
pub fn rpo_probe(var: &Inputs) -> Role {
    let read = allow("ReadRecoveryPoint", [rds::DESCRIBE_DB_CLUSTERS]).on([&var.cluster_arn]);
    Role {
        purpose: "rpo-probe",
        output: "rpo_probe_role_arn",
        description: "The RPO probe reads the recovery point of the cluster and publishes it.",
        trust: trust_workflow(var),
        permissions: [vec![read], observed()].concat(),
    }
}

/// Starts the workflows and does nothing else.
pub fn scheduler(var: &Inputs, restore_test: bool) -> Role {
    let mut workflows = vec![var.rpo_probe_arn.clone()];
    workflows.extend(restore_test.then(|| var.restore_test_arn.clone()));
    Role {
        purpose: "scheduler",
        output: "scheduler_role_arn",
        description: "EventBridge Scheduler starts the workflows that measure.",
        trust: trust("scheduler.amazonaws.com").from_account(&var.account_id),
        permissions: vec![allow("StartWorkflows", [states::START_EXECUTION]).on(workflows)],
    }
}

/// Restores from the cluster, and creates and deletes only under the names of the copy.
///
/// A restore is asked for the option group of the copy as well, which is the engine's default, and
/// a deletion for the final snapshot, of which there is none: the reference lists both as required.
/// Source: Service Authorization Reference, "Actions, resources, and condition keys for Amazon
/// RDS".
pub fn restore_test(var: &Inputs) -> Role {
    let rds_arn = |kind: &str, name: Attr<String>| {
        text!("arn:aws:rds:us-east-1:", &var.account_id, ":", kind, ":", name)
    };
    let copy = rds_arn("cluster", name_of(Kind::AuroraCluster, RESTORED_COPY));
    let instance = rds_arn("db", name_of(Kind::AuroraInstance, RESTORED_COPY));
    let subnet_group = rds_arn("subgrp", name(Kind::DbSubnetGroup));
    // The copy takes the default parameter groups of its engine version.
    let parameter_groups =
        [rds_arn("cluster-pg", "default.*".into()), rds_arn("pg", "default.*".into())];
    let [cluster_parameters, instance_parameters] = parameter_groups;
    let option_group = rds_arn("og", "default*".into());
    let snapshots = rds_arn("cluster-snapshot", "*".into());
    let permissions = vec![
        allow("Read", [rds::DESCRIBE_DB_CLUSTERS]).on([var.cluster_arn.clone(), copy.clone()]),
        allow("ReadInstance", [rds::DESCRIBE_DB_INSTANCES]).on([instance.clone()]),
        allow("Restore", [rds::RESTORE_DB_CLUSTER_TO_POINT_IN_TIME]).on([
            var.cluster_arn.clone(),
            copy.clone(),
            subnet_group.clone(),
            cluster_parameters,
            option_group,
        ]),
        allow("CreateInstance", [rds::CREATE_DB_INSTANCE]).on([
            instance.clone(),
            copy.clone(),
            subnet_group,
            instance_parameters,
        ]),
        allow("TagCopy", [rds::ADD_TAGS_TO_RESOURCE]).on([copy.clone(), instance.clone()]),
        allow("DeleteCopy", [rds::DELETE_DB_CLUSTER]).on([copy, snapshots]),
        allow("DeleteInstance", [rds::DELETE_DB_INSTANCE]).on([instance]),
        encrypt_copy(var),
    ];
    Role {
        purpose: "restore-test",
        output: "restore_test_role_arn",
        description: "The restore test restores a copy of the cluster, measures and deletes it.",
        trust: trust_workflow(var),
        permissions: [permissions, observed()].concat(),
    }
}

/// As [`restore_test`]; and switches on the Data API of the copy, and counts its rows there as a
/// user that only reads. The copy has the users and passwords of the cluster, so their secret opens
/// it too. Source: Amazon Aurora User Guide, "Authorizing access to the Amazon RDS Data API".
pub fn restore_test_with_rows(var: &Inputs) -> Role {
    let mut role = restore_test(var);
    let copy = text!(
        "arn:aws:rds:us-east-1:",
        &var.account_id,
        ":cluster:",
        name_of(Kind::AuroraCluster, RESTORED_COPY)
    );
    role.permissions.extend([
        allow("OpenDataApi", [rds::ENABLE_HTTP_ENDPOINT]).on([copy.clone()]),
        allow("CountRows", [rds_data::EXECUTE_STATEMENT]).on([copy]),
        allow("ReadSecret", [secretsmanager::GET_SECRET_VALUE]).on([&var.reader_secret_arn]),
        allow("DecryptSecret", [kms::DECRYPT]).on([&var.data_key_arn]).when(
            "StringEquals",
            "kms:ViaService",
            ["secretsmanager.us-east-1.amazonaws.com"],
        ),
    ]);
    role
}

/// Source: Amazon Aurora User Guide, "Authorizing use of a customer managed key": RDS makes grants
/// in the caller's name.
fn encrypt_copy(var: &Inputs) -> Statement {
    let actions = [kms::CREATE_GRANT, kms::DECRYPT, kms::DESCRIBE_KEY, kms::GENERATE_DATA_KEY];
    allow("EncryptCopy", actions).on([&var.data_key_arn]).when(
        "StringEquals",
        "kms:ViaService",
        ["rds.us-east-1.amazonaws.com"],
    )
}

/// Source: Step Functions Developer Guide, "Creating an IAM role for your state machine",
/// "cross-service confused deputy".
fn trust_workflow(var: &Inputs) -> Statement {
    let workflows = text!("arn:aws:states:us-east-1:", &var.account_id, ":stateMachine:*");
    trust("states.amazonaws.com").from_account(&var.account_id).when(
        "ArnLike",
        "aws:SourceArn",
        [workflows],
    )
}

/// What every workflow does besides its work: publish, log, trace.
fn observed() -> Vec<Statement> {
    vec![
        allow("Publish", [cloudwatch::PUT_METRIC_DATA])
            .on_anything(
                "CloudWatch takes no resource for writing metrics; the condition names the \
                 namespace",
            )
            .when("StringEquals", "cloudwatch:namespace", ["PaymentRPO"]),
        deliver_logs(),
        allow("Trace", TRACE).on_anything("X-Ray takes no resource for writing traces"),
    ]
}

/// Lets a service log into the log groups that are made for it.
pub fn deliver_logs() -> Statement {
    allow("DeliverLogs", LOG_DELIVERY)
        .on_anything("CloudWatch Logs takes no resource for log deliveries")
}
