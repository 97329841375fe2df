//! What an experiment of AWS FIS does with its role.

use super::{NeededCall, Subject, named};
use crate::inventory::Inventory;
use crate::permit::{Context, Given, Target};
use crate::planned::Planned::Known;

const ACTIONS: &str = "https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html";
const REPORTS: &str =
    "https://docs.aws.amazon.com/fis/latest/userguide/experiment-report-configuration.html";
const LOGGING: &str = "https://docs.aws.amazon.com/fis/latest/userguide/monitoring-logging.html";

/// The permissions of each action. Source: AWS FIS User Guide, "AWS FIS Actions reference",
/// "Permissions" of each.
const NEEDED: [(&str, &[&str]); 10] = [
    ("aws:fis:wait", &[]),
    ("aws:cloudwatch:assert-alarm-state", &["cloudwatch:DescribeAlarms"]),
    ("aws:ecs:stop-task", &["ecs:StopTask"]),
    ("aws:ec2:reboot-instances", &["ec2:RebootInstances"]),
    (
        "aws:ec2:stop-instances",
        &["ec2:StopInstances", "ec2:StartInstances", "ec2:DescribeInstances"],
    ),
    ("aws:ec2:terminate-instances", &["ec2:TerminateInstances", "ec2:DescribeInstances"]),
    ("aws:rds:failover-db-cluster", &["rds:FailoverDBCluster"]),
    ("aws:rds:reboot-db-instances", &["rds:RebootDBInstance"]),
    (
        "aws:ssm:start-automation-execution",
        &[
            "ssm:StartAutomationExecution",
            "ssm:GetAutomationExecution",
            "ssm:StopAutomationExecution",
        ],
    ),
    (
        "aws:network:disrupt-connectivity",
        &[
            "ec2:CreateNetworkAcl",
            "ec2:CreateNetworkAclEntry",
            "ec2:CreateTags",
            "ec2:DeleteNetworkAcl",
            "ec2:DescribeNetworkAcls",
            "ec2:DescribeSubnets",
            "ec2:DescribeVpcs",
            "ec2:ReplaceNetworkAclAssociation",
        ],
    ),
];

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    // The network that it disrupts, where the plan has one alone.
    let mut networks = inventory.all("aws_vpc");
    let vpc = networks.next().filter(|_| networks.next().is_none());
    for template in inventory.all("aws_fis_experiment_template") {
        let role = template.at("role_arn");
        let call = |purpose: String, actions: &[&'static str], source| NeededCall {
            // It marks what it makes, and touches nothing else.
            context: [
                "aws:RequestTag/managedByFIS",
                "aws:ResourceTag/managedByFIS",
                "ec2:ResourceTag/managedByFIS",
            ]
            .into_iter()
            .fold(Context::default(), |context, key| {
                context.with(key, Given::Values(vec!["true".to_owned()]))
            })
            .with("ec2:CreateAction", Given::Values(vec!["CreateNetworkAcl".to_owned()]))
            .with("ec2:Vpc", vpc.map_or(Given::Something, Given::Resource)),
            ..NeededCall::with_role(&role, purpose, named(actions), Target::Something, source)
        };
        for action in template.at("action").items() {
            let Known(id) = action.at("action_id").string() else { continue };
            let purpose = format!("does {id} in an experiment");
            match NEEDED.iter().find(|(known, _)| *known == id) {
                Some((_, [])) => {}
                Some((_, actions)) => calls.push(call(purpose, actions, ACTIONS)),
                None => {
                    calls.push(NeededCall::unkept(Subject::ServiceRole, &role, &purpose, ACTIONS))
                }
            }
        }
        if !template
            .at("target")
            .items()
            .iter()
            .all(|target| target.at("resource_tag").items().is_empty())
        {
            calls.push(call(
                "finds its targets by their tags".to_owned(),
                &["tag:GetResources"],
                ACTIONS,
            ));
        }
        let report = template.at("experiment_report_configuration.0");
        if !report.at("data_sources.0.cloudwatch_dashboard").items().is_empty() {
            const DASHBOARD: &[&str] =
                &["cloudwatch:GetDashboard", "cloudwatch:GetMetricWidgetImage"];
            calls.push(call("draws its dashboard".to_owned(), DASHBOARD, REPORTS));
        }
        if !report.at("outputs.0.s3_configuration").items().is_empty() {
            const REPORT: &[&str] = &["s3:PutObject", "s3:GetObject"];
            calls.push(call("writes its report".to_owned(), REPORT, REPORTS));
        }
        if !template.at("log_configuration.0.cloudwatch_logs_configuration").items().is_empty() {
            const DELIVERY: &[&str] = &["logs:CreateLogDelivery"];
            calls.push(call("writes its log".to_owned(), DELIVERY, LOGGING));
        }
    }
}
