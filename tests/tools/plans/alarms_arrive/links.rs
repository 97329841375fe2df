//! The links between a metric and a person's queue, each with the sentence that says it is broken.

use super::configuration::{Block, Configuration, text};
use serde_json::Value;

/// The attribute of the resource that a dimension's value has to come from.
/// Source: the CloudWatch chapter of each service's guide, as the alarms name it.
const ORIGINS: [(&str, &str, &str); 14] = [
    ("DBClusterIdentifier", "aws_rds_cluster", "cluster_identifier"),
    ("DBInstanceIdentifier", "aws_rds_cluster_instance", "identifier"),
    ("ProxyName", "aws_db_proxy", "name"),
    ("LoadBalancer", "aws_lb", "arn_suffix"),
    ("TargetGroup", "aws_lb_target_group", "arn_suffix"),
    ("ClusterName", "aws_ecs_cluster", "name"),
    ("ServiceName", "aws_ecs_service", "name"),
    ("FunctionName", "aws_lambda_function", "function_name"),
    ("QueueName", "aws_sqs_queue", "name"),
    ("NatGatewayId", "aws_nat_gateway", "id"),
    ("StateMachineArn", "aws_sfn_state_machine", "arn"),
    ("CertificateArn", "aws_acm_certificate_validation", "certificate_arn"),
    ("HealthCheckId", "aws_route53_health_check", "id"),
    ("WebACL", "aws_wafv2_web_acl", "name"),
];

/// Every broken link between what is watched and who is told.
pub fn broken(plan: &Value) -> Vec<String> {
    let stack = Configuration(plan);
    let metric = stack.blocks("aws_cloudwatch_metric_alarm");
    let composite = stack.blocks("aws_cloudwatch_composite_alarm");
    let targets = stack.blocks("aws_cloudwatch_event_target");
    let measured = metric.iter().flat_map(|alarm| measured(&stack, alarm));
    let composed = composite.iter().flat_map(|alarm| composed(&stack, alarm));
    let notified = metric.iter().chain(&composite).flat_map(|alarm| notified(&stack, alarm));
    let events = targets.iter().filter_map(|target| routed(&stack, target).err());
    measured.chain(composed).chain(notified).chain(events).collect()
}

fn measured(stack: &Configuration, alarm: &Block) -> Vec<String> {
    let queries = alarm.arguments["metric_query"].as_array().into_iter().flatten();
    let single = alarm.arguments.get("dimensions");
    let metrics: Vec<_> = queries
        .filter_map(|query| query["metric"].get(0)?.get("dimensions"))
        .chain(single)
        .collect();
    let mut broken = Vec::new();
    if metrics.is_empty() {
        broken.push(format!("{} watches no metric with dimensions", alarm.address));
    }
    for dimensions in metrics {
        let dimensions = stack.resolved(alarm.module, &dimensions["constant_value"]);
        for (name, value) in dimensions.as_object().into_iter().flatten() {
            if !produced(stack, name, &text(value)) {
                broken.push(format!(
                    "{}: no planned resource gives the dimension {name} = {value}",
                    alarm.address
                ));
            }
        }
    }
    broken
}

fn produced(stack: &Configuration, dimension: &str, value: &str) -> bool {
    let named = |kind| stack.blocks(kind).iter().any(|block| stack.text(block, "name") == value);
    match dimension {
        "TopicName" => named("aws_sns_topic"),
        "RuleName" => named("aws_cloudwatch_event_rule"),
        "Role" => value == "WRITER",
        "Region" => value == "us-east-1",
        "Rule" => value == "ALL",
        "AvailabilityZone" => stack
            .blocks("aws_subnet")
            .iter()
            .any(|subnet| stack.text(subnet, "availability_zone") == value),
        _ => ORIGINS.iter().any(|(name, kind, attribute)| {
            let address =
                stack.block_of(value).map(|block| block.address.to_owned()).unwrap_or_default();
            *name == dimension
                && address.starts_with(&format!("{kind}."))
                && value.ends_with(&format!(".{attribute}"))
        }),
    }
}

fn composed(stack: &Configuration, alarm: &Block) -> Vec<String> {
    let rule = stack.text(alarm, "alarm_rule");
    let children: Vec<_> =
        rule.split("ALARM(").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    let gone = children.iter().filter(|child| stack.block_of(child).is_none());
    let mut broken: Vec<_> =
        gone.map(|child| format!("{}: no alarm {child} is planned", alarm.address)).collect();
    if children.is_empty() {
        broken.push(format!("{} names no alarm", alarm.address));
    }
    broken
}

fn notified(stack: &Configuration, alarm: &Block) -> Vec<String> {
    let mut broken = Vec::new();
    if alarm.arguments["actions_enabled"]["constant_value"] == false {
        broken.push(format!("{}: its actions are disabled", alarm.address));
    }
    for actions in ["alarm_actions", "ok_actions"] {
        let delivered = delivers(stack, &stack.text(alarm, actions), "cloudwatch.amazonaws.com");
        broken.extend(delivered.err().map(|why| format!("{}: {actions}: {why}", alarm.address)));
    }
    broken
}

