//! The calls that services make for a stack: pipes, logs of load balancers, events to topics.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use verify::permit::{Permissions, verdicts};

use super::plan::{Answer, ROLE, Stack, policy};
use Answer::{Allowed, Missing, Unknown};

/// What every call comes to that a stack needs, by its purpose.
pub fn answers(stack: &Stack) -> BTreeMap<String, Answer> {
    let inventory = stack.inventory();
    let all = verdicts(&inventory, &Permissions::of_inventory(&inventory));
    all.iter().map(|verdict| (verdict.call.purpose.clone(), verdict.decision().into())).collect()
}

pub fn expect(stack: &Stack, expected: &[(&str, Answer)]) {
    let found = answers(stack);
    for (purpose, answer) in expected {
        assert_eq!(found.get(*purpose), Some(answer), "{purpose}: {found:#?}");
    }
}

pub fn allow(actions: Value, on: &str) -> Value {
    policy(json!([{"Effect": "Allow", "Action": actions, "Resource": on}]))
}

#[test]
fn an_experiment_needs_what_each_of_its_actions_does() {
    let of = |action: &str, allowed: Value| {
        let template = json!({"role_arn": ROLE, "action": [{"name": "one", "action_id": action}]});
        let stack = Stack::default()
            .with_role()
            .allowing("own", &allow(allowed, "*"))
            .with("aws_fis_experiment_template.main", template);
        let done =
            answers(&stack).into_iter().filter(|(purpose, _)| purpose.ends_with("an experiment"));
        done.map(|(_, answer)| answer).collect::<Vec<_>>()
    };
    for (action, needed) in [
        ("aws:ec2:stop-instances", json!(["ec2:StopInstances", "ec2:StartInstances"])),
        ("aws:ecs:task-network-latency", json!("ssm:*")),
        ("aws:lambda:invocation-error", json!(["s3:PutObject", "s3:DeleteObject"])),
        ("aws:ebs:pause-volume-io", json!("ec2:PauseVolumeIO")),
        ("aws:network:disrupt-vpc-endpoint", json!("ec2:*")),
    ] {
        assert_eq!(of(action, needed), [Allowed], "{action}");
        assert_eq!(of(action, json!("sqs:SendMessage")), [Missing], "{action}");
    }
    assert_eq!(of("aws:eks:inject-kubernetes-custom-resource", json!("sqs:SendMessage")), []);
    assert_eq!(of("aws:new:action", json!("*")), [Unknown]);
}

#[test]
fn a_rule_starts_its_target_only_with_a_role_and_writes_into_a_log_group_by_its_policy() {
    let rule = "arn:aws:events:us-east-1:111122223333:rule/failed";
    let of = |arn: &str, role: Value| {
        Stack::default()
            .with_role()
            .allowing("own", &allow(json!("codepipeline:StartPipelineExecution"), "*"))
            .with(
                "aws_codepipeline.main",
                json!({"name": "main", "arn": "arn:aws:codepipeline:us-east-1:111122223333:main"}),
            )
            .with(
                "aws_batch_job_queue.main",
                json!({
                    "name": "main", "arn": "arn:aws:batch:us-east-1:111122223333:job-queue/main"
                }),
            )
            .with(
                "aws_cloudwatch_event_target.main",
                json!({"rule": "failed", "arn": arn, "role_arn": role}),
            )
    };
    let start = "starts its target";
    let pipeline = "arn:aws:codepipeline:us-east-1:111122223333:main";
    expect(&of(pipeline, json!(ROLE)), &[(start, Allowed)]);
    expect(&of(pipeline, Value::Null), &[(start, Missing)]);
    let queue = "arn:aws:batch:us-east-1:111122223333:job-queue/main";
    expect(&of(queue, json!(ROLE)), &[(start, Missing)]);
    let group = "arn:aws:logs:us-east-1:111122223333:log-group:/aws/events/failed";
    let of = |of_group: &str| {
        let statement = json!([{
            "Effect": "Allow", "Principal": {
                "Service": ["events.amazonaws.com", "delivery.logs.amazonaws.com"]
            },
            "Action": [
                "logs:CreateLogStream", "logs:PutLogEvents"
            ], "Resource": format!("{of_group}:*")
        }]);
        Stack::default()
            .with(
                "aws_cloudwatch_log_group.failed",
                json!({"name": "/aws/events/failed", "arn": group}),
            )
            .with(
                "aws_cloudwatch_log_resource_policy.events",
                json!({"policy_name": "events", "policy_document": policy(statement).to_string()}),
            )
            .with("aws_cloudwatch_event_rule.failed", json!({"name": "failed", "arn": rule}))
            .with("aws_cloudwatch_event_target.failed", json!({"rule": "failed", "arn": group}))
    };
    let written = "writes its events into the log group";
    expect(&of(group), &[(written, Allowed)]);
    // The account may have another policy.
    expect(
        &of("arn:aws:logs:us-east-1:111122223333:log-group:/aws/events/other"),
        &[(written, Unknown)],
    );
}

