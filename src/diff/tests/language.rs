//! The language is understood as Terraform does, and what is unknown is compared by what it comes
//! from.

use super::{Action, action, plan, plan_of, read, text};
use crate::diff::{Plan, Stack};

/// A queue of which one argument is written so, beside an endpoint that is not known.
fn queue(value: &str) -> String {
    format!(
        "variable \"given\" {{}}\nlocals {{\n a = \"a\"\n}}\nresource \"aws_sns_topic\" \"t\" \
         {{\n name = \"t\"\n}}\nresource \"aws_sqs_queue\" \"q\" {{\n name = {value}\n}}"
    )
}

#[test]
fn remainders_are_those_of_terraform() {
    // Terraform's numbers are floats: what remains of a division by zero is the number itself, and
    // -0 is 0.
    assert!(plan(&queue("5 % 0"), &queue("\"5\"")).is_empty());
    assert!(plan(&queue("(-9223372036854775807 - 1) % -1"), &queue("\"0\"")).is_empty());
}

#[test]
fn functions_and_expressions_are_worked_out() {
    for (one, other) in [
        ("join(\"-\", [local.a, \"b\"])", "\"a-b\""),
        ("[for x in [\"y\", \"z\"] : upper(x)][1]", "\"Z\""),
        ("\"%{ if local.a == \"a\" }yes%{ else }no%{ endif }\"", "\"yes\""),
        ("\"${join(\"-\", [aws_sns_topic.t.arn, \"b\"])}\"", "\"${aws_sns_topic.t.arn}-b\""),
    ] {
        assert!(
            plan(&queue(one), &queue(other)).is_empty(),
            "{one}: {}",
            text(&plan(&queue(one), &queue(other)))
        );
    }
}

#[test]
fn override_files_are_read() {
    let over = "resource \"aws_sqs_queue\" \"q\" {\n name = \"other\"\n}";
    let first = queue("\"one\"");
    let plan = plan_of(&[("main.tf", &first)], &[("main.tf", &first), ("main_override.tf", over)]);
    assert!(
        text(&plan).contains("~ name = \"one\" -> \"other\" # forces replacement"),
        "{}",
        text(&plan)
    );
}

#[test]
fn unknown_values_are_equal_if_they_come_from_the_same_in_the_same_way() {
    let local = |value: &str| queue("local.name").replace("a = \"a\"", &format!("name = {value}"));
    for value in [
        "aws_sns_topic.t.arn",
        "var.given",
        "upper(aws_sns_topic.t.arn)",
        "aws_sns_topic.t.x ? 1 : 2",
        "timestamp()",
    ] {
        assert!(
            plan(&queue(value), &local(value)).is_empty(),
            "{value}: {}",
            text(&plan(&queue(value), &local(value)))
        );
    }
    for (one, other) in [
        ("aws_sns_topic.t.arn", "aws_sns_topic.t.id"),
        ("aws_sns_topic.t.arn", "var.given"),
        ("upper(var.given)", "lower(var.given)"),
        ("var.given.a", "var.given.b"),
        ("var.given[0]", "var.given[1]"),
        ("one(aws_sns_topic.t.l[*].a)", "one(aws_sns_topic.t.l[*].b)"),
        ("upper(aws_sns_topic.t.arn)", "lower(aws_sns_topic.t.arn)"),
        ("aws_sns_topic.t.x + 1", "aws_sns_topic.t.x + 2"),
        ("aws_sns_topic.t.x ? 1 : 2", "aws_sns_topic.t.x ? 1 : 3"),
        (
            "length([for x in aws_sns_topic.t.l : x if x != 1])",
            "length([for x in aws_sns_topic.t.l : x if x != 2])",
        ),
        ("\"${aws_sns_topic.t.arn}-a\"", "\"${aws_sns_topic.t.arn}-b\""),
    ] {
        for (old, new) in [(queue(one), queue(other)), (local(one), local(other))] {
            assert_eq!(plan(&old, &new).counts(), (1, 0, 1), "{one} -> {other}");
        }
    }
    let shown = text(&plan(&queue("upper(var.given)"), &local("lower(var.given)")));
    assert!(
        shown.contains("~ name = upper(var.given) -> lower(var.given) # forces replacement"),
        "{shown}"
    );
}

