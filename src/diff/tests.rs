//! Compares small stacks; `reading` has what is refused. The comparison with real Terraform is in
//! `tests/tools/emulator/diff_against_terraform.rs`.

mod language;
mod reading;

use super::{Action, Plan, Stack};

/// A stack of the given files.
fn read(files: &[(&str, &str)]) -> anyhow::Result<Stack> {
    Stack::written("stack", files.iter().map(|(path, text)| ((*path).to_owned(), text)))
}

fn plan_of(old: &[(&str, &str)], new: &[(&str, &str)]) -> Plan {
    Plan::between(&read(old).unwrap(), &read(new).unwrap()).unwrap()
}

/// What changes between two texts of `main.tf`.
fn plan(old: &str, new: &str) -> Plan {
    plan_of(&[("main.tf", old)], &[("main.tf", new)])
}

/// As a person reads it, without colours.
fn text(plan: &Plan) -> String {
    anstream::adapter::strip_str(&plan.text()).to_string()
}

fn action(plan: &Plan, address: &str) -> Option<Action> {
    plan.changes.get(address).map(|change| change.action)
}

const NETWORK: &str = r#"
    resource "aws_vpc" "main" {
      cidr_block = "10.0.0.0/16"
      tags       = { Name = "vpc" }
    }
    resource "aws_subnet" "app_a" {
      vpc_id            = aws_vpc.main.id
      cidr_block        = "10.0.0.0/20"
      availability_zone = "us-east-1a"
    }
"#;

fn network(from: &str, to: &str) -> String {
    assert!(NETWORK.contains(from), "{from}");
    NETWORK.replace(from, to)
}

#[test]
fn the_same_stack_has_no_difference_in_either_syntax() {
    let json = r#"{"//": "x", "resource": {
        "aws_vpc": {"main": {"cidr_block": "10.0.0.0/16", "tags": {"Name": "vpc"}}},
        "aws_subnet": {"app_a": {
            "vpc_id": "${aws_vpc.main.id}", "cidr_block": "10.0.0.0/20", "availability_zone": "us-east-1a"
        }}
    }}"#;
    assert!(plan_of(&[("main.tf", NETWORK)], &[("network.tf.json", json)]).is_empty());
}

#[test]
fn an_argument_that_forces_a_replacement_is_marked_and_the_figures_are_terraforms() {
    let plan = plan(NETWORK, &network("10.0.0.0/20", "10.0.16.0/20"));
    let expected = "  # aws_subnet.app_a must be replaced
-/+ resource \"aws_subnet\" \"app_a\" {
      ~ cidr_block = \"10.0.0.0/20\" -> \"10.0.16.0/20\" # forces replacement
        # (3 unchanged arguments hidden)
    }

Plan: 1 to add, 0 to change, 1 to destroy. Replaced, in both figures: 1.
";
    assert_eq!(text(&plan), expected);
}

#[test]
fn what_refers_to_a_replaced_resource_is_known_after_the_apply_and_replaced_with_it() {
    let plan = plan(NETWORK, &network("10.0.0.0/16", "10.1.0.0/16"));
    assert_eq!(action(&plan, "aws_subnet.app_a"), Some(Action::Replace));
    assert!(
        text(&plan)
            .contains("~ vpc_id = aws_vpc.main.id -> (known after apply) # forces replacement"),
        "{}",
        text(&plan)
    );
}

#[test]
fn a_tag_is_changed_in_place_and_a_default_tag_shows_at_everything_that_takes_tags() {
    let one = plan(NETWORK, &network("\"vpc\"", "\"other\""));
    assert_eq!(one.counts(), (0, 1, 0));
    let default = "provider \"aws\" {\n default_tags {\n tags = { Owner = \"me\" }\n }\n }";
    let all = plan(NETWORK, &format!("{NETWORK}{default}"));
    assert_eq!(all.counts(), (0, 2, 0));
    assert_eq!(text(&all).matches("+ Owner = \"me\"").count(), 2, "{}", text(&all));
}

