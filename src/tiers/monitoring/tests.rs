use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::*;
use crate::tiers::testing::declared;

pub(super) fn tier() -> Monitoring {
    Monitoring {
        zones: Zone::DEFAULT,
        targets_use_tls: true,
        proxy: true,
        restore_test: true,
        watched_from_outside: true,
        traffic_floor: true,
        firewall: true,
        page_emails: 2,
        ticket_emails: 1,
        help: Help::default(),
    }
}

fn resources(kind: &str) -> Map<String, Value> {
    declared(&tier())["resource"][kind].as_object().unwrap().clone()
}

fn alarm(label: &str) -> Value {
    resources("aws_cloudwatch_metric_alarm")[label].clone()
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_else(|| vec![value.clone()])
}

/// The metrics of an alarm, each with its dimensions; those of metric math included.
fn metrics(alarm: &Value) -> Vec<(String, Vec<String>)> {
    let one = |metric: &Value| {
        let dimensions = metric["dimensions"].as_object().unwrap().keys().cloned().collect();
        (metric["metric_name"].as_str().unwrap().to_owned(), dimensions)
    };
    match alarm.get("metric_query") {
        None => vec![one(alarm)],
        Some(queries) => {
            list(queries).iter().filter_map(|query| query.get("metric")).map(one).collect()
        }
    }
}

#[test]
fn every_alarm_tells_one_topic_when_it_goes_off_and_when_it_is_over() {
    for (label, alarm) in resources("aws_cloudwatch_metric_alarm") {
        let topics = [json!(["${aws_sns_topic.page.arn}"]), json!(["${aws_sns_topic.ticket.arn}"])];
        assert!(topics.contains(&alarm["alarm_actions"]), "{label}");
        assert_eq!(alarm["alarm_actions"], alarm["ok_actions"], "{label}");
    }
}

#[test]
fn every_alarm_says_what_missing_data_means() {
    for (label, alarm) in resources("aws_cloudwatch_metric_alarm") {
        assert!(
            ["breaching", "notBreaching", "ignore"]
                .contains(&alarm["treat_missing_data"].as_str().unwrap()),
            "{label}"
        );
    }
}

#[test]
fn every_alarm_is_named_after_its_label_and_ends_with_the_suffix() {
    for (label, alarm) in resources("aws_cloudwatch_metric_alarm") {
        let name = format!("alarm-{}-${{var.environment_suffix}}", label.replace('_', "-"));
        assert_eq!(alarm["alarm_name"], json!(name));
        assert_eq!(alarm["tags"]["Name"], json!(name));
    }
}

#[test]
fn every_description_fits_into_what_aws_takes_and_names_its_runbook() {
    for watch in tier().runbooks() {
        let description = watch.description(&Help::default());
        assert!(description.is_ascii() && description.len() <= 1024, "{}", watch.page);
        assert!(description.ends_with(&format!(" Runbook: runbooks/{}.md", watch.page)));
    }
}

#[test]
fn no_alarm_asks_for_more_wrong_periods_than_it_looks_at_or_looks_further_back_than_cloudwatch_does()
 {
    for alarm in tier().runbooks().iter().flat_map(|watch| &watch.alarms) {
        let condition = &alarm.condition;
        assert!((1..=condition.of).contains(&condition.wrong), "{}", alarm.purpose);
        // PutMetricAlarm: a day in all, for periods of less than an hour; longer ones here are
        // looked at once.
        if let terraform::tf::Attr::Value(period) = &condition.period {
            assert!(
                period.as_u64().unwrap() * u64::from(condition.of) <= 86_400,
                "{}",
                alarm.purpose
            );
        }
    }
}

