//! The roles of the drills: what may be broken on purpose, and nothing else (ALL-5).
//!
//! Source, here and below: AWS FIS User Guide, "AWS FIS actions reference", the permissions of each
//! action; they are those of the managed policies `AWSFaultInjectionSimulator…Access`, on the
//! resources of this stack only.

use super::Inputs;
use super::role::{Role, trust};
use super::workflows::deliver_logs;
use crate::naming::Kind;
use crate::policy::actions::{cloudwatch, ec2, ecs, iam, lambda, rds, s3, ssm, tag};
use crate::policy::{Action, Statement, allow};
use crate::tiers::{DRILL_REPORTS, VALIDATION_FUNCTION, name, name_of};
use terraform::text;
use terraform::tf::{Attr, List};

const READ_NETWORK: [Action; 4] = [
    ec2::DESCRIBE_MANAGED_PREFIX_LISTS,
    ec2::DESCRIBE_NETWORK_ACLS,
    ec2::DESCRIBE_SUBNETS,
    ec2::DESCRIBE_VPCS,
];

/// Stops tasks, cuts subnets off, fails the database over and starts the runbook that stalls the
/// function.
pub fn experiments(var: &Inputs, stall: bool) -> Role {
    let experiments = text!("arn:aws:fis:us-east-1:", &var.account_id, ":experiment/*");
    let mut permissions = [tasks(var), network(var), database(var)].concat();
    permissions.extend(stall.then(|| run_stall(var)).into_iter().flatten());
    permissions.extend(report(var));
    permissions.push(deliver_logs());
    Role {
        purpose: "drills",
        output: "drill_role_arn",
        description: "The Fault Injection Service rehearses failures of this stack.",
        trust: trust("fis.amazonaws.com").from_account(&var.account_id).when(
            "ArnLike",
            "aws:SourceArn",
            [experiments],
        ),
        permissions,
    }
}

fn tasks(var: &Inputs) -> Vec<Statement> {
    let ecs_arn = |kind: &str| {
        text!("arn:aws:ecs:us-east-1:", &var.account_id, ":", kind, "/", name(Kind::EcsCluster))
    };
    let (cluster, tasks) = (ecs_arn("cluster"), text!(ecs_arn("task"), "/*"));
    vec![
        allow("ReadEcsCluster", [ecs::DESCRIBE_CLUSTERS]).on([cluster.clone()]),
        allow("StopTasks", [ecs::DESCRIBE_TASKS, ecs::STOP_TASK]).on([tasks]),
        allow("FindTasks", [ecs::LIST_TASKS])
            .on_anything(
                "ECS lists the tasks of a cluster without a resource; the condition names the \
                 cluster",
            )
            .when("ArnEquals", "ecs:cluster", [cluster]),
        allow("FindTargets", [tag::GET_RESOURCES]).on_anything("the tagging API takes no resource"),
    ]
}

/// A subnet is cut off by a network ACL of FIS's own, which takes the place of ours for the length
/// of the drill.
fn network(var: &Inputs) -> Vec<Statement> {
    let ec2_arn = |what: &str| text!("arn:aws:ec2:us-east-1:", &var.account_id, ":", what);
    let (acls, vpc) = (ec2_arn("network-acl/*"), text!(ec2_arn("vpc/"), &var.vpc_id));
    let made = |statement: Statement| {
        statement.when("StringEquals", "ec2:ResourceTag/managedByFIS", ["true"])
    };
    let requested = |statement: Statement| {
        statement.when("StringEquals", "aws:RequestTag/managedByFIS", ["true"])
    };
    let on_acls = |sid, action| allow(sid, [action]).on([acls.clone()]);
    vec![
        allow("ReadNetwork", READ_NETWORK).on_anything("EC2 takes no resource for describing"),
        requested(on_acls("MakeNetworkAcl", ec2::CREATE_NETWORK_ACL)),
        allow("MakeNetworkAclInVpc", [ec2::CREATE_NETWORK_ACL]).on([vpc.clone()]),
        requested(on_acls("MarkNetworkAcl", ec2::CREATE_TAGS)).when(
            "StringEquals",
            "ec2:CreateAction",
            ["CreateNetworkAcl"],
        ),
        made(
            allow("ChangeNetworkAcl", [ec2::CREATE_NETWORK_ACL_ENTRY, ec2::DELETE_NETWORK_ACL])
                .on([acls.clone()]),
        ),
        allow("SwapNetworkAcls", [ec2::REPLACE_NETWORK_ACL_ASSOCIATION])
            .on([acls.clone(), ec2_arn("subnet/*")])
            .when("ArnEquals", "ec2:Vpc", [vpc]),
    ]
}

