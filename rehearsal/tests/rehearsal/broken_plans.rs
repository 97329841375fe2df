//! Stacks with one thing wrong, through which no payment can go.

use std::fs;

use clap::Parser as _;
use serde_json::{Value, json};

use crate::report;

/// The resources of a type in a file whose name begins so, an argument of theirs, and its value.
type Edit<'a> = (&'a str, &'a str, &'a str, &'a str, Value);

/// A stack as `paytf gen` writes it, in which arguments have other values; the reasons that are
/// given, and whether a payment went through.
fn broken(edits: &[Edit]) -> (Vec<String>, bool) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().display().to_string();
    let arguments = ["paytf", "gen", "--suffix=broken", "--profile=staging", "--out", &out];
    paytf::cli::run(&paytf::cli::Cli::parse_from(arguments)).unwrap();
    let stack = folder.path().join("broken");
    for (file, kind, name, argument, value) in edits {
        let path = stack.join(file);
        let mut module: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let resources = module["resource"][kind].as_object_mut().unwrap();
        let mut meant: Vec<_> =
            resources.iter_mut().filter(|(one, _)| one.starts_with(name)).collect();
        assert!(!meant.is_empty(), "no {kind} is called {name}");
        meant.iter_mut().for_each(|(_, resource)| resource[argument] = value.clone());
        fs::write(&path, module.to_string()).unwrap();
    }
    let (report, holds) = report(&[&stack.display().to_string()]);
    assert!(!holds, "{report:#}");
    let reasons = report["reasons"].as_array().unwrap();
    let reasons = reasons.iter().map(|reason| reason.as_str().unwrap().to_owned()).collect();
    (reasons, report["verdict"]["acknowledged"].as_u64() > Some(0))
}

fn assert_no_payment((reasons, any): (Vec<String>, bool), reason: &str) {
    assert!(!any && reasons.iter().any(|one| one.contains(reason)), "{reasons:#?}");
}

#[test]
fn no_payment_goes_through_where_the_acl_of_the_database_denies_it() {
    let network = "modules/network/main.tf.json";
    let broken = broken(&[(
        network,
        "aws_network_acl_rule",
        "data_ingress_postgresql",
        "rule_action",
        json!("deny"),
    )]);
    assert_no_payment(broken, "aws_network_acl_rule.data_ingress_postgresql");
}

#[test]
fn no_payment_goes_through_where_the_proxys_group_lets_in_another_protocol() {
    let (network, kind) = ("modules/network/main.tf.json", "aws_vpc_security_group_ingress_rule");
    let broken = broken(&[(network, kind, "proxy_from_application", "ip_protocol", json!("udp"))]);
    assert_no_payment(broken, "aws_security_group.proxy");
}

#[test]
fn no_payment_goes_through_where_the_public_subnets_have_no_way_to_the_internet() {
    let network = "modules/network/main.tf.json";
    let broken = broken(&[(
        network,
        "aws_route",
        "public",
        "destination_cidr_block",
        json!("192.0.2.0/24"),
    )]);
    assert_no_payment(broken, "no route");
}

/// The task's policies are those of the flow logs.
fn without_task_policies() -> Edit<'static> {
    let other = json!("${aws_iam_policy.flow_logs.arn}");
    ("modules/iam/main.tf.json", "aws_iam_role_policy_attachment", "task", "policy_arn", other)
}

#[test]
fn no_payment_goes_through_where_the_task_has_the_permissions_of_another() {
    assert_no_payment(broken(&[without_task_policies()]), "s3:PutObject");
}

#[test]
fn no_payment_goes_through_where_neither_role_nor_function_lets_the_task_invoke_the_validator() {
    let other = json!("arn:aws:iam::${var.account_id}:role/other");
    let (validation, kind) = ("modules/validation/main.tf.json", "aws_lambda_permission");
    let function = (validation, kind, "payment_tasks", "principal", other);
    assert_no_payment(broken(&[without_task_policies(), function]), "lambda:InvokeFunction");
}
