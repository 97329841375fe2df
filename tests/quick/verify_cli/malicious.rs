//! Plans that no Terraform wrote: deep, cyclic, huge. There is an answer or a clear error, and the
//! program lives to give it.

use serde_json::{Map, Value, json};

use super::{CANDIDATE, ONLY, addresses, plan, report, stderr, verify_text};

const DEEP: usize = 100_000;

/// A plan of one load balancer whose subnets are what an expression says, beside the modules that
/// are called.
fn balancer(expression: Value, calls: Value) -> Value {
    json!({
        "format_version": "1.2",
        "resource_changes": [{
            "address": "aws_lb.main", "mode": "managed", "type": "aws_lb", "name": "main",
            "change": {
                "actions": ["create"], "before": null, "after": {},
                "after_unknown": {"subnets": true}
            },
        }],
        "configuration": {"root_module": {
            "resources": [{"address": "aws_lb.main", "expressions": {"subnets": expression}}],
            "module_calls": calls,
        }},
    })
}

/// What the rules say of the load balancer, which must not be that it spans zones.
fn assert_not_known(plan: &Value, why: &str) {
    let report = report(&verify_text(
        plan.to_string(),
        &["--only", "zone-load-balancer-spans", "--format", "json"],
    ));
    assert_eq!(addresses(&report), ["aws_lb.main"]);
    let message = report["findings"][0]["message"].as_str().unwrap();
    assert!(message.contains(why), "{message}");
}

#[test]
fn nesting_is_answered_or_refused_wherever_it_is() {
    let deep = |open: &str, close: &str| format!("{}1{}", open.repeat(DEEP), close.repeat(DEEP));
    let resource = "\"address\":\"a.b\",\"mode\":\"managed\",\"type\":\"a\",\"name\":\"b\"";
    for nested in [deep("[", "]"), deep("{\"a\":", "}")] {
        for field in [
            format!("\"variables\":{{\"a\":{{\"value\":{nested}}}}}"),
            format!(
                "\"resource_changes\":[{{{resource},\"change\":{{\"actions\":[\"create\"],\"after\":{nested}}}}}]"
            ),
            format!(
                "\"configuration\":{{\"root_module\":{{\"resources\":[{{\"address\":\"a.b\",\"expressions\":{nested}}}]}}}}"
            ),
        ] {
            let printed = stderr(
                &verify_text(format!("{{\"format_version\":\"1.2\",{field}}}"), &[]).code(2),
            );
            assert!(printed.contains("recursion limit exceeded"), "{printed}");
        }
        // What is not read may be as deep as it likes.
        let unread = format!(
            "{{\"format_version\":\"1.2\",\"configuration\":{{}},\"planned_values\":{nested}}}"
        );
        verify_text(unread, &[]).code(0);
        verify_text(nested, &[]).code(2);
    }
}

#[test]
fn nesting_within_texts_is_answered() {
    for reference in [
        "(".repeat(DEEP),
        "a[".repeat(DEEP),
        "!".repeat(DEEP),
        format!("a{}", "?a:a".repeat(DEEP)),
        "\"${".repeat(DEEP),
    ] {
        let plan = balancer(json!({"references": [reference]}), json!({}));
        verify_text(plan.to_string(), &["--only", "zone"]).code(0);
    }
    let mut plan = plan(CANDIDATE);
    let deep = ["module.a".to_owned(), "module.a[".repeat(DEEP), vec!["module.a"; DEEP].join(".")];
    for (change, address) in plan["resource_changes"].as_array_mut().unwrap().iter_mut().zip(deep) {
        change["module_address"] = address.into();
    }
    let policy = format!("{{\"Statement\":{}{}}}", "[".repeat(DEEP), "]".repeat(DEEP));
    plan["resource_changes"][4]["type"] = "aws_iam_policy".into();
    plan["resource_changes"][4]["change"]["after"] = json!({"policy": policy});
    verify_text(plan.to_string(), &["--format", "json"]).code(1);
}

#[test]
fn modules_that_refer_to_each_other_end_as_not_known() {
    let call = |other: &str| {
        json!({
            "expressions": {
                "ids": {"references": [format!("module.{other}.ids"), format!("module.{other}")]}
            },
            "module": {"outputs": {"ids": {"expression": {"references": ["var.ids"]}}}},
        })
    };
    let plan = balancer(
        json!({"references": ["module.a.ids", "module.a"]}),
        json!({"a": call("b"), "b": call("a")}),
    );
    assert_not_known(&plan, "refers to itself");
}

