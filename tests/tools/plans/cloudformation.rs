//! AWS's own schemas as an oracle: what Terraform plans is held against the resource schemas of
//! CloudFormation, which say of values what AWS's service models do not: patterns, enumerations,
//! lengths, versions, classes, pairs, policies, workflows.
//!
//! `cloudformation/twins.toml` says which type is the twin of which, `cloudformation/said.toml`
//! what is accepted, and why.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use anyhow::{Context, Result, ensure};
use paytf::config::Profile;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::{Applied, EVERYTHING, TOLD_BY_AWS, config, toolbox};

#[derive(Deserialize)]
struct Answer {
    held: BTreeMap<String, usize>,
    unmatched: Vec<String>,
    problems: Vec<Problem>,
}

#[derive(Deserialize)]
struct Problem {
    rule: String,
    address: String,
    property: String,
    says: String,
}

#[derive(Deserialize)]
struct Said {
    accepted: Vec<Accepted>,
    without_twin: BTreeMap<String, String>,
}

/// What cfn-lint says of the stack, and why it is as it should be.
#[derive(Deserialize)]
struct Accepted {
    rule: String,
    #[serde(rename = "type")]
    kind: String,
    property: String,
    reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}: {}", self.rule, self.address, self.property, self.says)
    }
}

impl Accepted {
    fn covers(&self, problem: &Problem) -> bool {
        let kind = problem.address.rsplit('.').nth(1);
        self.rule == problem.rule && Some(&*self.kind) == kind && self.property == problem.property
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/plans/cloudformation")
}

fn said() -> Result<Said> {
    Ok(toml::from_str(&std::fs::read_to_string(folder().join("said.toml"))?)?)
}

/// Every managed resource of a plan, with all values known.
fn resources(profile: Profile, toml: &str) -> Result<Vec<Value>> {
    let plan = Applied::of(&config(toml, "staging", profile))?.plan.json;
    let changes = plan["resource_changes"].as_array().context("a plan has changes")?;
    let managed = changes.iter().filter(|one| one["mode"] == "managed");
    Ok(managed
        .map(|one| {
            json!({
                "address": one["address"], "type": one["type"], "values": one["change"]["after"]
            })
        })
        .collect())
}

fn production() -> &'static [Value] {
    static RESOURCES: LazyLock<Vec<Value>> =
        LazyLock::new(|| resources(Profile::Production, "").unwrap());
    &RESOURCES
}

fn ask(resources: &[Value]) -> Result<Answer> {
    let mut command = Command::new(toolbox()?.python()?);
    command.arg("-B").arg(folder().join("ask_cloudformation.py"));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let question = json!({"resources": resources, "told": TOLD_BY_AWS}).to_string();
    let mut input = child.stdin.take().context("no pipe to the program")?;
    input.write_all(question.as_bytes())?;
    drop(input);
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "the program ended with {}", output.status);
    Ok(serde_json::from_slice(&output.stdout)?)
}

