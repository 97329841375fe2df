//! What is written is read as the provider reads it: texts that look like numbers, the region's
//! zones, arguments that are null.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{report, verify, verify_text};

fn folder(main: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("main.tf"), main).unwrap();
    folder
}

/// What rules say of a folder without a plan.
fn declared(main: &str, only: &str) -> Value {
    let folder = folder(main);
    report(&verify(&[folder.path().to_str().unwrap(), "--only", only, "--format", "json"]).assert())
}

fn messages(report: &Value) -> Vec<&str> {
    report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["message"].as_str().unwrap())
        .collect()
}

#[test]
fn a_number_or_a_bool_where_the_provider_takes_a_text_is_a_text() {
    let task = |size: &str| {
        let main = format!(
            "resource \"aws_ecs_task_definition\" \"t\" {{\n  family = \"t\"\n  \
             requires_compatibilities = [\"FARGATE\"]\n  network_mode = \"awsvpc\"\n  \
             container_definitions = \"[]\"\n  {size}\n}}"
        );
        declared(&main, "aws-fargate-task")
    };
    for size in [
        "cpu = 1024\n  memory = 2048",
        "cpu = \"1024\"\n  memory = 2048",
        "cpu = 512 * 2\n  memory = \"2048\"",
    ] {
        assert_eq!(messages(&task(size)), [""; 0], "{size}");
    }
    assert_eq!(
        messages(&task("cpu = 1024\n  memory = 512")).len(),
        1,
        "a size that Fargate does not have"
    );
    assert_eq!(messages(&task("memory = 2048")), ["Fargate needs the CPU of the whole task"]);
}

#[test]
fn zones_are_of_the_region_that_the_provider_of_the_data_source_has() {
    let subnet = "resource \"aws_instance\" \"i\" {\n  instance_type = \"t3.micro\"\n  ami = \
                  \"ami-1\"\n  availability_zone = data.aws_availability_zones.z.names[0]\n}\n";
    let zones = |providers: &str, data: &str| {
        let report = declared(&format!("{providers}\n{subnet}\n{data}"), "zone");
        let cases = report["zone_loss"]["cases"].as_array().unwrap().clone();
        cases[0]["lost"][0].as_str().unwrap().to_owned()
    };
    let data = "data \"aws_availability_zones\" \"z\" {}";
    assert_eq!(zones("provider \"aws\" {\n  region = \"eu-west-1\"\n}", data), "eu-west-1a");
    let local =
        "provider \"aws\" {\n  region = local.region\n}\nlocals {\n  region = \"eu-west-2\"\n}";
    assert_eq!(zones(local, data), "eu-west-2a");
    let alias = "provider \"aws\" {\n  region = \"eu-west-1\"\n}\nprovider \"aws\" {\n  alias = \
                 \"b\"\n  region = \"us-west-2\"\n}";
    assert_eq!(
        zones(alias, "data \"aws_availability_zones\" \"z\" {\n  provider = aws.b\n}"),
        "us-west-2a"
    );
}

#[test]
fn a_data_source_waits_for_its_own_provider_alone() {
    let main = "provider \"aws\" {\n  region = \"eu-west-1\"\n}\nprovider \"aws\" {\n  alias = \
                \"b\"\n  region = data.aws_region.here.name\n}\ndata \"aws_region\" \"here\" \
                {}\nresource \"aws_instance\" \"i\" {\n  ami = \"ami-1\"\n  instance_type = \
                \"t3.micro\"\n  availability_zone = \"${data.aws_region.here.name}c\"\n}";
    let report = declared(main, "zone");
    assert_eq!(report["zone_loss"]["cases"][0]["lost"], json!(["eu-west-1c"]));
}

/// What a plan says of a resource that is created.
fn created(address: &str, after: Value, unknown: Value) -> Value {
    let (kind, name) = address.split_once('.').unwrap();
    json!({
        "address": address, "mode": "managed", "type": kind, "name": name,
        "change": {
            "actions": ["create"], "before": null, "after": after, "after_unknown": unknown
        },
    })
}