#[test]
fn a_schedule_with_a_key_needs_it_with_its_role() {
    let key = "arn:aws:kms:us-east-1:111122223333:key/1234abcd";
    let of = |actions: Value| {
        let key_policy = policy(json!([{
            "Effect": "Allow", "Principal": {
                "AWS": "arn:aws:iam::111122223333:root"
            }, "Action": "kms:*", "Resource": "*"
        }]));
        Stack::default()
            .with_role()
            .allowing("own", &allow(actions, "*"))
            .with(
                "aws_kms_key.main",
                json!({
                    "arn": key, "id": "1234abcd", "key_id": "1234abcd",
                    "policy": key_policy.to_string()
                }),
            )
            .with(
                "aws_scheduler_schedule.main",
                json!({
                    "name": "main", "kms_key_arn": key,
                    "target": [{
                        "role_arn": ROLE, "arn": "arn:aws:scheduler:::aws-sdk:sqs:purgeQueue"
                    }]
                }),
            )
    };
    let purposes = ["decrypts what it sends", "does what its target is"];
    expect(&of(json!(["kms:Decrypt", "sqs:PurgeQueue"])), &purposes.map(|one| (one, Allowed)));
    expect(&of(json!("sqs:SendMessage")), &purposes.map(|one| (one, Missing)));
}

#[test]
fn scaling_starts_instances_with_encrypted_volumes_by_its_own_role_which_the_key_has_to_name() {
    let of = |principal: &str| {
        let key_policy = policy(json!([{
            "Effect": "Allow", "Principal": {"AWS": principal}, "Action": "kms:*", "Resource": "*"
        }]));
        let volumes = json!([{
            "ebs": [{"encrypted": "true", "kms_key_id": "arn:aws:kms:us-east-1:111122223333:key/1"}]
        }]);
        Stack::default()
            .with(
                "aws_kms_key.main",
                json!({
                    "arn": "arn:aws:kms:us-east-1:111122223333:key/1",
                    "policy": key_policy.to_string()
                }),
            )
            .with(
                "aws_launch_template.main",
                json!({"id": "lt-1", "block_device_mappings": volumes}),
            )
            .with("aws_autoscaling_group.main", json!({"launch_template": [{"id": "lt-1"}]}))
    };
    let started = "starts instances of aws_autoscaling_group.main with encrypted volumes";
    let linked = "arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
    expect(&of(linked), &[(started, Allowed)]);
    // What AWS allows the role includes no key of a customer.
    expect(&of("arn:aws:iam::111122223333:root"), &[(started, Missing)]);
    expect(&of("arn:aws:iam::111122223333:role/app"), &[(started, Missing)]);
    let with_grant = of("arn:aws:iam::111122223333:root").with(
        "aws_kms_grant.main",
        json!({
            "key_id": "arn:aws:kms:us-east-1:111122223333:key/1", "grantee_principal": linked,
            "operations": ["CreateGrant", "Decrypt", "GenerateDataKeyWithoutPlaintext"]
        }),
    );
    expect(&with_grant, &[(started, Allowed)]);
}

#[test]
fn a_hook_of_scaling_tells_its_queue_with_its_role() {
    let queue = "arn:aws:sqs:us-east-1:111122223333:hooks";
    let of = |actions: Value| {
        let hook = json!({"role_arn": ROLE, "notification_target_arn": queue});
        Stack::default()
            .with_role()
            .allowing("own", &allow(actions, queue))
            .with("aws_sqs_queue.hooks", json!({"name": "hooks", "arn": queue}))
            .with("aws_autoscaling_lifecycle_hook.main", hook)
    };
    expect(&of(json!("sqs:SendMessage")), &[("tells what waits for its hook", Allowed)]);
    expect(&of(json!("sqs:ReceiveMessage")), &[("tells what waits for its hook", Missing)]);
}

#[test]
fn tasks_whose_service_lets_people_in_open_channels_for_it() {
    let definition = "arn:aws:ecs:us-east-1:111122223333:task-definition/app:1";
    let of = |actions: Value| {
        Stack::default()
            .with_role()
            .allowing("own", &allow(actions, "*"))
            .with(
                "aws_ecs_task_definition.app",
                json!({
                    "arn": definition, "family": "app", "task_role_arn": ROLE,
                    "container_definitions": "[]"
                }),
            )
            .with(
                "aws_ecs_service.app",
                json!({"task_definition": definition, "enable_execute_command": true}),
            )
    };
    expect(&of(json!("ssmmessages:*")), &[("opens sessions of ECS Exec", Allowed)]);
    expect(&of(json!("ssm:*")), &[("opens sessions of ECS Exec", Missing)]);
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
                json!({
                    "role_arn": ROLE, "source": queue("from"), "enrichment": function,
                    "target": queue("to")
                }),
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
        .with(
            "aws_s3_bucket.logs",
            json!({"bucket": "logs", "id": "logs", "arn": "arn:aws:s3:::logs"}),
        )
        .with(
            "aws_s3_bucket_policy.logs",
            json!({"bucket": "logs", "policy": policy(statement).to_string()}),
        )
        .with("aws_subnet.a", json!({"availability_zone": "us-east-1a"}))
        .with(
            "aws_lb.main",
            json!({
                "load_balancer_type": kind, "access_logs": [{"bucket": "logs", "enabled": true}]
            }),
        )
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
            "Effect": "Allow", "Principal": {
                "Service": "events.amazonaws.com"
            }, "Action": "sns:Publish",
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