fn routed(stack: &Configuration, target: &Block) -> Result<(), String> {
    let rule = stack.text(target, "rule");
    stack.block_of(&rule).ok_or(format!("{}: no rule {rule} is planned", target.address))?;
    delivers(stack, &stack.text(target, "arn"), "events.amazonaws.com")
        .map_err(|why| format!("{}: {why}", target.address))
}

/// Whether what `service` publishes to `topic` arrives in a queue.
fn delivers(stack: &Configuration, topic: &str, service: &str) -> Result<(), String> {
    let is_topic = |block: &Block| block.address.starts_with("aws_sns_topic.");
    let block =
        stack.block_of(topic).filter(is_topic).ok_or(format!("{topic:?} is no planned topic"))?;
    let policy = attached(stack, "aws_sns_topic_policy", "arn", topic)
        .ok_or(format!("{topic} has no policy"))?;
    allows(stack, &policy, (service, "sns:Publish", topic), topic)?;
    key_allows(stack, &block, service, topic)?;
    let subscriptions = stack.blocks("aws_sns_topic_subscription");
    let queues = subscriptions.iter().filter(|one| {
        stack.text(one, "topic_arn") == topic && stack.text(one, "protocol") == "sqs"
    });
    let queues: Vec<_> = queues.map(|one| stack.text(one, "endpoint")).collect();
    if queues.is_empty() {
        return Err(format!("{topic} has no subscription that needs no confirmation"));
    }
    queues.iter().try_for_each(|queue| receives(stack, queue, topic))
}

fn receives(stack: &Configuration, queue: &str, topic: &str) -> Result<(), String> {
    let block = stack.block_of(queue).ok_or(format!("{queue:?} is no planned queue"))?;
    let url = queue.replace(".arn", ".url");
    let policy = attached(stack, "aws_sqs_queue_policy", "queue_url", &url)
        .ok_or(format!("{queue} has no policy"))?;
    allows(stack, &policy, ("sns.amazonaws.com", "sqs:SendMessage", queue), topic)?;
    key_allows(stack, &block, "sns.amazonaws.com", topic)
}

fn attached(stack: &Configuration, kind: &str, argument: &str, to: &str) -> Option<String> {
    let policies = stack.blocks(kind);
    policies
        .iter()
        .find(|policy| stack.text(policy, argument) == to)
        .map(|policy| stack.text(policy, "policy"))
}

fn key_allows(
    stack: &Configuration,
    encrypted: &Block,
    service: &str,
    topic: &str,
) -> Result<(), String> {
    let key = stack.text(encrypted, "kms_master_key_id");
    let own = stack.block_of(&key).filter(|block| block.address.starts_with("aws_kms_key."));
    let block = own.ok_or(format!(
        "{}: {key:?} is no key of ours, which alone a service may use",
        encrypted.address
    ))?;
    let policy = stack.text(&block, "policy");
    ["kms:Decrypt", "kms:GenerateDataKey"]
        .iter()
        .try_for_each(|action| allows(stack, &policy, (service, action, "*"), topic))
}

/// Whether a policy document lets a service do an action on a resource, on behalf of `topic`.
fn allows(
    stack: &Configuration,
    policy: &str,
    (service, action, resource): (&str, &str, &str),
    topic: &str,
) -> Result<(), String> {
    let document = stack.block_of(policy).ok_or(format!("{policy:?} is no policy document"))?;
    let statements: Vec<_> =
        document.arguments["statement"].as_array().into_iter().flatten().collect();
    let read = |value: &Value| stack.resolved(document.module, &value["constant_value"]);
    let about = |statement: &Value| {
        let has = |list: &Value, one: &str| {
            read(list).as_array().is_some_and(|all| all.contains(&one.into()))
        };
        read(&statement["effect"]) == "Allow"
            && has(&statement["principals"][0]["identifiers"], service)
            && has(&statement["actions"], action)
            && has(&statement["resources"], resource)
    };
    let met = |statement: &&&Value| {
        let conditions = statement["condition"].as_array().into_iter().flatten();
        conditions.into_iter().all(|condition| {
            meets(service, &text(&read(&condition["variable"])), &read(&condition["values"]), topic)
        })
    };
    match statements.iter().filter(|statement| about(statement)).find(met) {
        Some(_) => Ok(()),
        None => Err(format!("{} does not let {service} do {action} for {topic}", document.address)),
    }
}

/// Whether what a service brings along meets a condition. EventBridge brings nothing to a topic or
/// its key: Amazon EventBridge User Guide, "Amazon SNS permissions"; Amazon SNS Developer Guide,
/// "Enable compatibility between event sources from AWS services and encrypted topics".
fn meets(service: &str, variable: &str, values: &Value, topic: &str) -> bool {
    let has = |value: &str| values.as_array().is_some_and(|all| all.contains(&value.into()));
    match (service, variable) {
        ("events.amazonaws.com", _) => false,
        (_, "aws:SourceAccount") => has(super::ACCOUNT_ID),
        ("sns.amazonaws.com", "aws:SourceArn") => {
            has(topic) || has(&format!("arn:aws:sns:us-east-1:{}:*", super::ACCOUNT_ID))
        }
        _ => false,
    }
}
