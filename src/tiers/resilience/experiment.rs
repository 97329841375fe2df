//! How a drill becomes an experiment template of the AWS Fault Injection Service.
//!
//! Nothing happens until a person starts an experiment from it. Sources, here and below: AWS FIS
//! User Guide, "AWS FIS actions reference", "Targets for AWS FIS", "Experiment options for AWS
//! FIS".

use super::Inputs;
use super::drill::{Action, Drill, FAULT_MINUTES, Fault, StopAlarm};
use crate::aws::{
    AwsCloudwatchLogGroup, AwsFisExperimentTemplate, AwsFisExperimentTemplateAction,
    AwsFisExperimentTemplateActionParameter, AwsFisExperimentTemplateActionTarget,
    AwsFisExperimentTemplateExperimentOptions,
    AwsFisExperimentTemplateExperimentReportConfiguration as Report,
    AwsFisExperimentTemplateExperimentReportConfigurationDataSources as ReportSources,
    AwsFisExperimentTemplateExperimentReportConfigurationDataSourcesCloudwatchDashboard as ReportDashboard,
    AwsFisExperimentTemplateExperimentReportConfigurationOutputs as ReportOutputs,
    AwsFisExperimentTemplateExperimentReportConfigurationOutputsS3Configuration as ReportBucket,
    AwsFisExperimentTemplateLogConfiguration,
    AwsFisExperimentTemplateLogConfigurationCloudwatchLogsConfiguration,
    AwsFisExperimentTemplateStopCondition, AwsFisExperimentTemplateTarget,
    AwsFisExperimentTemplateTargetFilter, AwsSsmDocument,
};
use crate::cidr::Zone;
use crate::naming::Kind;
use crate::tiers::{DRILL_REPORTS, name, name_of, tags};
use terraform::tf::{Attr, DeclareError, Handle, Module};
use terraform::{block, text};

/// The log group of all drills: what was done to what, when, and how it ended.
pub(super) fn log_group(
    module: &mut Module,
    var: &Inputs,
) -> Result<Handle<AwsCloudwatchLogGroup>, DeclareError> {
    let name = text!("/aws/vendedlogs/fis/", name(Kind::FisTemplate));
    let group = block!(AwsCloudwatchLogGroup {
        name: &name,
        kms_key_id: &var.logs_key_arn,
        retention_in_days: &var.log_retention_days,
        tags: tags(name),
    });
    module.resource("drills", group)
}

/// The template. A drill that finds nothing to break fails: it would prove nothing.
pub(super) fn template(
    drill: &Drill,
    zones: &[Zone; 3],
    var: &Inputs,
    log_group: &Handle<AwsCloudwatchLogGroup>,
    stall: Option<&Handle<AwsSsmDocument>>,
) -> AwsFisExperimentTemplate {
    block!(AwsFisExperimentTemplate {
        description: drill.what_fails.as_str(),
        role_arn: &var.drill_role_arn,
        action: drill.faults.iter().map(|fault| action(fault, var, stall)).collect::<Vec<_>>(),
        target: drill
            .faults
            .iter()
            .filter_map(|fault| target(fault, zones, var))
            .collect::<Vec<_>>(),
        stop_condition: drill
            .stop_at
            .iter()
            .map(|alarm| stop_condition(*alarm, var))
            .collect::<Vec<_>>(),
        experiment_options: block!(AwsFisExperimentTemplateExperimentOptions {
            account_targeting: "single-account",
            empty_target_resolution_mode: "fail",
        }),
        experiment_report_configuration: report(var),
        log_configuration: block!(AwsFisExperimentTemplateLogConfiguration {
            log_schema_version: 2,
            cloudwatch_logs_configuration: block!(
                AwsFisExperimentTemplateLogConfigurationCloudwatchLogsConfiguration {
                    log_group_arn: text!(log_group.arn(), ":*"),
                }
            ),
        }),
        tags: tags(name_of(Kind::FisTemplate, &drill.name)),
    })
}

/// The dashboard before, during and after the drill, as a document to file.
/// Source: AWS FIS User Guide, "Experiment report configurations for AWS FIS".
fn report(var: &Inputs) -> Report {
    let dashboard = block!(ReportDashboard { dashboard_arn: &var.dashboard_arn });
    let bucket =
        block!(ReportBucket { bucket_name: &var.access_log_bucket, prefix: DRILL_REPORTS });
    block!(Report {
        pre_experiment_duration: "PT20M",
        post_experiment_duration: "PT20M",
        data_sources: block!(ReportSources { cloudwatch_dashboard: dashboard }),
        outputs: block!(ReportOutputs { s3_configuration: bucket }),
    })
}

