use serde_json::{Value, json};

use super::*;
use crate::{Inventory, Plan};

/// A plan of one policy, whose argument is `after` or not known, and of what it refers to.
fn inventory(policy: Value, unknown: Value, references: &[&str], others: &[Value]) -> Inventory {
    let mut changes = vec![change("managed", "aws_iam_policy", "app", &policy, &unknown)];
    changes.extend_from_slice(others);
    let mut blocks = vec![json!({
        "address": "aws_iam_policy.app", "expressions": {"policy": {"references": references}}
    })];
    blocks.push(json!({
        "address": "data.aws_iam_policy_document.app",
        "expressions": {
            "source_policy_documents": {"references": ["data.aws_iam_policy_document.base.json"]},
            "statement": [{
                "actions": {},
                "resources": {"references": ["aws_s3_bucket.logs.arn", "aws_s3_bucket.logs"]}
            }]
        }
    }));
    let plan = json!({
        "format_version": "1.2",
        "resource_changes": changes,
        "configuration": {"root_module": {"resources": blocks}}
    });
    Inventory::from_plan(Plan::parse(plan.to_string().as_bytes()).unwrap())
}

fn change(mode: &str, kind: &str, name: &str, after: &Value, unknown: &Value) -> Value {
    let data = if mode == "data" { "data." } else { "" };
    json!({
        "address": format!("{data}{kind}.{name}"), "mode": mode, "type": kind, "name": name,
        "change": {"actions": ["create"], "after": after, "after_unknown": unknown}
    })
}

fn bucket() -> Value {
    change("managed", "aws_s3_bucket", "logs", &json!({"bucket": "logs"}), &json!({"arn": true}))
}

/// `app`, of one statement on the bucket, made from `base`, which is known.
fn documents() -> [Value; 2] {
    let statement = json!([{"sid": "Read", "actions": ["s3:GetObject"], "resources": [null]}]);
    let app = json!({"source_policy_documents": [null], "statement": statement});
    let unknown = json!({
        "json": true, "source_policy_documents": [true], "statement": [{"resources": [true]}]
    });
    let base = json!({"json": r#"{"Statement": {"Effect": "Deny", "Action": "s3:*"}}"#});
    [
        change("data", "aws_iam_policy_document", "app", &app, &unknown),
        change("data", "aws_iam_policy_document", "base", &base, &json!({})),
    ]
}

#[test]
fn every_way_to_write_a_statement_in_json_is_read() {
    let text = json!({"Statement": {
        "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": ["arn:aws:sqs:*:*:payments"],
        "Principal": {"AWS": ["*", "123456789012"]},
        "Condition": {"StringEquals": {"AWS:SourceAccount": "123456789012"}}
    }});
    let inventory = inventory(json!({"policy": text.to_string()}), json!({}), &[], &[]);
    let [policy] = &policies(&inventory)[..] else { panic!("one policy") };
    let [statement] = &policy.statements[..] else { panic!("one statement") };
    assert!(policy.is_complete() && statement.may_allow() && statement.includes("SQS:sendmessage"));
    assert!(statement.principals[0].is_everyone() && !statement.principals[1].is_everyone());
    assert!(statement.has_condition_on(&["aws:SourceAccount"]));
    assert_eq!(statement.to_string(), "statement 1");
}

#[test]
fn everyone_is_everyone_in_both_notations() {
    for principal in [json!("*"), json!({"AWS": "*"}), json!({"AWS": ["*"]})] {
        let text = json!({"Statement": [{"Effect": "Allow", "Principal": principal}]}).to_string();
        let inventory = inventory(json!({"policy": text}), json!({}), &[], &[]);
        assert!(policies(&inventory)[0].statements[0].principals[0].is_everyone(), "{principal}");
    }
}

#[test]
fn a_document_known_after_the_apply_is_read_with_the_documents_it_is_made_of() {
    let [app, base] = documents();
    let references = ["data.aws_iam_policy_document.app.json", "data.aws_iam_policy_document.app"];
    let inventory =
        inventory(json!({}), json!({"policy": true}), &references, &[bucket(), app, base]);
    let policies = policies(&inventory);
    let [read, deny] = &policies[0].statements[..] else { panic!("{policies:?}") };
    assert!(policies[0].is_complete(), "{}", policies[0].reason());
    assert_eq!(read.to_string(), "statement Read of data.aws_iam_policy_document.app");
    assert!(read.may_allow() && read.includes("s3:GetObject") && !deny.may_allow());
    let logs = inventory.at("aws_s3_bucket.logs").unwrap();
    assert_eq!(read.resources[0].names(logs), Known(true));
}

#[test]
fn what_a_plan_does_not_show_is_said_and_not_taken_for_nothing() {
    let inventory =
        inventory(json!({}), json!({"policy": true}), &["aws_s3_bucket.logs.arn"], &[bucket()]);
    let policies = policies(&inventory);
    assert!(policies[0].statements.is_empty() && !policies[0].is_complete());
    assert_eq!(policies[0].reason(), "its statements are known only after the apply");
}

#[test]
fn what_is_no_policy_is_said() {
    for text in ["", "{", "[]", "\"Allow\"", "null"] {
        let inventory = inventory(json!({"policy": text}), json!({}), &[], &[]);
        let broken = policies(&inventory).first().map(|policy| policy.broken.is_some());
        assert_ne!(broken, Some(false), "{text}");
    }
}

#[test]
fn an_arn_whose_account_is_not_known_is_matched_by_the_name_at_its_end() {
    let inventory = inventory(json!({}), json!({"policy": true}), &[], &[bucket()]);
    let logs = inventory.at("aws_s3_bucket.logs").unwrap();
    for (text, names) in [
        ("arn:aws:s3:::logs", true),
        ("arn:aws:s3:::logs/*", true),
        ("arn:aws:s3:::lo*", true),
        ("*", true),
        ("arn:aws:s3:::other/*", false),
        ("arn:aws:s3:::*", true),
    ] {
        assert_eq!(
            Term::new(Some(text), &std::sync::Arc::new(logs.root())).names(logs),
            Known(names),
            "{text}"
        );
    }
}
