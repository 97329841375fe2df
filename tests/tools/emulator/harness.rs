//! The harness that the other tests rely on does what it says.

use crate::support::{Emulator, Terraform, Workdir, nothing_left};
use anyhow::Result;
use paytf::sandbox::{self, ACCOUNT};
use serde_json::json;
use std::{fs, net::TcpStream, process::Command};

const STACK: &str = r#"terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

variable "environment_suffix" {
  type = string
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_kms_key" "main" {
  deletion_window_in_days = 7
  enable_key_rotation     = true
  rotation_period_in_days = 180
}

resource "aws_sns_topic" "alarms" {
  name              = "sns-topic-${var.environment_suffix}"
  kms_master_key_id = aws_kms_key.main.arn
}

output "topic_arn" {
  value = aws_sns_topic.alarms.arn
}
"#;

#[test]
fn a_stack_lives_its_whole_life_on_the_emulator() -> Result<()> {
    let emulator = Emulator::start()?;
    let terraform = Terraform::emulated(Workdir::of(&[("main.tf", STACK)])?, &emulator)?
        .variable("environment_suffix", "test");
    terraform.init()?;
    assert_eq!(terraform.validate()?.warnings, [""; 0]);
    terraform.fmt_check()?;

    let plan = terraform.plan()?;
    assert!(plan.has_changes());
    assert_eq!(
        plan.changed(),
        [
            "create aws_kms_key.main",
            "create aws_sns_topic.alarms",
            "create aws_vpc.main",
            "create output.topic_arn"
        ]
    );
    assert_eq!(plan.planned("aws_sns_topic.alarms").unwrap()["name"], "sns-topic-test");

    terraform.apply()?;
    let plan = terraform.plan()?;
    assert!(!plan.has_changes(), "{:?}", plan.changed());
    assert_eq!(plan.changed(), [""; 0]);
    assert_eq!(
        terraform.state_list()?,
        ["aws_kms_key.main", "aws_sns_topic.alarms", "aws_vpc.main"]
    );
    assert_eq!(terraform.output("topic_arn")?, "arn:aws:sns:us-east-1:123456789012:sns-topic-test");

    let vpcs = emulator.ask(
        "ec2",
        "describe_vpcs",
        json!({"Filters": [{"Name": "is-default", "Values": ["false"]}]}),
    )?;
    assert_eq!(vpcs["Vpcs"][0]["CidrBlock"], "10.0.0.0/16");
    let left = nothing_left(&emulator)?.join(" ");
    assert!(["ec2 vpc-", "sns arn:", "kms "].iter().all(|kind| left.contains(kind)), "{left}");

    terraform.destroy()?;
    assert_eq!(nothing_left(&emulator)?, [""; 0]);
    Ok(())
}

#[test]
fn a_stack_is_planned_without_any_network_and_its_warnings_are_seen() -> Result<()> {
    let stack = Workdir::of(&[("main.tf", STACK), ("terraform.tfvars", "undeclared = 1\n")])?;
    let terraform = Terraform::offline(stack)?.variable("environment_suffix", "test");
    terraform.init()?;
    let plan = terraform.plan()?;
    assert_eq!(plan.changed().len(), 4);
    assert_eq!(plan.warnings.len(), 1);
    assert!(
        plan.warnings[0].starts_with("Warning: Value for undeclared variable"),
        "{:?}",
        plan.warnings
    );
    Ok(())
}

#[test]
fn a_failing_command_says_which_and_why() -> Result<()> {
    let terraform = Terraform::offline(Workdir::of(&[("main.tf", "resource {}\n")])?)?;
    let error = terraform.validate().unwrap_err().to_string();
    assert!(error.contains("`terraform validate` failed with exit code 1"), "{error}");
    assert!(error.contains("Missing type for resource"), "{error}");
    Ok(())
}

#[test]
fn badly_formatted_hcl_is_refused() -> Result<()> {
    let terraform = Terraform::offline(Workdir::of(&[("main.tf", "locals {\na=1\n}\n")])?)?;
    let error = terraform.fmt_check().unwrap_err().to_string();
    assert!(error.contains("a = 1"), "{error}");
    Ok(())
}

#[test]
fn a_copy_of_a_stack_leaves_behind_what_terraform_put_there() -> Result<()> {
    let files = [
        ("modules/network/main.tf", ""),
        ("terraform.tfstate", "{}"),
        (".terraform/providers/x", ""),
    ];
    let copy = Workdir::copy_of(Workdir::of(&files)?.path())?;
    assert!(copy.path().join("modules/network/main.tf").is_file());
    assert_eq!(fs::read_dir(copy.path())?.count(), 1);
    Ok(())
}

#[test]
fn every_kind_of_leftover_can_be_listed_and_a_reset_leaves_none() -> Result<()> {
    let emulator = Emulator::start()?;
    assert_eq!(nothing_left(&emulator)?, [""; 0]);
    let key =
        emulator.ask("kms", "create_key", json!({"Tags": [{"TagKey": "a", "TagValue": "b"}]}))?;
    emulator.ask("sqs", "create_queue", json!({"QueueName": "queue"}))?;
    emulator.ask("s3", "create_bucket", json!({"Bucket": "bucket"}))?;
    emulator.ask(
        "iam",
        "create_role",
        json!({"RoleName": "iam-role-x", "AssumeRolePolicyDocument": "{}"}),
    )?;
    emulator.ask("logs", "create_log_group", json!({"logGroupName": "/group"}))?;
    emulator.ask("kms", "describe_key", json!({"KeyId": "alias/aws/secretsmanager"}))?;
    assert_eq!(
        nothing_left(&emulator)?.len(),
        6,
        "a tagged key is found twice, a key of AWS never"
    );
    emulator.ask("kms", "schedule_key_deletion", json!({"KeyId": key["KeyMetadata"]["KeyId"]}))?;
    assert_eq!(nothing_left(&emulator)?.len(), 4);
    emulator.reset()?;
    assert_eq!(nothing_left(&emulator)?, [""; 0]);
    Ok(())
}