/// Source: AWS FIS User Guide, "Experiment report configurations for AWS FIS", "Experiment report
/// permissions".
fn report(var: &Inputs) -> [Statement; 3] {
    let reports = text!("arn:aws:s3:::", &var.access_log_bucket, "/", DRILL_REPORTS, "/*");
    [
        allow("WriteReport", [s3::GET_OBJECT, s3::PUT_OBJECT]).on([reports]),
        allow("ReadDashboard", [cloudwatch::GET_DASHBOARD]).on([&var.dashboard_arn]),
        allow("DrawDashboard", [cloudwatch::GET_METRIC_WIDGET_IMAGE])
            .on_anything("CloudWatch takes no resource for drawing a widget"),
    ]
}

fn database(var: &Inputs) -> Vec<Statement> {
    vec![
        allow("FailOverDatabase", [rds::DESCRIBE_DB_CLUSTERS, rds::FAILOVER_DB_CLUSTER])
            .on([&var.cluster_arn]),
    ]
}

/// Source: AWS FIS User Guide, "Use Systems Manager Automation documents with AWS FIS".
fn run_stall(var: &Inputs) -> Vec<Statement> {
    let ssm_arn = |what: &str| text!("arn:aws:ssm:us-east-1:", &var.account_id, ":", what);
    let document = name_of(Kind::SsmDocument, "stall-function");
    let documents: List<String> = [
        text!(ssm_arn("document/"), &document),
        text!(ssm_arn("automation-definition/"), document, ":*"),
        ssm_arn("automation-execution/*"),
    ]
    .into();
    vec![
        allow("StartStall", [ssm::START_AUTOMATION_EXECUTION]).on(documents),
        allow("EndStall", [ssm::GET_AUTOMATION_EXECUTION, ssm::STOP_AUTOMATION_EXECUTION])
            .on([ssm_arn("automation-execution/*")]),
        allow("PassStallRole", [iam::PASS_ROLE]).on([stall_role_arn(var)]).when(
            "StringEquals",
            "iam:PassedToService",
            ["ssm.amazonaws.com"],
        ),
    ]
}

fn stall_role_arn(var: &Inputs) -> Attr<String> {
    text!("arn:aws:iam::", &var.account_id, ":role/", name_of(Kind::IamRole, STALL))
}

const STALL: &str = "stall-function";

/// Takes the validation function its concurrency, and gives it back.
pub fn stall(var: &Inputs) -> Role {
    let function = name_of(Kind::LambdaFunction, VALIDATION_FUNCTION);
    let function = text!("arn:aws:lambda:us-east-1:", &var.account_id, ":function:", function);
    let executions = text!("arn:aws:ssm:us-east-1:", &var.account_id, ":automation-execution/*");
    Role {
        purpose: STALL,
        output: "stall_role_arn",
        description: "Systems Manager stalls the validation function in a drill.",
        trust: trust("ssm.amazonaws.com").from_account(&var.account_id).when(
            "ArnLike",
            "aws:SourceArn",
            [executions],
        ),
        permissions: vec![
            allow(
                "StallFunction",
                [lambda::DELETE_FUNCTION_CONCURRENCY, lambda::PUT_FUNCTION_CONCURRENCY],
            )
            .on([function]),
        ],
    }
}
