//! What Terraform and the emulator take unread is held against AWS's own service models and the
//! language's validator: experiment templates, workflows, the runbook.

use std::collections::BTreeSet;
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

/// The template as the provider asks FIS for it. What AWS tells only at the apply is replaced by a
/// valid ARN.
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
                "filters": filters.iter().map(
                    |filter| json!({"path": filter["path"], "values": filter["values"]})
                ).collect::<Vec<_>>(),
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
        "stopConditions": stops.iter().map(
            |one| json!({"source": one["source"], "value": known(&one["value"])})
        ).collect::<Vec<_>>(),
        "experimentOptions": {
            "accountTargeting": options["account_targeting"],
            "emptyTargetResolutionMode": options["empty_target_resolution_mode"],
        },
        "experimentReportConfiguration": {
            "preExperimentDuration": report["pre_experiment_duration"],
            "postExperimentDuration": report["post_experiment_duration"],
            "dataSources": {"cloudWatchDashboards": [{"dashboardIdentifier": known(dashboard)}]},
            "outputs": {
                "s3Configuration": {
                    "bucketName": known(&bucket["bucket_name"]), "prefix": bucket["prefix"]
                }
            },
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
        let question = json!({
            "service": "fis", "operation": "CreateExperimentTemplate", "parameters": parameters
        });
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
    let question = json!({
        "service": "fis", "operation": "CreateExperimentTemplate", "parameters": parameters
    });
    let found = problems(&question)?.join("\n");
    for word in ["actionId", "ignore", "roleArn"] {
        assert!(found.contains(word), "{word} in {found}");
    }
    Ok(())
}

#[test]
fn the_workflows_are_valid_amazon_states_language() -> Result<()> {
    for workflow in workflows()? {
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

/// The states of a workflow with their names, those within its states too.
fn states(workflow: &Value) -> Vec<(String, &Value)> {
    let (mut found, mut rest) = (Vec::new(), vec![workflow]);
    while let Some(value) = rest.pop() {
        let own = value["States"].as_object().into_iter().flatten();
        found.extend(own.map(|(name, state)| (name.clone(), state)));
        rest.extend(value.as_object().into_iter().flat_map(Map::values));
        rest.extend(value.as_array().into_iter().flatten());
    }
    found
}

/// Every call of a workflow: the name of its state, and the question whether its API takes the
/// arguments.
fn calls(workflow: &Value) -> Result<Vec<(String, Value)>> {
    let calls = states(workflow).into_iter().filter_map(|(name, state)| {
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
            Ok((name, question))
        })
        .collect()
}

/// Every workflow that a stack may have.
fn workflows() -> Result<Vec<Value>> {
    [rpo_probe::definition, restore_test::definition, restore_test::definition_with_rows]
        .into_iter()
        .map(definition)
        .collect()
}

#[test]
fn every_state_machine_of_a_stack_is_among_the_workflows_that_are_asked_about() -> Result<()> {
    let machines = planned(&plan()?, "aws_sfn_state_machine");
    let names: Vec<_> = machines.iter().map(|machine| machine["name"].clone()).collect();
    assert_eq!(names, ["state-machine-restore-test-staging", "state-machine-rpo-probe-staging"]);
    Ok(())
}

/// Source: Step Functions Developer Guide, "Error names in AWS SDK service integrations": the
/// service, then the name of the error as the AWS SDK for Java has it.
#[test]
fn every_error_that_a_workflow_takes_is_one_of_the_call_s_own() -> Result<()> {
    let mut named = 0;
    for workflow in workflows()? {
        let questions = calls(&workflow)?;
        for (name, state) in states(&workflow) {
            let takers = ["Retry", "Catch"].iter().filter_map(|field| state[*field].as_array());
            let errors = takers.flatten().filter_map(|taker| taker["ErrorEquals"].as_array());
            let errors = errors.flatten().filter_map(Value::as_str);
            for error in errors.filter(|error| !error.starts_with("States.")) {
                let (_, call) = questions
                    .iter()
                    .find(|(of, _)| *of == name)
                    .with_context(|| format!("{name} calls nothing"))?;
                let question = json!({"errors": call["service"], "operation": call["operation"]});
                let known: Vec<String> = serde_json::from_value(answer(&question)?)?;
                assert!(
                    known.iter().any(|one| one == error),
                    "{name}: {error} is none of {known:?}"
                );
                named += 1;
            }
        }
    }
    assert!(named > 0, "no workflow names an error");
    Ok(())
}

#[test]
fn every_call_of_a_workflow_has_the_arguments_its_api_knows() -> Result<()> {
    for workflow in workflows()? {
        let tasks = states(&workflow).into_iter().filter(|(_, state)| state["Type"] == "Task");
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
    let mut services = BTreeSet::new();
    for workflow in workflows()? {
        let calls = calls(&workflow)?.into_iter();
        services.extend(calls.filter_map(|(_, call)| Some(call["service"].as_str()?.to_owned())));
    }
    assert!(services.len() > 2, "{services:?}");
    for service in services {
        let answer = answer(&json!({"names": service}))?;
        assert_eq!(answer["problems"], json!([]), "{service}");
    }
    let spelled = answer(&json!({"names": "rds"}))?["spelled"].take();
    for (api, task) in [
        ("DBClusterIdentifier", "DbClusterIdentifier"),
        ("DBClusters", "DbClusters"),
        ("IAMDatabaseAuthenticationEnabled", "IamDatabaseAuthenticationEnabled"),
        ("SourceDBClusterIdentifier", "SourceDBClusterIdentifier"),
        ("TargetDBClusterSnapshotIdentifier", "TargetDBClusterSnapshotIdentifier"),
        // AWS spells this one so itself.
        ("TargetDbClusterIdentifier", "TargetDbClusterIdentifier"),
        ("EnableIAMDatabaseAuthentication", "EnableIAMDatabaseAuthentication"),
        ("MultiAZ", "MultiAZ"),
        ("KmsKeyId", "KmsKeyId"),
    ] {
        assert_eq!(spelled[api], task, "{api}");
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
