//! The calls that services make for a stack: backups, pipes, logs of load balancers, events to
//! topics.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use verify::permit::{Permissions, verdicts};

use super::plan::{Answer, ROLE, Stack, policy};
use Answer::{Allowed, Missing, Unknown};

/// What every call comes to that a stack needs, by its purpose.
fn answers(stack: &Stack) -> BTreeMap<String, Answer> {
    let inventory = stack.inventory();
    let all = verdicts(&inventory, &Permissions::of_inventory(&inventory));
    all.iter().map(|verdict| (verdict.call.purpose.clone(), verdict.decision().into())).collect()
}

fn expect(stack: &Stack, expected: &[(&str, Answer)]) {
    let found = answers(stack);
    for (purpose, answer) in expected {
        assert_eq!(found.get(*purpose), Some(answer), "{purpose}: {found:#?}");
    }
}

fn allow(actions: Value, on: &str) -> Value {
    policy(json!([{"Effect": "Allow", "Action": actions, "Resource": on}]))
}

#[test]
fn a_backup_needs_what_its_resource_and_its_vaults_take() {
    let arn = |name: &str| format!("arn:aws:backup:us-east-1:111122223333:backup-vault:{name}");
    let cluster = "arn:aws:rds:us-east-1:111122223333:cluster:main";
    let of = |actions: Value| {
        Stack::default()
            .with_role()
            .allowing("own", &allow(actions, "*"))
            .with("aws_rds_cluster.main", json!({"arn": cluster, "cluster_identifier": "main"}))
            .with("aws_backup_vault.main", json!({"name": "main", "arn": arn("main")}))
            .with("aws_backup_vault.copy", json!({"name": "copy", "arn": arn("copy")}))
            .with(
                "aws_backup_plan.main",
                json!({"id": "plan-1", "rule": [
                    {"target_vault_name": "main", "copy_action": [{"destination_vault_arn": arn("copy")}]}
                ]}),
            )
            .with(
                "aws_backup_selection.main",
                json!({"iam_role_arn": ROLE, "plan_id": "plan-1", "resources": [cluster], "selection_tag": [
                    {"type": "STRINGEQUALS", "key": "backup", "value": "daily"}
                ]}),
            )
    };
    let purposes = [
        "backs up aws_rds_cluster.main",
        "looks at its vault",
        "copies into another vault",
        "finds what it backs up by tags",
    ];
    expect(
        &of(json!(["rds:*", "backup:*", "tag:GetResources"])),
        &purposes.map(|purpose| (purpose, Allowed)),
    );
    expect(&of(json!("sqs:SendMessage")), &purposes.map(|purpose| (purpose, Missing)));
    // One of its actions is not enough.
    expect(
        &of(json!("rds:CreateDBClusterSnapshot")),
        &[("backs up aws_rds_cluster.main", Missing)],
    );
}

#[test]
fn a_pipe_needs_what_its_source_its_enrichment_and_its_target_take() {
    let queue = |name: &str| format!("arn:aws:sqs:us-east-1:111122223333:{name}");
    let function = "arn:aws:lambda:us-east-1:111122223333:function:enrich";
    let of = |actions: Value| {
        Stack::default()
            .with_role()
            .allowing("own", &allow(actions, "*"))
            .with("aws_sqs_queue.from", json!({"name": "from", "arn": queue("from")}))
            .with("aws_sqs_queue.to", json!({"name": "to", "arn": queue("to")}))
            .with("aws_lambda_function.enrich", json!({"function_name": "enrich", "arn": function}))
            .with(
                "aws_pipes_pipe.main",
                json!({"role_arn": ROLE, "source": queue("from"), "enrichment": function, "target": queue("to")}),
            )
    };
    let all = json!([
        "sqs:ReceiveMessage",
        "sqs:DeleteMessage",
        "sqs:GetQueueAttributes",
        "sqs:SendMessage",
        "lambda:InvokeFunction"
    ]);
    let purposes = ["reads its source", "enriches what it read", "starts its target"];
    expect(&of(all), &purposes.map(|purpose| (purpose, Allowed)));
    expect(
        &of(json!(["sqs:ReceiveMessage", "sqs:SendMessage"])),
        &[
            ("reads its source", Missing),
            ("enriches what it read", Missing),
            ("starts its target", Allowed),
        ],
    );
}

/// A load balancer in us-east-1 that logs to a bucket whose policy lets these write.
fn logging(principal: Value, kind: &str) -> Stack {
    let statement = json!([{
        "Effect": "Allow", "Principal": principal, "Action": ["s3:PutObject", "s3:GetBucketAcl"],
        "Resource": ["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"]
    }]);
    Stack::default()
        .with("aws_s3_bucket.logs", json!({"bucket": "logs", "id": "logs", "arn": "arn:aws:s3:::logs"}))
        .with("aws_s3_bucket_policy.logs", json!({"bucket": "logs", "policy": policy(statement).to_string()}))
        .with("aws_subnet.a", json!({"availability_zone": "us-east-1a"}))
        .with("aws_lb.main", json!({"load_balancer_type": kind, "access_logs": [{"bucket": "logs", "enabled": true}]}))
}

#[test]
fn a_load_balancer_writes_its_logs_as_the_service_or_as_its_account_of_the_region() {
    let service = json!({"Service": "logdelivery.elasticloadbalancing.amazonaws.com"});
    let account = |id: &str| json!({"AWS": format!("arn:aws:iam::{id}:root")});
    expect(&logging(service.clone(), "application"), &[("writes its logs", Allowed)]);
    expect(&logging(account("127311923021"), "application"), &[("writes its logs", Allowed)]);
    // That of us-east-2.
    expect(&logging(account("033677994240"), "application"), &[("writes its logs", Missing)]);
    expect(&logging(service, "network"), &[("writes its logs", Missing)]);
    let delivery = json!({"Service": "delivery.logs.amazonaws.com"});
    expect(
        &logging(delivery, "network"),
        &[("writes its logs", Allowed), ("looks at the ACL of the bucket of its logs", Allowed)],
    );
}

#[test]
fn whether_a_condition_on_the_rule_lets_events_into_a_topic_is_not_known_and_one_on_the_account_does_not()
 {
    let (topic, rule) = (
        "arn:aws:sns:us-east-1:111122223333:page",
        "arn:aws:events:us-east-1:111122223333:rule/failed",
    );
    let of = |condition: Value| {
        let statement = json!([{
            "Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sns:Publish",
            "Resource": topic, "Condition": condition
        }]);
        Stack::default()
            .with("aws_sns_topic.page", json!({"name": "page", "arn": topic}))
            .with(
                "aws_sns_topic_policy.page",
                json!({"arn": topic, "policy": policy(statement).to_string()}),
            )
            .with("aws_cloudwatch_event_rule.failed", json!({"name": "failed", "arn": rule}))
            .with("aws_cloudwatch_event_target.page", json!({"rule": "failed", "arn": topic}))
    };
    let sent = "sends what aws_cloudwatch_event_target.page tells";
    expect(&of(json!({})), &[(sent, Allowed)]);
    expect(&of(json!({"ArnEquals": {"aws:SourceArn": rule}})), &[(sent, Unknown)]);
    expect(
        &of(json!({"ArnLike": {"aws:SourceArn": "arn:aws:cloudwatch:*:*:alarm:*"}})),
        &[(sent, Missing)],
    );
    expect(&of(json!({"StringEquals": {"aws:SourceAccount": "111122223333"}})), &[(sent, Missing)]);
}