#[test]
fn cloudformation_takes_every_planned_value_but_for_what_is_listed_with_its_reason() -> Result<()> {
    let said = said()?;
    let mut wrong = Vec::new();
    let (mut held, mut planned, mut used) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (profile, toml) in
        [(Profile::Production, ""), (Profile::Production, EVERYTHING), (Profile::Development, "")]
    {
        let resources = match (profile, toml) {
            (Profile::Production, "") => production().to_vec(),
            _ => resources(profile, toml)?,
        };
        let answer = ask(&resources)?;
        let lists = "twins.toml names no property for it, nor leaves it out";
        wrong.extend(
            answer.unmatched.iter().map(|argument| format!("{profile}: {argument}: {lists}")),
        );
        for problem in answer.problems {
            match said.accepted.iter().position(|one| one.covers(&problem)) {
                Some(place) => _ = used.insert(place),
                None => wrong.push(format!("{profile}: {problem}")),
            }
        }
        held.extend(answer.held.into_keys());
        planned.extend(resources.iter().filter_map(|one| one["type"].as_str().map(str::to_owned)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let unused: Vec<_> = (0..said.accepted.len()).filter(|place| !used.contains(place)).collect();
    assert!(unused.is_empty(), "said.toml accepts what nobody says: {unused:?}");
    assert!(said.accepted.iter().all(|one| !one.reason.is_empty()));
    let without: BTreeSet<_> = said.without_twin.into_keys().collect();
    assert_eq!(
        planned.difference(&held).cloned().collect::<BTreeSet<_>>(),
        without,
        "types without a twin"
    );
    assert!(held.len() >= 60, "only {} types are held", held.len());
    Ok(())
}

/// A wrong value: of which resource, of which argument, and the rule that refuses it.
struct Planted {
    kind: &'static str,
    argument: &'static str,
    value: Value,
    rule: &'static str,
}

impl Planted {
    /// Of the resource that has it.
    fn address(&self, number: usize) -> String {
        format!("planted.{}.n{number}", self.kind)
    }
}

fn planted(
    kind: &'static str,
    argument: &'static str,
    value: impl Into<Value>,
    rule: &'static str,
) -> Planted {
    Planted { kind, argument, value: value.into(), rule }
}

fn all_planted() -> Vec<Planted> {
    let principal_missing = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*"}]}"#;
    let misspelt = r#"{"Version":"2012-10-17","Statement":[{"Efect":"Allow","Action":"s3:GetObject","Resource":"*"}]}"#;
    let no_such_action = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObjects","Resource":"*"}]}"#;
    let resource_in_trust = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ecs.amazonaws.com"},"Action":"sts:AssumeRole","Resource":"*"}]}"#;
    let workflow = r#"{"StartAt":"One","States":{"One":{"Type":"Pas","End":true}}}"#;
    vec![
        // Patterns.
        planted("aws_kms_alias", "/name", "kms-data", "E3031"),
        planted("aws_s3_bucket", "/bucket", "S3-access-logs", "E3031"),
        planted("aws_lambda_function", "/handler", "a handler", "E3031"),
        planted("aws_scheduler_schedule", "/name", "restore test", "E3031"),
        // Enumerations.
        planted("aws_cloudwatch_metric_alarm", "/comparison_operator", "LessThan", "E3030"),
        planted("aws_cloudwatch_log_group", "/retention_in_days", 33, "E3030"),
        planted("aws_lb_target_group", "/protocol", "HTTP3", "E3030"),
        planted("aws_wafv2_web_acl", "/scope", "GLOBAL", "E3030"),
        planted("aws_s3_bucket_versioning", "/versioning_configuration/0/status", "On", "E3030"),
        planted("aws_ecr_repository", "/image_tag_mutability", "FIXED", "E3030"),
        // Lengths and limits.
        planted("aws_lb_target_group", "/health_check/0/interval", 301, "E3034"),
        planted("aws_sqs_queue", "/visibility_timeout_seconds", 43_201, "E3034"),
        planted("aws_lambda_function", "/timeout", 901, "E3717"),
        planted("aws_iam_role", "/name", "n".repeat(65), "E3033"),
        planted(
            "aws_scheduler_schedule",
            "/target/0/retry_policy/0/maximum_retry_attempts",
            186,
            "E3034",
        ),
        planted("aws_cloudwatch_metric_alarm", "/period", 45, "E3615"),
        // Versions and classes.
        planted("aws_rds_cluster", "/engine_version", "15.99", "E3690"),
        planted("aws_rds_cluster_instance", "/instance_class", "db.t4g.nano", "E3025"),
        planted("aws_lambda_function", "/runtime", "nodejs12.x", "E2533"),
        // Pairs.
        planted("aws_ecs_task_definition", "/memory", "512", "E3047"),
        planted("aws_lb_listener", "/certificate_arn", Value::Null, "E3676"),
        // Policies, key policies, trust.
        planted("aws_iam_policy", "/policy", misspelt, "E3510"),
        planted("aws_iam_policy", "/policy", no_such_action, "W3037"),
        planted("aws_kms_key", "/policy", principal_missing, "E3512"),
        planted("aws_iam_role", "/assume_role_policy", resource_in_trust, "E3530"),
        // Workflows.
        planted("aws_sfn_state_machine", "/definition", workflow, "E3601"),
    ]
}

#[test]
fn a_wrong_value_of_each_kind_is_refused() -> Result<()> {
    let planted = all_planted();
    let mut resources = Vec::new();
    for (number, fault) in planted.iter().enumerate() {
        let has = |one: &&Value| {
            let before = one["values"].pointer(fault.argument);
            one["type"] == fault.kind
                && before.is_some_and(|value| !value.is_null() && *value != fault.value)
        };
        let sound = production().iter().find(has).with_context(|| format!("no {}", fault.kind))?;
        let mut wrong = sound.clone();
        wrong["address"] = json!(fault.address(number));
        *wrong["values"].pointer_mut(fault.argument).context("it was found")? = fault.value.clone();
        resources.push(wrong);
    }
    let problems = ask(&resources)?.problems;
    let missed: Vec<_> = planted
        .iter()
        .enumerate()
        .filter(|(number, fault)| {
            let address = fault.address(*number);
            !problems.iter().any(|problem| problem.address == address && problem.rule == fault.rule)
        })
        .map(|(number, fault)| {
            let address = fault.address(number);
            let said: Vec<_> = problems
                .iter()
                .filter(|one| one.address == address)
                .map(Problem::to_string)
                .collect();
            format!("{} {} = {}: {}", fault.kind, fault.argument, fault.value, said.join("; "))
        })
        .collect();
    assert_eq!(missed, [""; 0], "not refused");
    Ok(())
}