#[test]
fn a_question_that_aws_refuses_is_an_error_with_its_code() -> Result<()> {
    let emulator = Emulator::start()?;
    let error =
        emulator.ask("sqs", "get_queue_url", json!({"QueueName": "none"})).unwrap_err().to_string();
    assert!(error.contains("NonExistentQueue"), "{error}");
    let error = emulator.ask("ec2", "describe_everything", json!({})).unwrap_err().to_string();
    assert!(error.contains("describe_everything"), "{error}");
    Ok(())
}

#[test]
fn a_queue_keeps_its_policy_when_another_attribute_is_set() -> Result<()> {
    let emulator = Emulator::start()?;
    let queue = emulator.ask("sqs", "create_queue", json!({"QueueName": "queue"}))?;
    let set = |attribute: &str, value: &str| {
        let parameters = json!({"QueueUrl": queue["QueueUrl"], "Attributes": {attribute: value}});
        emulator.ask("sqs", "set_queue_attributes", parameters)
    };
    set("Policy", r#"{"Version": "2012-10-17", "Statement": [{"Sid": "One"}]}"#)?;
    set("VisibilityTimeout", "60")?;
    let question = json!({"QueueUrl": queue["QueueUrl"], "AttributeNames": ["All"]});
    let answer = emulator.ask("sqs", "get_queue_attributes", question)?;
    assert!(
        answer["Attributes"]["Policy"].as_str().is_some_and(|policy| policy.contains("One")),
        "{answer}"
    );
    Ok(())
}

#[test]
fn an_address_is_free_again_when_its_nat_gateway_is_deleted() -> Result<()> {
    let emulator = Emulator::start()?;
    let address = &emulator.ask("ec2", "allocate_address", json!({}))?["AllocationId"];
    let subnet = &emulator.ask("ec2", "describe_subnets", json!({}))?["Subnets"][0]["SubnetId"];
    let gateway = json!({"SubnetId": subnet, "AllocationId": address});
    let first = emulator.ask("ec2", "create_nat_gateway", gateway.clone())?;
    let refused =
        emulator.ask("ec2", "create_nat_gateway", gateway.clone()).unwrap_err().to_string();
    assert!(refused.contains("AlreadyAssociated"), "{refused}");
    let lost = json!({"NatGatewayId": first["NatGateway"]["NatGatewayId"]});
    emulator.ask("ec2", "delete_nat_gateway", lost.clone())?;
    emulator.ask("ec2", "create_nat_gateway", gateway)?;
    Ok(())
}

#[test]
fn a_network_acl_entry_that_is_gone_is_not_found_when_it_is_deleted_again() -> Result<()> {
    let emulator = Emulator::start()?;
    let acl =
        &emulator.ask("ec2", "describe_network_acls", json!({}))?["NetworkAcls"][0]["NetworkAclId"];
    let entry = json!({"NetworkAclId": acl, "RuleNumber": 100, "Egress": true});
    emulator.ask("ec2", "delete_network_acl_entry", entry.clone())?;
    let refused = emulator.ask("ec2", "delete_network_acl_entry", entry).unwrap_err().to_string();
    assert!(refused.contains("InvalidNetworkAclEntry.NotFound"), "{refused}");
    Ok(())
}

#[test]
fn an_emulator_that_is_let_go_serves_on_and_ends_when_it_is_told() -> Result<()> {
    let logs = tempfile::tempdir()?;
    let emulator =
        sandbox::Emulator::start(&crate::support::toolbox()?, "its owner", ACCOUNT, logs.path())?;
    let endpoint = emulator.endpoint();
    emulator.let_go()?;
    assert_eq!(endpoint.owner().as_deref(), Some("its owner"));
    endpoint.end()?;
    assert_eq!(endpoint.owner(), None);
    Ok(())
}

#[test]
fn an_emulator_ends_with_its_value() -> Result<()> {
    let emulator = Emulator::start()?;
    let address = emulator.endpoint().replace("http://", "");
    assert!(TcpStream::connect(&address).is_ok());
    drop(emulator);
    assert!(TcpStream::connect(&address).is_err());
    Ok(())
}

#[test]
fn the_readme_of_the_emulator_lists_its_gaps() -> Result<()> {
    let toolbox = crate::support::toolbox()?;
    let program = toolbox.emulator_sources()?.join("emulator.py");
    let listed = Command::new(toolbox.python()?).arg("-B").arg(program).arg("--list").output()?;
    let tables = String::from_utf8(listed.stdout)?;
    assert!(tables.contains("| Gap |"), "{}", String::from_utf8_lossy(&listed.stderr));
    let readme =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/sandbox/emulator/README.md"))?;
    assert!(readme.contains(&tables), "src/sandbox/emulator/README.md must contain:\n{tables}");
    Ok(())
}
