use serde_json::{Value, json};

use super::stack::Defect::{Custom, Drop, Link, Set, Unset};
use super::stack::{Mutation, Stack};

const ALARM: &str = "aws_cloudwatch_metric_alarm";

pub const MUTATIONS: &[Mutation] = &[
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.rpo",
        defect: Set("actions_enabled", "false"),
        seen_by: &["alarm-actions"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.running_tasks",
        defect: Unset("alarm_actions"),
        seen_by: &["alarm-actions"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.healthy_hosts_a",
        defect: Drop,
        seen_by: &["alarm-composite-children"],
    },
    Mutation {
        kind: "aws_cloudwatch_composite_alarm.zone_impaired_a",
        defect: Set("alarm_rule", r#""ALARM(alarm-healthy-hosts-a-prod)""#),
        seen_by: &["alarm-composite-children"],
    },
    Mutation {
        kind: "aws_ecs_cluster",
        defect: Set("setting.0.value", r#""disabled""#),
        seen_by: &["alarm-container-insights", "harden-platform"],
    },
    Mutation {
        kind: "aws_ecs_cluster",
        defect: Unset("setting"),
        seen_by: &["alarm-container-insights", "harden-platform"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.running_tasks",
        defect: Set("dimensions.ServiceName", r#""ecs-services-prod""#),
        seen_by: &["alarm-dimensions-exist"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.healthy_hosts",
        defect: Custom(target_group_by_its_arn),
        seen_by: &["alarm-dimensions-exist"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.healthy_hosts",
        defect: Set(
            "dimensions",
            r#"{"TargetGroup": "targetgroup/tg-https-prod/0123456789abcdef"}"#,
        ),
        seen_by: &["alarm-dimensions-exist", "alarm-dimensions-full"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.database_cpu_a",
        defect: Unset("dimensions"),
        seen_by: &["alarm-dimensions-full"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.rpo",
        defect: Set("datapoints_to_alarm", "4"),
        seen_by: &["alarm-evaluation"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.availability_6h",
        defect: Set("evaluation_periods", "29"),
        seen_by: &["alarm-evaluation"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.validation_errors",
        defect: Set("period", "10"),
        seen_by: &["alarm-evaluation"],
    },
    Mutation {
        kind: "aws_lb",
        defect: Custom(no_alarm_on_the_load_balancer),
        seen_by: &["alarm-load-balancer-watched"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.target_errors",
        defect: Set("metric_query.2.expression", r#""100 * failures / requests""#),
        seen_by: &["alarm-math"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.target_errors",
        defect: Set("metric_query.2.return_data", "false"),
        seen_by: &["alarm-math"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.healthy_hosts",
        defect: Set("metric_name", r#""HealthyHostsCount""#),
        seen_by: &["alarm-metric-exists"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.unhealthy_hosts",
        defect: Set("metric_name", r#""UnhealthyHostCount""#),
        seen_by: &["alarm-metric-exists"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.task_ceiling",
        defect: Set("namespace", r#""AWS/ECS""#),
        seen_by: &["alarm-metric-exists"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.running_tasks",
        defect: Set("treat_missing_data", r#""notBreaching""#),
        seen_by: &["alarm-missing-data"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.few_requests",
        defect: Set("treat_missing_data", r#""notBreaching""#),
        seen_by: &["alarm-traffic-stops"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.replica_lag",
        defect: Unset("treat_missing_data"),
        seen_by: &["alarm-missing-data"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.validation_errors",
        defect: Set("treat_missing_data", r#""breaching""#),
        seen_by: &["alarm-missing-data"],
    },
    Mutation {
        kind: "aws_rds_cluster",
        defect: Custom(no_alarm_on_replication),
        seen_by: &["alarm-replication-watched"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.healthy_hosts",
        defect: Set("statistic", r#""Maximum""#),
        seen_by: &["alarm-statistic"],
    },
    Mutation {
        kind: "aws_cloudwatch_metric_alarm.target_errors",
        defect: Set("metric_query.0.metric.0.stat", r#""Average""#),
        seen_by: &["alarm-statistic"],
    },
    Mutation {
        kind: "aws_sqs_queue_policy",
        defect: Drop,
        seen_by: &["alarm-subscription-delivery"],
    },
    Mutation {
        kind: "aws_sqs_queue.notifications",
        defect: Set("kms_master_key_id", r#""alias/aws/sqs""#),
        seen_by: &["alarm-subscription-delivery", "encrypt-own-key"],
    },
    Mutation {
        kind: "aws_sns_topic_subscription",
        defect: Set("filter_policy", r#""{\"severity\": [\"critical\"]}""#),
        seen_by: &["alarm-subscription-filter"],
    },
    Mutation {
        kind: "aws_ecs_service",
        defect: Custom(no_alarm_on_task_counts),
        seen_by: &["alarm-tasks-watched"],
    },
    Mutation {
        kind: "aws_sns_topic",
        defect: Set("kms_master_key_id", r#""alias/aws/sns""#),
        seen_by: &["alarm-topic-key", "encrypt-own-key"],
    },
    Mutation {
        kind: "aws_sns_topic",
        defect: Link("kms_master_key_id", "var.nothing"),
        seen_by: &["alarm-topic-key", "encrypt-own-key"],
    },
    Mutation {
        kind: "aws_kms_key.notifications",
        defect: Custom(eventbridge_key_by_account),
        seen_by: &["alarm-topic-key"],
    },
    Mutation { kind: "aws_sns_topic_policy", defect: Drop, seen_by: &["alarm-topic-policy"] },
    Mutation {
        kind: "aws_sns_topic_policy",
        defect: Custom(eventbridge_topic_by_account),
        seen_by: &["alarm-topic-policy"],
    },
    Mutation {
        kind: "aws_sns_topic_subscription",
        defect: Drop,
        seen_by: &["alarm-topic-subscription"],
    },
    Mutation {
        kind: "aws_lambda_function",
        defect: Custom(events_without_letters),
        seen_by: &["alarm-dead-letters"],
    },
    Mutation {
        kind: "aws_lb",
        defect: Custom(function_unwatched),
        seen_by: &[
            "alarm-function-watched",
            "destroy-log-groups",
            "encrypt-own-key",
            "name-suffix",
            "permit-function",
        ],
    },
    Mutation {
        kind: "aws_lb",
        defect: Custom(database_unwatched),
        seen_by: &[
            "alarm-database-events",
            "alarm-database-watched",
            "backup-retention",
            "backup-snapshot-tags",
            "destroy-final-snapshot",
            "destroy-snapshot-left",
            "encrypt-own-key",
            "encrypt-storage",
            "harden-platform",
            "harden-sign-in",
            "log-database",
            "name-suffix",
            "zone-database-candidate",
        ],
    },
    Mutation {
        kind: "aws_db_event_subscription",
        defect: Drop,
        seen_by: &["alarm-database-events"],
    },
    Mutation {
        kind: "aws_db_event_subscription",
        defect: Set("event_categories", r#"["failover"]"#),
        seen_by: &["alarm-database-events"],
    },
];

fn target_group_by_its_arn(stack: &mut Stack, alarm: &str) -> bool {
    stack.link(alarm, "dimensions", "aws_cloudwatch_metric_alarm.none")
        && stack.block(alarm).is_some_and(|block| {
            block["expressions"]["dimensions"] = json!({
                "constant_value": {"LoadBalancer": null, "TargetGroup": null},
                "references": ["var.load_balancer_arn_suffix", "var.target_group_arn"],
            });
            true
        })
        && hand_over(stack, "target_group_arn", "module.application.target_group_arn")
        && output(stack, "application", "target_group_arn", "aws_lb_target_group.main.arn")
}

/// Gives the monitoring module one more argument.
fn hand_over(stack: &mut Stack, variable: &str, reference: &str) -> bool {
    let call = &mut stack.plan["configuration"]["root_module"]["module_calls"]["monitoring"];
    call["expressions"][variable] = json!({"references": [reference]});
    true
}

fn output(stack: &mut Stack, module: &str, name: &str, reference: &str) -> bool {
    let module = &mut stack.plan["configuration"]["root_module"]["module_calls"][module]["module"];
    module["outputs"][name] = json!({"expression": {"references": [reference]}});
    true
}

fn no_alarm_on_the_load_balancer(stack: &mut Stack, _: &str) -> bool {
    without_alarms(stack, |metric| metric.contains("HostCount") || metric.contains("5XX"))
}

fn no_alarm_on_replication(stack: &mut Stack, _: &str) -> bool {
    without_alarms(stack, |metric| metric.contains("ReplicaLag"))
}

fn no_alarm_on_task_counts(stack: &mut Stack, _: &str) -> bool {
    without_alarms(stack, |metric| metric.contains("TaskCount"))
}

/// Lets the alarms on some metrics watch requests instead, so that nothing else misses them.
fn without_alarms(stack: &mut Stack, is_meant: impl Fn(&str) -> bool) -> bool {
    let mut planted = false;
    for address in stack.addresses(ALARM) {
        let after = &mut stack.change(&address).unwrap()["after"];
        let queries = after["metric_query"].as_array_mut().into_iter().flatten();
        let mut metrics: Vec<_> = queries.filter_map(|query| query["metric"].get_mut(0)).collect();
        for metric in &mut metrics {
            planted |= rename(metric, &is_meant);
        }
        planted |= rename(after, &is_meant);
    }
    planted
}

fn rename(metric: &mut Value, is_meant: impl Fn(&str) -> bool) -> bool {
    let is_meant = metric["metric_name"].as_str().is_some_and(is_meant);
    if is_meant {
        metric["namespace"] = "Payments".into();
    }
    is_meant
}

/// Puts the usual condition where EventBridge brings nothing for it.
fn eventbridge_key_by_account(stack: &mut Stack, key: &str) -> bool {
    let policy = &mut stack.change(key).unwrap()["after"]["policy"];
    let mut document: Value = serde_json::from_str(policy.as_str().unwrap()).unwrap();
    let statements = document["Statement"].as_array_mut().unwrap().iter_mut();
    let mut eventbridge =
        statements.filter(|statement| statement["Principal"]["Service"] == "events.amazonaws.com");
    let condition = json!({"StringEquals": {"aws:SourceAccount": "123456789012"}});
    let planted = eventbridge.next().map(|statement| statement["Condition"] = condition).is_some();
    *policy = document.to_string().into();
    planted
}

fn eventbridge_topic_by_account(stack: &mut Stack, policy: &str) -> bool {
    let document = format!(
        "module.monitoring.data.aws_iam_policy_document.{}_topic",
        policy.rsplit_once('.').unwrap().1
    );
    let statements =
        stack.change(&document).unwrap()["after"]["statement"].as_array_mut().unwrap().iter_mut();
    let is_eventbridge = |statement: &&mut Value| {
        statement["principals"][0]["identifiers"] == json!(["events.amazonaws.com"])
    };
    let condition = json!([{
        "test": "StringEquals", "variable": "aws:SourceAccount", "values": ["123456789012"]
    }]);
    statements
        .filter(is_eventbridge)
        .map(|statement| statement["condition"] = condition.clone())
        .count()
        > 0
}

fn events_without_letters(stack: &mut Stack, address: &str) -> bool {
    let name = stack.change(address).unwrap()["after"]["function_name"].clone();
    stack.unset(address, "dead_letter_config");
    stack.add(
        "aws_lambda_permission",
        json!({
            "function_name": name, "principal": "events.amazonaws.com",
            "source_arn": "arn:aws:events:us-east-1:123456789012:rule/settle",
            "action": "lambda:InvokeFunction"
        }),
    )
}

fn function_unwatched(stack: &mut Stack, _: &str) -> bool {
    stack.add("aws_lambda_function", json!({"function_name": "unwatched"}))
}

fn database_unwatched(stack: &mut Stack, _: &str) -> bool {
    stack.add("aws_db_instance", json!({"identifier": "unwatched"}))
}