/// A load balancer whose `internal` the provider fills in, with a listener that forwards what comes
/// unencrypted.
fn balancer() -> Value {
    let forward = json!([{"type": "forward"}]);
    json!({
        "format_version": "1.2",
        "resource_changes": [
            created(
                "aws_lb.main", json!({"load_balancer_type": "application"}),
                json!({"internal": true, "arn": true, "id": true})
            ),
            created(
                "aws_lb_listener.http",
                json!({"port": 80, "protocol": "HTTP", "default_action": forward}),
                json!({"load_balancer_arn": true})
            ),
        ],
        "configuration": {"root_module": {"resources": [
            {
                "address": "aws_lb.main",
                "expressions": {"internal": {"references": ["var.internal"]}}
            },
            {"address": "aws_lb_listener.http", "expressions": {
                "port": {"constant_value": 80}, "protocol": {"constant_value": "HTTP"},
                "load_balancer_arn": {"references": ["aws_lb.main.arn", "aws_lb.main"]},
                "default_action": [{"type": {"constant_value": "forward"}}],
            }},
        ]}},
    })
}

#[test]
fn an_argument_that_the_source_says_is_null_is_left_out_and_its_default_holds() {
    let main = |default: &str| {
        format!(
            "variable \"internal\" {{\n  type = bool\n  default = {default}\n}}\nresource \
             \"aws_lb\" \"main\" {{\n  internal = var.internal\n}}\nresource \"aws_lb_listener\" \
             \"http\" {{\n  load_balancer_arn = aws_lb.main.arn\n  port = 80\n  protocol = \
             \"HTTP\"\n  default_action {{\n    type = \"forward\"\n  }}\n}}\n"
        )
    };
    let outcome = |arguments: &[&str]| {
        let arguments =
            [&["--only", "network-http-redirect", "--format", "json"], arguments].concat();
        let report = report(&verify_text(balancer().to_string(), &arguments));
        report["findings"][0]["outcome"].as_str().map(str::to_owned)
    };
    assert_eq!(
        outcome(&[]).as_deref(),
        Some("unknown"),
        "a plan does not show what the variable is"
    );
    for (default, expected) in [("null", Some("fail")), ("false", Some("fail")), ("true", None)] {
        let folder = folder(&main(default));
        assert_eq!(
            outcome(&["--source", folder.path().to_str().unwrap()]).as_deref(),
            expected,
            "{default}"
        );
    }
}

/// An alarm without actions, and an Auto Scaling group whose instance refresh a `dynamic` block
/// writes.
fn refreshed(unknown: Value) -> Value {
    json!({
        "format_version": "1.2",
        "resource_changes": [
            created(
                "aws_cloudwatch_metric_alarm.x", json!({"alarm_name": "rollback"}),
                json!({"id": true})
            ),
            created(
                "aws_autoscaling_group.x", json!({"instance_refresh": [{"strategy": "Rolling"}]}),
                unknown
            ),
        ],
        "configuration": {"root_module": {"resources": [
            {
                "address": "aws_cloudwatch_metric_alarm.x",
                "expressions": {"alarm_name": {"constant_value": "rollback"}}
            },
            {"address": "aws_autoscaling_group.x", "expressions": {}},
        ]}},
    })
}

#[test]
fn an_alarm_that_a_hidden_instance_refresh_may_use_is_unknown() {
    let outcome = |unknown: Value| {
        let arguments = ["--only", "alarm-actions", "--format", "json"];
        let report = report(&verify_text(refreshed(unknown).to_string(), &arguments));
        report["findings"][0]["outcome"].as_str().unwrap().to_owned()
    };
    assert_eq!(outcome(json!({"instance_refresh": [{"preferences": true}]})), "unknown");
    assert_eq!(
        outcome(json!({"instance_refresh": [{}]})),
        "fail",
        "all of it is known, and names no alarm"
    );
}

/// Two instances in two zones, and what registers them with a target group through an object that a
/// plan does not show.
fn machines(target: Value) -> Value {
    json!({
        "format_version": "1.2",
        "resource_changes": [
            created(
                "aws_instance.a", json!({"availability_zone": "us-east-1a"}), json!({"id": true})
            ),
            created(
                "aws_instance.b", json!({"availability_zone": "us-east-1b"}), json!({"id": true})
            ),
            created("aws_lb_target_group.t", json!({}), json!({"arn": true, "id": true})),
            created(
                "aws_lb_target_group_attachment.t", json!({}),
                json!({"target_id": true, "target_group_arn": true})
            ),
        ],
        "configuration": {"root_module": {"resources": [
            {"address": "aws_instance.a"}, {"address": "aws_instance.b"}, {
                "address": "aws_lb_target_group.t"
            },
            {"address": "aws_lb_target_group_attachment.t", "expressions": {
                "target_group_arn": {
                    "references": ["aws_lb_target_group.t.arn", "aws_lb_target_group.t"]
                },
                "target_id": target,
            }},
        ]}},
    })
}