fn action(
    fault: &Fault,
    var: &Inputs,
    stall: Option<&Handle<AwsSsmDocument>>,
) -> AwsFisExperimentTemplateAction {
    let Action { name, id, target } = fault.action();
    let target =
        target.map(|key| block!(AwsFisExperimentTemplateActionTarget { key: key, value: name }));
    block!(AwsFisExperimentTemplateAction {
        name: name,
        action_id: id,
        parameter: parameters(fault, var, stall),
        target: target,
    })
}

fn parameters(
    fault: &Fault,
    var: &Inputs,
    stall: Option<&Handle<AwsSsmDocument>>,
) -> Vec<AwsFisExperimentTemplateActionParameter> {
    let minutes = |minutes: u8| format!("PT{minutes}M");
    match fault {
        // FIS swaps the network ACLs of the subnets meanwhile: an apply during the drill would
        // fight it.
        Fault::CutNetworkOf(_) => {
            vec![parameter("duration", minutes(FAULT_MINUTES)), parameter("scope", "all")]
        }
        Fault::StallFunction => vec![
            parameter("documentArn", stall.map_or(Attr::Unset, |document| document.arn().into())),
            parameter("documentParameters", stall_parameters(var)),
            // The automation waits for the length of the fault, then gives the function back.
            parameter("maxDuration", minutes(FAULT_MINUTES + 5)),
        ],
        _ => Vec::new(),
    }
}

fn stall_parameters(var: &Inputs) -> Attr<String> {
    let (function, role) = (&var.validation_function_name, &var.stall_role_arn);
    text!("{\"FunctionName\":\"", function, "\",\"AutomationAssumeRole\":\"", role, "\"}")
}

fn parameter(key: &str, value: impl Into<Attr<String>>) -> AwsFisExperimentTemplateActionParameter {
    block!(AwsFisExperimentTemplateActionParameter { key: key, value: value.into() })
}

fn target(
    fault: &Fault,
    zones: &[Zone; 3],
    var: &Inputs,
) -> Option<AwsFisExperimentTemplateTarget> {
    let name = fault.action().name;
    Some(match fault {
        Fault::StopTasksIn(zone) => {
            let in_zone = block!(AwsFisExperimentTemplateTargetFilter {
                path: "AvailabilityZone",
                values: [zone.name()]
            });
            AwsFisExperimentTemplateTarget {
                filter: in_zone.into(),
                ..tasks(name, "ALL".to_owned(), var)
            }
        }
        Fault::StopTasks(percent) => tasks(name, format!("PERCENT({percent})"), var),
        Fault::CutNetworkOf(zone) => subnets(name, zones.iter().position(|one| one == zone)?, var),
        Fault::FailOverDatabase => block!(AwsFisExperimentTemplateTarget {
            name: name,
            resource_type: "aws:rds:cluster",
            selection_mode: "ALL",
            resource_arns: [&var.cluster_arn],
        }),
        Fault::StallFunction => return None,
    })
}

fn tasks(name: &str, selection_mode: String, var: &Inputs) -> AwsFisExperimentTemplateTarget {
    block!(AwsFisExperimentTemplateTarget {
        name: name,
        resource_type: "aws:ecs:task",
        selection_mode: selection_mode,
        parameters: [("cluster", &var.ecs_cluster_name), ("service", &var.ecs_service_name)],
    })
}

fn subnets(name: &str, place: usize, var: &Inputs) -> AwsFisExperimentTemplateTarget {
    let arn = |subnet| text!("arn:aws:ec2:us-east-1:", &var.account_id, ":subnet/", subnet);
    block!(AwsFisExperimentTemplateTarget {
        name: name,
        resource_type: "aws:ec2:subnet",
        selection_mode: "ALL",
        resource_arns: [arn(var.public_subnet_ids.at(place)), arn(var.app_subnet_ids.at(place))],
    })
}

fn stop_condition(alarm: StopAlarm, var: &Inputs) -> AwsFisExperimentTemplateStopCondition {
    let arn = match alarm {
        StopAlarm::ErrorRate => &var.error_rate_alarm_arn,
        StopAlarm::HealthyHosts => &var.healthy_hosts_alarm_arn,
    };
    block!(AwsFisExperimentTemplateStopCondition { source: "aws:cloudwatch:alarm", value: arn })
}