#[test]
fn a_set_of_unknown_values_that_a_variable_takes_is_compared_by_its_elements() {
    let root = |name: &str| {
        format!(
            "resource \"x_a\" \"a\" {{}}\nmodule \"m\" {{\n source = \"./m\"\n names = [x_a.a.id, \
             \"{name}\"]\n}}"
        )
    };
    let module = "variable \"names\" {\n type = set(string)\n}\nresource \"x_b\" \"b\" {\n names \
                  = var.names\n}";
    let between = |one: &str, other: &str| {
        plan_of(
            &[("main.tf", &root(one)), ("m/main.tf", module)],
            &[("main.tf", &root(other)), ("m/main.tf", module)],
        )
    };
    assert!(between("a", "a").is_empty());
    assert_eq!(between("a", "b").counts(), (0, 1, 0));
}

#[test]
fn what_is_computed_from_a_replaced_resource_is_known_after_the_apply() {
    let stack = |cidr: &str| {
        format!(
            "resource \"aws_vpc\" \"main\" {{\n cidr_block = \"{cidr}\"\n}}\nresource \
             \"aws_ssm_parameter\" \"p\" {{\n name = \"p\"\n type = \"String\"\n value = \
             upper(aws_vpc.main.id)\n}}"
        )
    };
    let plan = plan(&stack("10.0.0.0/16"), &stack("10.1.0.0/16"));
    assert!(
        text(&plan).contains("~ value = upper(aws_vpc.main.id) -> (known after apply)"),
        "{}",
        text(&plan)
    );
}

#[test]
fn instances_come_and_go_by_their_keys() {
    let stack = |zones: &str| {
        format!(
            "resource \"x_thing\" \"t\" {{\n for_each = toset([{zones}])\n name = \
             each.key\n}}\nresource \"x_one\" \"o\" {{\n count = 1\n}}"
        )
    };
    let plan = plan(&stack("\"a\", \"b\""), &stack("\"b\", \"c\""));
    assert_eq!(action(&plan, "x_thing.t[\"a\"]"), Some(Action::Destroy));
    assert_eq!(action(&plan, "x_thing.t[\"c\"]"), Some(Action::Create));
    assert_eq!(plan.changes.len(), 2);
    let change = &plan.json()["resource_changes"][0];
    assert_eq!((&change["name"], change.get("module_address")), (&"t".into(), None));
}

#[test]
fn how_many_there_are_is_never_guessed() {
    let unknown = "resource \"x_a\" \"a\" {}\nresource \"x_b\" \"b\" {\n for_each = x_a.a.all\n}";
    assert!(plan(unknown, unknown).is_empty());
    let known = unknown.replace("x_a.a.all", "toset([\"a\"])");
    let [unknown, known] = [unknown, &known].map(|text| read(&[("main.tf", text)]).unwrap());
    for (old, new) in [(&unknown, &known), (&known, &unknown)] {
        let message = Plan::between(old, new).expect_err("it is refused").to_string();
        assert!(
            message.contains("x_b.b: how many there are is known after apply in one stack"),
            "{message}"
        );
    }
}

