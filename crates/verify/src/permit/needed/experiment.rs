//! What an experiment of AWS FIS does with its role.

use super::{NeededCall, Subject, named};
use crate::inventory::Inventory;
use crate::permit::{Context, Given, Target};
use crate::planned::Planned::Known;
use crate::resource::Resource;

const ACTIONS: &str = "https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html";
const REPORTS: &str =
    "https://docs.aws.amazon.com/fis/latest/userguide/experiment-report-configuration.html";
const LOGGING: &str = "https://docs.aws.amazon.com/fis/latest/userguide/monitoring-logging.html";

/// The permissions of each action, without what only finds its targets.
/// Source: AWS FIS User Guide, "AWS FIS Actions reference", "Permissions" of each.
const NEEDED: [(&str, &[&str]); 48] = [
    ("aws:fis:wait", &[]),
    ("aws:fis:inject-api-internal-error", &["fis:InjectApiInternalError"]),
    ("aws:fis:inject-api-throttle-error", &["fis:InjectApiThrottleError"]),
    ("aws:fis:inject-api-unavailable-error", &["fis:InjectApiUnavailableError"]),
    (
        "aws:arc:start-zonal-autoshift",
        &[
            "arc-zonal-shift:StartZonalShift",
            "arc-zonal-shift:GetManagedResource",
            "arc-zonal-shift:UpdateZonalShift",
            "arc-zonal-shift:CancelZonalShift",
        ],
    ),
    ("aws:cloudwatch:assert-alarm-state", &["cloudwatch:DescribeAlarms"]),
    (
        "aws:directconnect:virtual-interface-disconnect",
        &["directconnect:StartBgpFailoverTest", "directconnect:StopBgpFailoverTest"],
    ),
    ("aws:dsql:cluster-connection-failure", &["dsql:InjectError"]),
    (
        "aws:dynamodb:global-table-pause-replication",
        &[
            "dynamodb:PutResourcePolicy",
            "dynamodb:DeleteResourcePolicy",
            "dynamodb:GetResourcePolicy",
        ],
    ),
    ("aws:ebs:pause-volume-io", &["ec2:PauseVolumeIO"]),
    ("aws:ebs:volume-io-latency", &["ec2:InjectVolumeIOLatency"]),
    ("aws:ec2:api-insufficient-instance-capacity-error", &["ec2:InjectApiError"]),
    ("aws:ec2:asg-insufficient-instance-capacity-error", &["ec2:InjectApiError"]),
    ("aws:ec2:reboot-instances", &["ec2:RebootInstances"]),
    ("aws:ec2:send-spot-instance-interruptions", &["ec2:SendSpotInstanceInterruptions"]),
    ("aws:ec2:stop-instances", &["ec2:StopInstances", "ec2:StartInstances"]),
    ("aws:ec2:terminate-instances", &["ec2:TerminateInstances"]),
    (
        "aws:ecs:drain-container-instances",
        &["ecs:ListContainerInstances", "ecs:UpdateContainerInstancesState"],
    ),
    ("aws:ecs:stop-task", &["ecs:StopTask"]),
    ("aws:ecs:task-cpu-stress", COMMAND),
    ("aws:ecs:task-io-stress", COMMAND),
    ("aws:ecs:task-kill-process", COMMAND),
    ("aws:ecs:task-network-blackhole-port", COMMAND),
    ("aws:ecs:task-network-latency", COMMAND),
    ("aws:ecs:task-network-packet-loss", COMMAND),
    // Kubernetes, not IAM, decides what these may do in the cluster.
    ("aws:eks:inject-kubernetes-custom-resource", &[]),
    ("aws:eks:pod-cpu-stress", POD),
    ("aws:eks:pod-delete", POD),
    ("aws:eks:pod-io-stress", POD),
    ("aws:eks:pod-memory-stress", POD),
    ("aws:eks:pod-network-blackhole-port", POD),
    ("aws:eks:pod-network-latency", POD),
    ("aws:eks:pod-network-packet-loss", POD),
    ("aws:eks:terminate-nodegroup-instances", &["ec2:TerminateInstances"]),
    (
        "aws:elasticache:replicationgroup-interrupt-az-power",
        &["elasticache:InterruptClusterAzPower"],
    ),
    // The former name of the one above.
    ("aws:elasticache:interrupt-cluster-az-power", &["elasticache:InterruptClusterAzPower"]),
    ("aws:kinesis:stream-expired-iterator-exception", &["kinesis:InjectApiError"]),
    ("aws:kinesis:stream-provisioned-throughput-exception", &["kinesis:InjectApiError"]),
    ("aws:lambda:invocation-add-delay", FUNCTION),
    ("aws:lambda:invocation-error", FUNCTION),
    ("aws:lambda:invocation-http-integration-response", FUNCTION),
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
    (
        "aws:network:disrupt-vpc-endpoint",
        &[
            "ec2:CreateSecurityGroup",
            "ec2:CreateTags",
            "ec2:DeleteSecurityGroup",
            "ec2:ModifyVpcEndpoint",
            "ec2:RevokeSecurityGroupEgress",
        ],
    ),
    ("aws:rds:failover-db-cluster", &["rds:FailoverDBCluster"]),
    ("aws:rds:reboot-db-instances", &["rds:RebootDBInstance"]),
    (
        "aws:s3:bucket-pause-replication",
        &[
            "s3:GetReplicationConfiguration",
            "s3:PauseReplication",
            "s3:PutReplicationConfiguration",
        ],
    ),
    ("aws:ssm:send-command", COMMAND),
    (
        "aws:ssm:start-automation-execution",
        &[
            "ssm:StartAutomationExecution",
            "ssm:GetAutomationExecution",
            "ssm:StopAutomationExecution",
        ],
    ),
];