#[test]
fn a_value_of_the_root_shows_at_the_resource_that_a_module_makes_of_it() {
    let root = |cidr: &str| {
        format!(
            "variable \"cidr\" {{\n default = \"{cidr}\"\n}}\nmodule \"net\" {{\n source = \
             \"./modules/net\"\n block = var.cidr\n}}"
        )
    };
    let module =
        "variable \"block\" {}\nresource \"aws_vpc\" \"main\" {\n cidr_block = \"${var.block}\"\n}";
    let stack = |cidr: &str| {
        [("main.tf".to_owned(), root(cidr)), ("modules/net/main.tf".to_owned(), module.to_owned())]
    };
    let [old, new] = ["10.0.0.0/16", "10.9.0.0/16"].map(stack);
    let [old, new] = [old, new].map(|files| Stack::written("stack", files).unwrap());
    let plan = Plan::between(&old, &new).unwrap();
    assert!(text(&plan).contains("# module.net.aws_vpc.main must be replaced"), "{}", text(&plan));
    assert!(
        text(&plan).contains("\"10.0.0.0/16\" -> \"10.9.0.0/16\" # forces replacement"),
        "{}",
        text(&plan)
    );
}

#[test]
fn what_the_provider_does_not_tell_apart_is_no_difference() {
    let group = |ids: &str, port: &str| {
        format!("resource \"aws_lb\" \"main\" {{\n subnets = [{ids}]\n idle_timeout = {port}\n}}")
    };
    assert!(plan(&group("\"a\", \"b\"", "60"), &group("\"b\", \"a\"", "\"60\"")).is_empty());
    // Optional and computed: the provider keeps what it has.
    let vpc = |more: &str| {
        format!("resource \"aws_vpc\" \"main\" {{\n cidr_block = \"10.0.0.0/16\"\n{more}\n}}")
    };
    assert!(plan(&vpc("enable_dns_hostnames = true"), &vpc("")).is_empty());
    assert_eq!(plan(&vpc("enable_dns_support = true"), &vpc("")).counts(), (0, 1, 0));
}

#[test]
fn the_life_cycle_is_obeyed_and_create_first_spreads_to_what_is_needed() {
    let with = |lifecycle: &str, cidr: &str| {
        network("\"us-east-1a\"", &format!("\"us-east-1a\"\nlifecycle {{\n{lifecycle}\n}}"))
            .replace("10.0.0.0/20", cidr)
    };
    let ignored = "ignore_changes = [cidr_block]";
    assert!(plan(&with(ignored, "10.0.0.0/20"), &with(ignored, "10.0.16.0/20")).is_empty());
    let first = "create_before_destroy = true";
    let replaced = plan(
        &with(first, "10.0.0.0/20"),
        &with(first, "10.0.0.0/20").replace("10.0.0.0/16", "10.1.0.0/16"),
    );
    for address in ["aws_subnet.app_a", "aws_vpc.main"] {
        assert_eq!(action(&replaced, address), Some(Action::ReplaceCreateFirst), "{address}");
    }
    assert!(text(&replaced).contains("\n+/- resource \"aws_vpc\""), "{}", text(&replaced));
    let triggered = "replace_triggered_by = [aws_vpc.main]";
    let plan = plan(
        &with(triggered, "10.0.0.0/20"),
        &with(triggered, "10.0.0.0/20").replace("\"vpc\"", "\"other\""),
    );
    assert_eq!(action(&plan, "aws_subnet.app_a"), Some(Action::Replace));
}

#[test]
fn a_document_is_compared_part_by_part() {
    let topic = |action: &str| {
        format!(
            "data \"aws_iam_policy_document\" \"topic\" {{\n statement {{\n actions = \
             [\"{action}\"]\n }}\n}}\nresource \"aws_iam_policy\" \"topic\" {{\n name = \"p\"\n \
             policy = data.aws_iam_policy_document.topic.json\n}}\nresource \"aws_sqs_queue\" \
             \"dead\" {{\n redrive_policy = jsonencode({{ maxReceiveCount = \"{action}\", x = 1 \
             }})\n}}"
        )
    };
    let text = text(&plan(&topic("sns:Publish"), &topic("sns:Subscribe")));
    let document = "      ~ policy = data.aws_iam_policy_document.json(
          ~ {
              ~ statement = {
                  ~ actions = [
                      - \"sns:Publish\"
                      + \"sns:Subscribe\"
                    ]
                }
            }
        )";
    assert!(text.contains(document), "{text}");
    assert!(text.contains("~ maxReceiveCount = \"sns:Publish\" -> \"sns:Subscribe\""), "{text}");
}

