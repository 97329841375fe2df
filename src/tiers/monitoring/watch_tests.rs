//! Severities, composite alarms, events and the dashboard.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::alarm::{Alarm, Severity};
use super::composite::Rule;
use super::*;
use crate::tiers::testing::declared;

fn tier() -> Monitoring {
    Monitoring { page_emails: 0, ticket_emails: 0, ..super::tests::tier() }
}

fn resource(kind: &str, label: &str) -> Value {
    declared(&tier())["resource"][kind][label].clone()
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn alarms() -> Vec<Alarm> {
    tier().runbooks().into_iter().flat_map(|watch| watch.alarms).collect()
}

fn parts(rule: &Rule) -> Vec<String> {
    match rule {
        Rule::On(purpose) => vec![purpose.clone()],
        Rule::All(rules) | Rule::Any(rules) => rules.iter().flat_map(parts).collect(),
        Rule::Not(rule) => parts(rule),
    }
}

#[test]
fn what_a_composite_alarm_is_made_of_wakes_nobody_by_itself() {
    let composites = tier().runbooks().into_iter().flat_map(|watch| watch.composites);
    let children: BTreeSet<_> = composites.flat_map(|composite| parts(&composite.rule)).collect();
    let known: Vec<_> =
        alarms().into_iter().filter(|alarm| children.contains(&alarm.purpose)).collect();
    assert_eq!(known.len(), children.len(), "a child is no alarm");
    assert!(known.iter().all(|alarm| alarm.severity == Severity::Ticket));
}

#[test]
fn a_zone_is_impaired_when_it_is_bad_and_the_two_others_are_not() {
    let rule = resource("aws_cloudwatch_composite_alarm", "zone_impaired_b")["alarm_rule"]
        .as_str()
        .unwrap()
        .to_owned();
    let (bad, fine) = rule.split_once(" AND NOT ").unwrap();
    assert!(
        bad.contains("healthy_hosts_b") && !bad.contains("_a.") && !bad.contains("_c."),
        "{bad}"
    );
    assert!(
        fine.contains("healthy_hosts_a")
            && fine.contains(" AND NOT (")
            && fine.contains("healthy_hosts_c"),
        "{fine}"
    );
}

#[test]
fn the_error_budget_is_watched_over_a_long_and_a_short_window_at_the_rates_of_the_site_reliability_workbook()
 {
    let threshold =
        |label: &str| resource("aws_cloudwatch_metric_alarm", label)["threshold"].as_u64().unwrap();
    for (windows, of_100_000) in [(["1h", "5m"], 720), (["6h", "30m"], 300), (["1d", "2h"], 150)] {
        for window in windows {
            assert_eq!(
                threshold(&format!("availability_{window}")),
                of_100_000,
                "14.4, 6 and 3 times 0.05 percent"
            );
            assert_eq!(
                threshold(&format!("latency_{window}")),
                of_100_000 * 20,
                "14.4, 6 and 3 times 1 percent"
            );
        }
    }
    let fast = resource("aws_cloudwatch_composite_alarm", "availability_fast_burn")["alarm_rule"]
        .to_string();
    assert!(
        fast.contains(
            "availability_1h.alarm_name}) AND ALARM(${aws_cloudwatch_metric_alarm.availability_5m"
        ),
        "{fast}"
    );
}

#[test]
fn the_recovery_point_writes_a_ticket_pages_later_and_is_missed_when_it_is_not_measured() {
    for (label, threshold, missing, topic) in [
        ("rpo", json!("${var.rpo_page_seconds}"), "notBreaching", "page"),
        ("rpo_ticket", json!("${var.rpo_ticket_seconds}"), "breaching", "ticket"),
        ("rpo_probe", json!(1), "breaching", "page"),
    ] {
        let alarm = resource("aws_cloudwatch_metric_alarm", label);
        assert_eq!(
            (&alarm["threshold"], &alarm["treat_missing_data"]),
            (&threshold, &json!(missing)),
            "{label}"
        );
        assert_eq!(
            alarm["alarm_actions"],
            json!([format!("${{aws_sns_topic.{topic}.arn}}")]),
            "{label}"
        );
        let period = match list(&alarm["metric_query"])[..] {
            [] => alarm["period"].clone(),
            ref queries => queries[0]["metric"]["period"].clone(),
        };
        assert_eq!(period, "${var.rpo_probe_seconds}", "{label}");
    }
}

#[test]
fn nobody_is_woken_by_a_recovery_point_that_stands_still_because_nothing_is_written() {
    let queries = list(&resource("aws_cloudwatch_metric_alarm", "rpo")["metric_query"]);
    let expression = queries.iter().find_map(|query| query["expression"].as_str()).unwrap();
    assert_eq!(expression, "IF(FILL(commits, 0) > 0, rpo, 0)");
}

#[test]
fn what_an_environment_does_not_have_nothing_watches() {
    let bare = Monitoring {
        targets_use_tls: false,
        proxy: false,
        restore_test: false,
        watched_from_outside: false,
        traffic_floor: false,
        firewall: false,
        ..tier()
    };
    let pages =
        |tier: &Monitoring| tier.runbooks().iter().map(|watch| watch.page).collect::<Vec<_>>();
    let gone: Vec<_> =
        pages(&tier()).into_iter().filter(|page| !pages(&bare).contains(page)).collect();
    let (proxy, others): (Vec<_>, Vec<_>) =
        gone.into_iter().partition(|page| page.starts_with("proxy-"));
    assert_eq!(proxy.len(), 5);
    assert_eq!(
        others,
        ["unreachable", "few-requests", "firewall-blocks", "target-tls-errors", "restore-test"]
    );
}

#[test]
fn a_failed_delivery_to_one_topic_is_told_by_the_other() {
    for (label, other) in [("page_delivery", "ticket"), ("ticket_delivery", "page")] {
        let topic = json!([format!("${{aws_sns_topic.{other}.arn}}")]);
        assert_eq!(resource("aws_cloudwatch_metric_alarm", label)["alarm_actions"], topic);
    }
}

#[test]
fn every_event_becomes_a_sentence_whose_words_all_come_from_the_event() {
    let targets = declared(&tier())["resource"]["aws_cloudwatch_event_target"].clone();
    for (label, target) in targets.as_object().unwrap() {
        let template = target["input_transformer"]["input_template"].as_str().unwrap();
        let paths = target["input_transformer"]["input_paths"].as_object().unwrap();
        let sentence = template
            .strip_prefix('"')
            .and_then(|text| text.strip_suffix('"'))
            .expect("a string is quoted");
        let named: BTreeSet<_> =
            sentence.split('<').skip(1).filter_map(|rest| rest.split('>').next()).collect();
        assert_eq!(named, paths.keys().map(String::as_str).collect(), "{label}");
    }
}

/// The body of the dashboard as JSON, its references as texts.
fn dashboard() -> Value {
    let source = resource("aws_cloudwatch_dashboard", "payments")["dashboard_body"]
        .as_str()
        .unwrap()
        .to_owned();
    let call = source
        .strip_prefix("${")
        .and_then(|rest| rest.strip_suffix('}'))
        .expect("it is one expression");
    let call: hcl::Expression = call.parse().expect("it is HCL");
    let hcl::Expression::FuncCall(call) = call else { panic!("not a call: {source}") };
    serde_json::to_value(hcl::Value::from(call.args[0].clone())).unwrap()
}

#[test]
fn every_watch_has_one_widget_and_every_alarm_one_line_on_it() {
    let widgets = dashboard()["widgets"].as_array().unwrap().clone();
    let watches = tier().runbooks();
    assert_eq!(widgets.len(), watches.len() + 1);
    let labels = widgets
        .iter()
        .flat_map(|widget| widget["properties"]["metrics"].as_array().cloned().unwrap_or_default());
    let labels =
        labels.filter_map(|line| Some(line.as_array()?.last()?["label"].as_str()?.to_owned()));
    let (mut drawn, mut wanted): (Vec<_>, Vec<_>) =
        (labels.collect(), alarms().into_iter().map(|a| a.purpose).collect());
    drawn.sort();
    wanted.sort();
    assert_eq!(drawn, wanted);
}

#[test]
fn widgets_lie_on_the_grid_without_overlap_and_the_customer_comes_first() {
    let mut taken = BTreeSet::new();
    for widget in dashboard()["widgets"].as_array().unwrap() {
        let at = |name| widget[name].as_u64().unwrap();
        assert!(at("x") + at("width") <= 24);
        for x in at("x")..at("x") + at("width") {
            for y in at("y")..at("y") + at("height") {
                assert!(taken.insert((x, y)), "two widgets are at {x}, {y}");
            }
        }
    }
    assert_eq!(dashboard()["widgets"][1]["properties"]["title"], "Failed, of 100,000 requests");
}

#[test]
fn ids_on_a_widget_are_unique_and_every_expression_uses_those_of_its_widget() {
    for widget in dashboard()["widgets"].as_array().unwrap() {
        let lines = widget["properties"]["metrics"].as_array().cloned().unwrap_or_default();
        let options: Vec<_> =
            lines.iter().map(|line| line.as_array().unwrap().last().unwrap().clone()).collect();
        let ids: Vec<_> = options.iter().filter_map(|option| option["id"].as_str()).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{widget}");
        for expression in options.iter().filter_map(|option| option["expression"].as_str()) {
            let words = expression
                .split(|c: char| !c.is_ascii_alphanumeric())
                .filter(|word| word.starts_with(char::is_lowercase));
            words.for_each(|word| assert!(ids.contains(&word), "{expression}: {word}"));
        }
    }
}

#[test]
fn traffic_that_stops_wakes_people_when_there_is_no_data_too() {
    for label in ["unreachable", "few_requests"] {
        let alarm = resource("aws_cloudwatch_metric_alarm", label);
        assert_eq!(alarm["treat_missing_data"], "breaching", "{label}");
        assert_eq!(alarm["alarm_actions"], json!(["${aws_sns_topic.page.arn}"]), "{label}");
    }
    assert_eq!(
        resource("aws_cloudwatch_metric_alarm", "few_requests")["threshold"],
        "${var.minimum_requests}"
    );
    let dimensions = resource("aws_cloudwatch_metric_alarm", "unreachable")["dimensions"].clone();
    assert_eq!(dimensions, json!({ "HealthCheckId": "${var.health_check_id}" }));
}

#[test]
fn a_zone_that_fails_in_part_is_impaired_too() {
    let rule =
        resource("aws_cloudwatch_composite_alarm", "zone_impaired_c")["alarm_rule"].to_string();
    assert_eq!(rule.matches("anomalous_hosts_").count(), 3, "{rule}");
}