#[test]
fn every_metric_has_exactly_the_dimensions_its_service_publishes() {
    let published: [(&str, &[&str]); 53] = [
        ("AuroraReplicaLagMaximum", &["DBClusterIdentifier"]),
        ("AuroraReplicaLag", &["DBInstanceIdentifier"]),
        ("CPUUtilization", &["DBInstanceIdentifier"]),
        ("CPUUtilization", &["ClusterName", "ServiceName"]),
        ("MemoryUtilization", &["ClusterName", "ServiceName"]),
        ("DatabaseConnections", &["DBInstanceIdentifier"]),
        ("FreeableMemory", &["DBInstanceIdentifier"]),
        ("Deadlocks", &["DBClusterIdentifier", "Role"]),
        ("CommitLatency", &["DBClusterIdentifier", "Role"]),
        ("CommitThroughput", &["DBClusterIdentifier", "Role"]),
        ("AnomalousHostCount", &["AvailabilityZone", "LoadBalancer", "TargetGroup"]),
        ("HealthCheckStatus", &["HealthCheckId"]),
        ("RequestCount", &["LoadBalancer"]),
        ("BlockedRequests", &["Region", "Rule", "WebACL"]),
        ("AllowedRequests", &["Region", "Rule", "WebACL"]),
        ("DatabaseConnectionsCurrentlyBorrowed", &["ProxyName"]),
        ("MaxDatabaseConnectionsAllowed", &["ProxyName"]),
        ("DatabaseConnectionsBorrowLatency", &["ProxyName"]),
        ("QueryDatabaseResponseLatency", &["ProxyName"]),
        ("ClientConnectionsSetupFailedAuth", &["ProxyName"]),
        ("DatabaseConnectionsSetupFailed", &["ProxyName"]),
        ("HealthyHostCount", &["LoadBalancer", "TargetGroup"]),
        ("HealthyHostCount", &["AvailabilityZone", "LoadBalancer", "TargetGroup"]),
        ("UnHealthyHostCount", &["LoadBalancer", "TargetGroup"]),
        ("UnHealthyHostCount", &["AvailabilityZone", "LoadBalancer", "TargetGroup"]),
        ("HTTPCode_Target_5XX_Count", &["LoadBalancer", "TargetGroup"]),
        ("HTTPCode_Target_5XX_Count", &["AvailabilityZone", "LoadBalancer", "TargetGroup"]),
        ("RequestCount", &["LoadBalancer", "TargetGroup"]),
        ("RequestCount", &["AvailabilityZone", "LoadBalancer", "TargetGroup"]),
        ("TargetResponseTime", &["LoadBalancer", "TargetGroup"]),
        ("TargetResponseTime", &["AvailabilityZone", "LoadBalancer", "TargetGroup"]),
        ("HTTPCode_ELB_5XX_Count", &["LoadBalancer"]),
        ("ClientTLSNegotiationErrorCount", &["LoadBalancer"]),
        ("TargetTLSNegotiationErrorCount", &["LoadBalancer"]),
        ("DaysToExpiry", &["CertificateArn"]),
        ("RunningTaskCount", &["ClusterName", "ServiceName"]),
        ("DesiredTaskCount", &["ClusterName", "ServiceName"]),
        ("Errors", &["FunctionName"]),
        ("Throttles", &["FunctionName"]),
        ("Duration", &["FunctionName"]),
        ("AsyncEventAge", &["FunctionName"]),
        ("DeadLetterErrors", &["FunctionName"]),
        ("ApproximateNumberOfMessagesVisible", &["QueueName"]),
        ("ApproximateAgeOfOldestMessage", &["QueueName"]),
        ("RpoSeconds", &["DBClusterIdentifier"]),
        ("ExecutionsFailed", &["StateMachineArn"]),
        ("ProbeHeartbeat", &["DBClusterIdentifier"]),
        ("PacketsDropCount", &["NatGatewayId"]),
        ("PacketsInFromSource", &["NatGatewayId"]),
        ("PacketsInFromDestination", &["NatGatewayId"]),
        ("ErrorPortAllocation", &["NatGatewayId"]),
        ("NumberOfNotificationsFailed", &["TopicName"]),
        ("FailedInvocations", &["RuleName"]),
    ];
    let mut watched = BTreeSet::new();
    for (label, alarm) in resources("aws_cloudwatch_metric_alarm") {
        for (metric, mut dimensions) in metrics(&alarm) {
            dimensions.sort();
            let listed =
                published.iter().any(|(name, wanted)| *name == metric && dimensions == *wanted);
            assert!(listed, "{label}: {metric} has {dimensions:?}");
            watched.insert((metric, dimensions));
        }
    }
    assert_eq!(watched.len(), published.len(), "a metric listed above is not watched");
}

#[test]
fn replication_lag_is_watched_at_the_cluster_and_at_every_instance_because_the_writer_changes() {
    let cluster = alarm("replica_lag");
    assert_eq!(cluster["threshold"], 1000);
    assert_eq!(cluster["treat_missing_data"], "breaching");
    for (place, zone) in ["a", "b", "c"].iter().enumerate() {
        let instance = alarm(&format!("replica_lag_instance_{zone}"));
        let identifier = format!("${{var.instance_identifiers[{place}]}}");
        assert_eq!(instance["dimensions"]["DBInstanceIdentifier"], json!(identifier));
        assert_eq!(instance["treat_missing_data"], "notBreaching");
    }
}