#[test]
fn the_content_of_a_package_counts_where_both_stacks_have_it() {
    let function = "resource \"aws_lambda_function\" \"main\" {\n function_name = \"f\"\n role = \
                    \"r\"\n source_code_hash = \
                    filebase64sha256(\"${path.root}/lambda/f.zip\")\n}\nresource \
                    \"aws_lambda_alias\" \"live\" {\n name = \"live\"\n function_name = \"f\"\n \
                    function_version = aws_lambda_function.main.version\n}";
    let with = |content| [("main.tf", function), ("lambda/f.zip", content)];
    let plan = plan_of(&with("one"), &with("two"));
    assert_eq!(action(&plan, "aws_lambda_function.main"), Some(Action::Update));
    assert_eq!(
        action(&plan, "aws_lambda_alias.live"),
        Some(Action::Update),
        "its version is known after the apply"
    );
    assert!(plan_of(&with("one"), &[("main.tf", function)]).is_empty());
}

#[test]
fn blocks_come_and_go_as_blocks_and_outputs_are_told() {
    let listener = |rest: &str| {
        format!(
            "resource \"aws_lb_listener\" \"x\" {{\n load_balancer_arn = \"a\"\n default_action \
             {{\n type = \"forward\"\n{rest}\n }}\n}}"
        )
    };
    let redirect = "redirect {\n status_code = \"HTTP_301\"\n}";
    let plan = plan(
        &listener(""),
        &format!("{}\noutput \"name\" {{\n value = \"x\"\n}}", listener(redirect)),
    );
    let text = text(&plan);
    assert!(
        text.contains(
            "      ~ default_action {\n          + redirect {\n              + status_code = \
             \"HTTP_301\""
        ),
        "{text}"
    );
    assert!(text.contains("Changes to Outputs:\n  + name = \"x\""), "{text}");
}

#[test]
fn the_json_has_the_form_of_terraforms() {
    let plan = plan(NETWORK, &network("10.0.0.0/20", "10.0.16.0/20"));
    let change = &plan.json()["resource_changes"][0];
    assert_eq!(
        (&change["address"], &change["type"]),
        (&"aws_subnet.app_a".into(), &"aws_subnet".into())
    );
    assert_eq!(change["change"]["actions"], serde_json::json!(["delete", "create"]));
    assert_eq!(change["change"]["replace_paths"], serde_json::json!([["cidr_block"]]));
    assert_eq!(change["change"]["before"]["cidr_block"], "10.0.0.0/20");
    assert_eq!(change["change"]["after"]["vpc_id"], "${aws_vpc.main.id}");
}

#[test]
fn an_upgrade_of_the_engine_is_told_in_words() {
    let cluster = |version: &str, more: &str| {
        format!(
            "resource \"aws_rds_cluster\" \"main\" {{\n  engine = \"aurora-postgresql\"\n  \
             engine_version = \"{version}\"\n{more}\n}}"
        )
    };
    let message = |new: &str, more: &str| text(&plan(&cluster("16.8", ""), &cluster(new, more)));
    let major = message("17.7", "allow_major_version_upgrade = true\napply_immediately = true");
    assert!(
        major.contains("# a major upgrade from 16.8 to 17.7: the database is down for minutes"),
        "{major}"
    );
    assert!(!major.contains("AWS refuses"), "{major}");
    assert!(message("17.7", "").contains("# AWS refuses it without allow_major_version_upgrade"));
    assert!(
        message("15.10", "")
            .contains("# AWS refuses it: a cluster of 16.8 does not become one of 15.10")
    );
    assert!(
        message("16.10", "")
            .contains("a minor upgrade from 16.8 to 16.10, made in the maintenance windows")
    );
}