#[test]
fn a_chain_of_modules_that_doubles_at_each_step_ends() {
    let calls = |length: usize| -> Map<String, Value> {
        let call = |number: usize| {
            let next = format!("module.m{}", number + 1);
            let ids = json!([format!("{next}.a"), format!("{next}.b")]);
            let output = json!({"expression": {"references": ["var.ids[0]", "var.ids"]}});
            let both = json!({"expression": {"references": ["var.ids"]}});
            let module = json!({"outputs": {"a": both, "b": output}});
            json!({"expressions": {"ids": {"references": ids}}, "module": module})
        };
        (0..length).map(|number| (format!("m{number}"), call(number))).collect()
    };
    let end = |length: usize| {
        let mut plan = balancer(json!({"references": ["module.m0.a"]}), calls(length).into());
        let last =
            &mut plan["configuration"]["root_module"]["module_calls"][format!("m{}", length - 1)];
        last["expressions"]["ids"]["references"] = json!(["local.ids"]);
        plan
    };
    assert_not_known(&end(30), "`local.ids` is a local value");
    assert_not_known(&end(400), "goes through more than 64 variables and outputs");
}

#[test]
fn numbers_beyond_any_type_are_answered() {
    let mut plan = plan(CANDIDATE).to_string();
    plan = plan
        .replace("\"promotion_tier\":null", "\"promotion_tier\":1e999999")
        .replace(":1,", ":99999999999999999999999999,");
    let printed = verify_text(plan, &ONLY);
    assert!(matches!(printed.get_output().status.code(), Some(1 | 2)), "{}", stderr(&printed));
}

/// The plan of a module, called so often that its JSON has the size.
fn copies(of: &Value, size: usize) -> (Value, usize) {
    let count = size / of.to_string().len() + 1;
    let mut changes = Vec::new();
    for copy in 0..count {
        let module = format!("module.copy[{copy}]");
        for change in of["resource_changes"].as_array().unwrap() {
            let mut change = change.clone();
            change["address"] = format!("{module}.{}", change["address"].as_str().unwrap()).into();
            change["module_address"] = module.clone().into();
            changes.push(change);
        }
    }
    let call = json!({
        "count_expression": {"constant_value": count}, "module": of["configuration"]["root_module"]
    });
    let configuration = json!({"root_module": {"module_calls": {"copy": call}}});
    // What a plan holds besides: the same again, which is not read.
    let planned = json!({"root_module": {"resources": changes}});
    let plan = json!({
        "format_version": "1.2", "resource_changes": changes, "planned_values": planned,
        "configuration": configuration,
    });
    (plan, count)
}

#[test]
fn a_plan_of_five_megabytes_gets_as_many_findings_as_it_has_copies() {
    const SIZE: usize = 5_000_000;
    let one = plan(CANDIDATE);
    let found = |text: String| {
        let report =
            report(&verify_text(text, &[&ONLY[..], &["--format", "json"]].concat()).code(1));
        report["findings"].as_array().unwrap().len()
    };
    let (many, copies) = copies(&one, SIZE);
    let text = many.to_string();
    assert!(text.len() > SIZE);
    assert_eq!(found(text), copies * found(one.to_string()));
}

#[test]
fn a_plan_of_more_zones_than_there_are_is_answered_without_their_pairs() {
    let zones = |count: usize| {
        let subnet = |zone: usize| {
            json!({
                "address": format!("aws_subnet.s[{zone}]"), "mode": "managed", "type": "aws_subnet",
                "name": "s", "index": zone,
                "change": {
                    "actions": ["create"], "after": {"availability_zone": format!("zone-{zone}")},
                    "after_unknown": {"id": true}
                },
            })
        };
        let mut plan = balancer(json!({"references": ["aws_subnet.s"]}), json!({}));
        plan["resource_changes"].as_array_mut().unwrap().extend((0..count).map(subnet));
        let report =
            report(&verify_text(plan.to_string(), &["--only", "zone", "--format", "json"]));
        let count = |list: &Value| list.as_array().unwrap().len();
        (count(&report["zone_loss"]["zones"]), count(&report["zone_loss"]["cases"]))
    };
    assert_eq!((zones(3), zones(20), zones(5000)), ((3, 6), (20, 20), (5000, 0)));
}