/// A document of Systems Manager on machines or tasks.
const COMMAND: &[&str] = &["ssm:SendCommand", "ssm:ListCommands", "ssm:CancelCommand"];
/// What works on pods finds their cluster first.
const POD: &[&str] = &["eks:DescribeCluster"];
/// What an extension in the function reads from a bucket.
const FUNCTION: &[&str] = &["s3:PutObject", "s3:DeleteObject"];

/// The action that makes and tags nothing but network ACLs.
const OF_ACL: &str = "aws:network:disrupt-connectivity";

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    // The network that an experiment disrupts, if the plan has only one.
    let mut networks = inventory.all("aws_vpc");
    let vpc = networks.next().filter(|_| networks.next().is_none());
    for template in inventory.all("aws_fis_experiment_template") {
        let role = template.at("role_arn");
        let call = |purpose: String, actions: &[&'static str], source| {
            NeededCall::with_role(&role, purpose, named(actions), Target::Something, source)
        };
        for action in template.at("action").items() {
            let Known(id) = action.at("action_id").string() else { continue };
            let purpose = format!("does {id} in an experiment");
            match NEEDED.iter().find(|(known, _)| *known == id) {
                Some((_, [])) => {}
                Some((_, actions)) => calls.push(NeededCall {
                    context: context(id, vpc),
                    ..call(purpose, actions, ACTIONS)
                }),
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

/// What an action sends along. It marks what it makes, and touches nothing else of these.
fn context<'a>(id: &str, vpc: Option<Resource<'a>>) -> Context<'a> {
    let value = |text: &str| Given::Values(vec![text.to_owned()]);
    let marks = [
        "aws:RequestTag/managedByFIS",
        "aws:ResourceTag/managedByFIS",
        "ec2:ResourceTag/managedByFIS",
    ];
    let made = if id == OF_ACL { value("CreateNetworkAcl") } else { Given::Something };
    marks
        .into_iter()
        .fold(Context::default(), |context, key| context.with(key, value("true")))
        .with("ec2:CreateAction", made)
        .with("ec2:FisActionId", value(id))
        .with("s3:IsReplicationPauseRequest", value("true"))
        .with("ec2:Vpc", vpc.map_or(Given::Something, Given::Resource))
}