#[test]
fn what_a_hidden_attachment_registers_may_be_any_instance() {
    let failed = |target: Value| {
        let arguments = ["--only", "zone-nothing-lost", "--format", "json"];
        let report = report(&verify_text(machines(target).to_string(), &arguments));
        let findings = report["findings"].as_array().unwrap().clone();
        let failed = findings.iter().filter(|finding| finding["outcome"] == "fail");
        failed.map(|finding| finding["address"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(failed(json!({"references": ["local.targets"]})), [""; 0]);
    let both = ["aws_instance.a", "aws_instance.b"];
    let one = json!({"references": ["aws_instance.a.id", "aws_instance.a"]});
    assert_eq!(failed(one), both, "one behind the load balancer, and one beside it");
}

#[test]
fn instances_of_a_module_that_is_called_for_each_zone_may_do_the_work_of_each_other() {
    let instance = |zone: &str, key: &str| {
        let module = format!("module.web{key}");
        json!({
            "address": format!(
                "{module}.aws_instance.this[0]"
            ), "module_address": module, "mode": "managed",
            "type": "aws_instance", "name": "this", "index": 0,
            "change": {
                "actions": ["create"], "before": null, "after": {"availability_zone": zone},
                "after_unknown": {"id": true}
            },
        })
    };
    let failed = |instances: Value| {
        let plan = json!({
            "format_version": "1.2", "resource_changes": instances,
            "configuration": {"root_module": {}}
        });
        let report = report(&verify_text(
            plan.to_string(),
            &["--only", "zone-nothing-lost", "--format", "json"],
        ));
        report["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|finding| finding["outcome"] == "fail")
            .count()
    };
    assert_eq!(
        failed(json!([instance("us-east-1a", "[\"a\"]"), instance("us-east-1b", "[\"b\"]")])),
        0
    );
    assert_eq!(
        failed(json!([instance("us-east-1a", "[\"a\"]"), instance("us-east-1a", "[\"b\"]")])),
        2,
        "in one zone"
    );
}

/// A function, and the role that a variable names in part; `role` is how the policy's attachment
/// names the role.
fn function_with_role(role: &str) -> String {
    let trust = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"\
                 sts:AssumeRole\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"}}]}";
    let logs = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"\
                logs:*\",\"Resource\":\"*\"}]}";
    format!(
        "variable \"app\" {{\n  type = string\n}}\nresource \"aws_iam_role\" \"f\" {{\n  name = \
         \"${{var.app}}-f\"\n  assume_role_policy = jsonencode({trust})\n}}\nresource \
         \"aws_iam_policy\" \"logs\" {{\n  name = \"${{var.app}}-logs\"\n  policy = \
         jsonencode({logs})\n}}\nresource \"aws_iam_role_policy_attachment\" \"logs\" {{\n  role \
         = {role}\n  policy_arn = aws_iam_policy.logs.arn\n}}\nresource \"aws_lambda_function\" \
         \"f\" {{\n  function_name = \"${{var.app}}-f\"\n  role = aws_iam_role.f.arn\n  handler = \
         \"a.b\"\n  runtime = \"python3.13\"\n  filename = \"f.zip\"\n}}\n"
    )
}

#[test]
fn a_name_that_a_variable_gives_in_part_names_what_has_it() {
    let outcomes = |role: &str| {
        let report = declared(&function_with_role(role), "permit-function");
        let findings = report["findings"].as_array().unwrap();
        findings
            .iter()
            .map(|finding| finding["outcome"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    for role in ["aws_iam_role.f.name", "\"${var.app}-f\"", "aws_iam_role.f.id"] {
        assert_eq!(outcomes(role), [""; 0], "{role}");
    }
    assert_eq!(outcomes("\"${var.app}-g\""), ["fail"], "another role");
    assert_eq!(outcomes("\"${upper(var.app)}-f\""), ["unknown"], "it may be another role");
}