#[test]
fn types_without_a_schema_are_equal_in_either_syntax() {
    let native = "provider \"other\" {\n region = \"r\"\n}\nresource \"other_thing\" \"t\" {\n \
                  name = \"n\"\n size {\n least = 1\n inner {\n x = 1\n }\n }\n rule {\n port = \
                  1\n }\n rule {\n port = 2\n }\n}";
    let json = |size: &str| {
        format!(
            r#"{{"provider": {{"other": {{"region": "r"}}}}, "resource": {{"other_thing": {{"t": {{"name": "n", "size": {size}, "rule": [{{"port": 1}}, {{"port": 2}}]}}}}}}}}"#
        )
    };
    for size in [r#"{"least": 1, "inner": {"x": 1}}"#, r#"[{"least": 1, "inner": [{"x": 1}]}]"#] {
        let plan = plan_of(&[("main.tf", native)], &[("main.tf.json", &json(size))]);
        assert!(plan.is_empty(), "{}", text(&plan));
    }
    let plan = plan_of(
        &[("main.tf", native)],
        &[("main.tf.json", &json(r#"{"least": 2, "inner": {"x": 1}}"#))],
    );
    assert!(text(&plan).contains("~ least = 1 -> 2"), "{}", text(&plan));
}

#[test]
fn default_tags_are_read_in_either_syntax() {
    let native = "provider \"aws\" {\n default_tags {\n tags = { Owner = \"me\" }\n \
                  }\n}\nresource \"aws_vpc\" \"v\" {\n cidr_block = \"10.0.0.0/16\"\n}";
    for block in [r#"{"tags": {"Owner": "me"}}"#, r#"[{"tags": {"Owner": "me"}}]"#] {
        let json = format!(
            r#"{{"provider": {{"aws": {{"default_tags": {block}}}}}, "resource": {{"aws_vpc": {{"v": {{"cidr_block": "10.0.0.0/16"}}}}}}}}"#
        );
        let plan = plan_of(&[("main.tf", native)], &[("main.tf.json", &json)]);
        assert!(plan.is_empty(), "{}", text(&plan));
        let other = json.replace("me", "you");
        let plan = plan_of(&[("main.tf", native)], &[("main.tf.json", &other)]);
        assert!(text(&plan).contains("~ Owner = \"me\" -> \"you\""), "{}", text(&plan));
    }
}

#[test]
fn a_sensitive_value_is_compared_and_not_shown() {
    let stack = |word: &str| {
        format!(
            "variable \"w\" {{\n default = \"{word}\"\n sensitive = true\n}}\nresource \"x_y\" \
             \"z\" {{\n a = var.w\n b = upper(\"${{x_o.o.id}}${{var.w}}\")\n}}\nresource \"x_o\" \
             \"o\" {{}}"
        )
    };
    assert!(plan(&stack("secret"), &stack("secret")).is_empty());
    let plan = plan(&stack("secret"), &stack("hidden"));
    let (shown, json) = (text(&plan), plan.json().to_string());
    assert!(shown.contains("~ a = (sensitive value) -> (sensitive value)"), "{shown}");
    assert!(shown.contains("~ b = (sensitive value) -> (sensitive value)"), "{shown}");
    for word in ["secret", "hidden"] {
        assert!(!shown.contains(word) && !json.contains(word), "{shown}{json}");
    }
}

#[test]
fn a_part_of_an_argument_may_be_ignored_and_an_attribute_may_trigger() {
    let stack = |owner: &str, name: &str, cidr: &str| {
        format!(
            "resource \"aws_vpc\" \"v\" {{\n cidr_block = \"{cidr}\"\n tags = {{ Owner = \
             \"{owner}\", Name = \"{name}\" }}\n lifecycle {{\n ignore_changes = \
             [tags[\"Owner\"], tags_all]\n }}\n}}\nresource \"x_y\" \"z\" {{\n lifecycle {{\n \
             replace_triggered_by = [aws_vpc.v.id]\n }}\n}}"
        )
    };
    let before = stack("a", "n", "10.0.0.0/16");
    assert!(plan(&before, &stack("b", "n", "10.0.0.0/16")).is_empty());
    let renamed = plan(&before, &stack("b", "m", "10.0.0.0/16"));
    assert!(!text(&renamed).contains("Owner"), "{}", text(&renamed));
    assert_eq!((renamed.counts(), action(&renamed, "x_y.z")), ((0, 1, 0), None));
    let replaced = plan(&before, &stack("a", "n", "10.1.0.0/16"));
    assert_eq!(action(&replaced, "x_y.z"), Some(Action::Replace));
    assert!(
        text(&replaced).contains("because of replace_triggered_by: aws_vpc.v.id"),
        "{}",
        text(&replaced)
    );
}

#[test]
fn what_the_operator_sets_is_no_difference() {
    let folder = tempfile::tempdir().unwrap();
    let stack = "variable \"cidr\" {\n default = \"10.0.0.0/16\"\n}\nresource \"aws_vpc\" \"v\" \
                 {\n cidr_block = var.cidr\n}";
    std::fs::write(folder.path().join("main.tf"), stack).unwrap();
    std::fs::write(folder.path().join("terraform.tfvars"), "cidr = \"10.1.0.0/16\"").unwrap();
    let old = Stack::read(folder.path()).unwrap();
    assert!(Plan::between(&old, &read(&[("main.tf", stack)]).unwrap()).unwrap().is_empty());
}