#[test]
fn healthy_hosts_are_watched_as_a_whole_and_in_each_zone() {
    assert_eq!(alarm("healthy_hosts")["threshold"], "${var.healthy_host_floor}");
    for (zone, name) in [("a", "us-east-1a"), ("b", "us-east-1b"), ("c", "us-east-1c")] {
        for (label, missing) in
            [("healthy_hosts", "breaching"), ("unhealthy_hosts", "notBreaching")]
        {
            let alarm = alarm(&format!("{label}_{zone}"));
            assert_eq!(alarm["dimensions"]["AvailabilityZone"], json!(name));
            assert_eq!(alarm["treat_missing_data"], json!(missing));
        }
    }
}

#[test]
fn task_counts_are_watched_below_the_minimum_short_of_the_desired_and_near_the_most() {
    assert_eq!(alarm("running_tasks")["threshold"], "${var.minimum_tasks}");
    assert_eq!(alarm("running_tasks")["comparison_operator"], "LessThanThreshold");
    assert_eq!(alarm("missing_tasks")["datapoints_to_alarm"], 10);
    assert_eq!(alarm("task_ceiling")["threshold"], "${var.task_ceiling}");
}

#[test]
fn a_percentile_is_an_extended_statistic_and_metric_math_has_one_result() {
    assert_eq!(alarm("response_time")["extended_statistic"], "p99");
    assert_eq!(alarm("response_time").get("statistic"), None);
    let queries = list(&alarm("target_errors")["metric_query"]);
    assert_eq!(queries.iter().filter(|query| query["return_data"] == true).count(), 1);
}

#[test]
fn topics_and_queue_are_encrypted_with_the_notifications_key() {
    for kind in ["aws_sns_topic", "aws_sqs_queue"] {
        for (label, resource) in resources(kind) {
            assert_eq!(
                resource["kms_master_key_id"], "${var.notifications_key_arn}",
                "{kind}.{label}"
            );
        }
    }
}

#[test]
fn services_publish_for_this_account_and_only_over_tls() {
    let document = &declared(&tier())["data"]["aws_iam_policy_document"]["page_topic"];
    let (allowed, denied): (Vec<_>, Vec<_>) = list(&document["statement"])
        .into_iter()
        .partition(|statement| statement["effect"] == "Allow");
    assert_eq!(allowed.len(), 3);
    for statement in allowed {
        // The service that can meet no condition has none.
        if statement["principals"]["identifiers"] == json!(["events.amazonaws.com"]) {
            assert_eq!(statement.get("condition"), None);
            continue;
        }
        assert_eq!(statement["condition"]["variable"], "aws:SourceAccount");
        assert_eq!(statement["condition"]["values"], json!(["${var.account_id}"]));
    }
    assert_eq!(denied[0]["condition"]["variable"], "aws:SecureTransport");
    assert_eq!(denied[0]["actions"], json!(["sns:Publish"]), "a topic policy takes no `sns:*`");
}

#[test]
fn both_topics_reach_a_queue_that_nobody_has_to_confirm() {
    let subscriptions = resources("aws_sns_topic_subscription");
    for (label, topic) in [("page_queue", "page"), ("ticket_queue", "ticket")] {
        assert_eq!(subscriptions[label]["protocol"], "sqs");
        assert_eq!(
            subscriptions[label]["topic_arn"],
            json!(format!("${{aws_sns_topic.{topic}.arn}}"))
        );
        assert_eq!(
            subscriptions[label]["depends_on"],
            json!(["${aws_sqs_queue_policy.notifications}"])
        );
    }
}

#[test]
fn every_configured_address_is_subscribed_to_its_topic() {
    let subscriptions = resources("aws_sns_topic_subscription");
    let emails: Vec<_> = subscriptions
        .iter()
        .filter(|(_, subscription)| subscription["protocol"] == "email")
        .collect();
    assert_eq!(emails.len(), 3);
    assert_eq!(subscriptions["page_email_2"]["endpoint"], "${var.page_emails[1]}");
    assert_eq!(subscriptions["ticket_email_1"]["endpoint"], "${var.ticket_emails[0]}");
}

#[test]
fn who_uses_a_topic_waits_for_its_policy() {
    for topic in ["page", "ticket"] {
        let output = &declared(&tier())["output"][format!("{topic}_topic_arn")];
        assert_eq!(output["depends_on"], json!([format!("${{aws_sns_topic_policy.{topic}}}")]));
    }
}
