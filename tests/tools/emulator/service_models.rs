//! What Terraform and the emulator take unread is held against AWS's own service models and the
//! language's validator: experiment templates, workflows, the runbook.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use super::workflow::definition;
use crate::support::Plan;
use anyhow::{Context, Result};
use paytf::config::Profile;
use paytf::tiers::resilience::{restore_test, rpo_probe};
use serde_json::{Map, Value, json};

/// What is wrong with a request or a workflow, by `tests/tools/support/ask_model.py`.
fn problems(question: &Value) -> Result<Vec<String>> {
    Ok(serde_json::from_value(answer(question)?)?)
}

fn answer(question: &Value) -> Result<Value> {
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tools/support/ask_model.py");
    let mut command = Command::new(crate::support::python()?);
    let mut child =
        command.arg("-B").arg(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    writeln!(child.stdin.take().context("no pipe to the program")?, "{question}")?;
    let output = child.wait_with_output()?;
    serde_json::from_slice(&output.stdout).with_context(|| format!("{question} ended the program"))
}

fn plan() -> Result<Plan> {
    crate::support::planned(&crate::support::config("", "staging", Profile::Production))
}

fn planned(plan: &Plan, kind: &str) -> Vec<Value> {
    let all = plan.json["resource_changes"].as_array().into_iter().flatten();
    all.filter(|one| one["type"] == kind).map(|one| one["change"]["after"].clone()).collect()
}

/// The template as the provider asks FIS for it. What AWS tells only at the apply stands as a valid
/// ARN.
fn create_experiment_template(template: &Value) -> Value {
    const ARN: &str = "arn:aws:iam::123456789012:role/known-after-apply";
    let known = |value: &Value| if value.is_null() { json!(ARN) } else { value.clone() };
    let each = |blocks: &Value| blocks.as_array().cloned().unwrap_or_default();
    let pairs = |blocks: &Value, key: &str| -> Map<String, Value> {
        each(blocks)
            .iter()
            .filter_map(|one| Some((one[key].as_str()?.to_owned(), known(&one["value"]))))
            .collect()
    };
    let actions: Map<_, _> = each(&template["action"])
        .iter()
        .filter_map(|one| {
            let parameters = pairs(&one["parameter"], "key");
            let targets = pairs(&one["target"], "key");
            let action =
                json!({"actionId": one["action_id"], "parameters": parameters, "targets": targets});
            Some((one["name"].as_str()?.to_owned(), action))
        })
        .collect();
    let targets: Map<_, _> = each(&template["target"])
        .iter()
        .filter_map(|one| {
            let filters = each(&one["filter"]);
            let mut target = json!({
                "resourceType": one["resource_type"],
                "selectionMode": one["selection_mode"],
                "filters": filters.iter().map(|filter| json!({"path": filter["path"], "values": filter["values"]})).collect::<Vec<_>>(),
            });
            if let Some(parameters) = one["parameters"].as_object() {
                target["parameters"] = json!(parameters);
            }
            if let Some(arns) = one["resource_arns"].as_array() {
                target["resourceArns"] = arns.iter().map(known).collect();
            }
            Some((one["name"].as_str()?.to_owned(), target))
        })
        .collect();
    let stops = each(&template["stop_condition"]);
    let options = &template["experiment_options"][0];
    let report = &template["experiment_report_configuration"][0];
    let dashboard = &report["data_sources"][0]["cloudwatch_dashboard"][0]["dashboard_arn"];
    let bucket = &report["outputs"][0]["s3_configuration"][0];
    json!({
        "clientToken": "token",
        "description": template["description"],
        "roleArn": known(&template["role_arn"]),
        "actions": actions,
        "targets": targets,
        "stopConditions": stops.iter().map(|one| json!({"source": one["source"], "value": known(&one["value"])})).collect::<Vec<_>>(),
        "experimentOptions": {
            "accountTargeting": options["account_targeting"],
            "emptyTargetResolutionMode": options["empty_target_resolution_mode"],
        },
        "experimentReportConfiguration": {
            "preExperimentDuration": report["pre_experiment_duration"],
            "postExperimentDuration": report["post_experiment_duration"],
            "dataSources": {"cloudWatchDashboards": [{"dashboardIdentifier": known(dashboard)}]},
            "outputs": {"s3Configuration": {"bucketName": known(&bucket["bucket_name"]), "prefix": bucket["prefix"]}},
        },
    })
}

#[test]
fn every_experiment_template_is_a_request_that_fis_knows() -> Result<()> {
    let plan = plan()?;
    let templates = planned(&plan, "aws_fis_experiment_template");
    assert_eq!(templates.len(), 6);
    for template in templates {
        let parameters = create_experiment_template(&template);
        let question = json!({"service": "fis", "operation": "CreateExperimentTemplate", "parameters": parameters});
        assert_eq!(problems(&question)?, [""; 0], "{parameters:#}");
    }
    Ok(())
}

#[test]
fn the_service_model_refuses_a_wrong_template() -> Result<()> {
    let parameters = json!({
        "clientToken": "token",
        "description": "x",
        "roleArn": "short",
        "actions": {"stop": {"parameters": {}}},
        "stopConditions": [{"source": "none"}],
        "experimentOptions": {"emptyTargetResolutionMode": "ignore"},
    });
    let question = json!({"service": "fis", "operation": "CreateExperimentTemplate", "parameters": parameters});
    let found = problems(&question)?.join("\n");
    for word in ["actionId", "ignore", "roleArn"] {
        assert!(found.contains(word), "{word} in {found}");
    }
    Ok(())
}

#[test]
fn the_workflows_are_valid_amazon_states_language() -> Result<()> {
    for of in [rpo_probe::definition, restore_test::definition, restore_test::definition_with_rows]
    {
        let workflow = definition(of)?;
        assert_eq!(problems(&json!({"workflow": workflow}))?, [""; 0], "{workflow:#}");
    }
    Ok(())
}

#[test]
fn the_validator_refuses_a_workflow_that_leads_nowhere_or_cannot_be_evaluated() -> Result<()> {
    let mut workflow = definition(rpo_probe::definition)?;
    workflow["States"]["Publish"]["Next"] = json!("Nowhere");
    workflow["States"]["IsThereARecoveryPoint"]["Choices"][0]["Condition"] = json!("{% 1 + %}");
    let found = problems(&json!({"workflow": workflow}))?.join("\n");
    assert!(found.contains("Nowhere") && found.contains("Condition"), "{found}");
    Ok(())
}

/// Every call of a workflow: the name of its state, and the question whether its API takes the
/// arguments.
fn calls(workflow: &Value) -> Result<Vec<(String, Value)>> {
    let states = workflow["States"].as_object().into_iter().flatten();
    let calls = states.filter_map(|(name, state)| {
        let call = state["Resource"].as_str()?.split("aws-sdk:").nth(1)?;
        Some((name, call, &state["Arguments"]))
    });
    calls
        .map(|(name, call, arguments)| {
            let (service, action) = call.split_once(':').context("service:action")?;
            let service = match service {
                "sfn" => "stepfunctions",
                "rdsdata" => "rds-data",
                service => service,
            };
            let question = json!({
                "service": service,
                "operation": capitalised(action),
                "parameters": arguments,
                "spelling": "step-functions",
            });
            Ok((name.clone(), question))
        })
        .collect()
}

/// The retries and catches name errors as the SDK integration spells them: from the names of the
/// API's own errors.
#[test]
fn every_call_of_a_workflow_has_the_arguments_its_api_knows() -> Result<()> {
    for of in [rpo_probe::definition, restore_test::definition, restore_test::definition_with_rows]
    {
        let workflow = definition(of)?;
        let tasks = workflow["States"]
            .as_object()
            .into_iter()
            .flatten()
            .filter(|(_, state)| state["Type"] == "Task");
        let calls = calls(&workflow)?;
        assert_eq!(calls.len(), tasks.count(), "a task is not asked about");
        for (name, question) in calls {
            assert_eq!(problems(&question)?, [""; 0], "{name}");
        }
    }
    Ok(())
}

#[test]
fn an_argument_is_refused_when_more_or_less_than_its_leading_acronym_is_folded() -> Result<()> {
    let workflow = definition(restore_test::definition)?;
    let calls = calls(&workflow)?;
    let (_, restore) =
        calls.iter().find(|(name, _)| name == "Restore").context("there is no restore")?;
    for (right, wrong) in [
        ("SourceDBClusterIdentifier", "SourceDbClusterIdentifier"),
        ("DbClusterIdentifier", "DBClusterIdentifier"),
        ("DbSubnetGroupName", "DBSubnetGroupName"),
    ] {
        let mut question = restore.clone();
        let arguments =
            question["parameters"].as_object_mut().context("arguments are an object")?;
        let value = arguments.remove(right).with_context(|| format!("{right} is not given"))?;
        arguments.insert(wrong.to_owned(), value);
        assert!(problems(&question)?.join("\n").contains(wrong), "{wrong} is taken");
    }
    Ok(())
}

/// The rule, over every member of every structure of the services that workflows call: each name is
/// told from the others of its structure, and the ones that AWS documents are spelt as there.
/// Source: Step Functions Developer Guide, "Supported AWS SDK service integrations"; AWS SDK for
/// Java 2, `RestoreDbClusterToPointInTimeRequest`.
#[test]
fn names_of_arguments_follow_the_rule_of_the_java_sdk_in_both_directions() -> Result<()> {
    for service in ["rds", "cloudwatch", "rds-data"] {
        let answer = answer(&json!({"names": service}))?;
        assert_eq!(answer["problems"], json!([]), "{service}");
    }
    let changed = answer(&json!({"names": "rds"}))?["changed"].take();
    let changed: Vec<(String, String)> = serde_json::from_value(changed)?;
    let spelled = |name: &str| {
        let found = changed.iter().find(|(api, _)| api == name).map(|(_, task)| task.as_str());
        found.unwrap_or(name).to_owned()
    };
    for (api, task) in [
        ("DBClusterIdentifier", "DbClusterIdentifier"),
        ("DBClusters", "DbClusters"),
        ("IAMDatabaseAuthenticationEnabled", "IamDatabaseAuthenticationEnabled"),
        ("SourceDBClusterIdentifier", "SourceDBClusterIdentifier"),
        ("TargetDBClusterIdentifier", "TargetDBClusterIdentifier"),
        ("EnableIAMDatabaseAuthentication", "EnableIAMDatabaseAuthentication"),
        ("MultiAZ", "MultiAZ"),
        ("KmsKeyId", "KmsKeyId"),
    ] {
        assert_eq!(spelled(api), task);
    }
    Ok(())
}

/// What the rule `aws-workflow-arguments` knows.
#[test]
fn the_committed_names_with_an_acronym_within_are_those_of_the_service_models() -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/verify/data");
    let file = "integration_arguments.txt";
    let committed = std::fs::read_to_string(folder.join(file))?;
    let (head, lines): (Vec<_>, Vec<_>) = committed.lines().partition(|line| line.starts_with('#'));
    let services = lines.iter().filter_map(|line| line.split_once(' ')).map(|(service, _)| service);
    let mut wanted = head.join("\n") + "\n";
    for service in services {
        let names: Vec<String> = serde_json::from_value(answer(&json!({"inner": service}))?)?;
        wanted += &format!("{service} {}\n", names.join(" "));
    }
    let wanted = [(file.to_owned(), wanted.into_bytes())].into();
    crate::support::assert_fresh(&folder, &wanted, |path| path == "integration_arguments.txt");
    Ok(())
}

fn capitalised(action: &str) -> String {
    action[..1].to_uppercase() + &action[1..]
}
