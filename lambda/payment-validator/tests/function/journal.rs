use serde_json::{Value, json};

use crate::{batch, corpus::requests, lines, request, start};

/// What the function logs while it answers `events`.
fn log_of(variables: &[(&str, &str)], events: &[String]) -> Vec<Value> {
    let (api, function) = start(variables);
    for event in events {
        api.invoke(event);
    }
    function.terminate();
    let (code, output, errors) = function.finish();
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    lines(&output)
}

fn of_message<'a>(log: &'a [Value], message: &str) -> Vec<&'a Value> {
    log.iter().filter(|line| line["message"] == message).collect()
}

#[test]
fn every_decision_is_logged_with_its_ids_and_only_the_first_invocation_is_a_cold_start() {
    let bad = request(|request| request["billing_country"] = json!("XX"));
    let log = log_of(&[], &[request(|_| ()), bad, "[]".to_owned()]);
    let decided = of_message(&log, "payment decided");
    let summary: Vec<_> = decided
        .iter()
        .map(|line| {
            json!([
                line["function_request_id"],
                line["request_id"],
                line["decision"],
                line["codes"],
                line["cold_start"]
            ])
        })
        .collect();
    let id = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
    let expected = [
        json!(["invocation-1", id, "accepted", [], true]),
        json!(["invocation-2", id, "rejected", ["country.unknown"], false]),
        json!(["invocation-3", null, "rejected", ["json.type"], false]),
    ];
    assert_eq!(summary, expected);
    assert!(
        decided
            .iter()
            .all(|line| line["level"] == "INFO" && line["rule_set"] == payment_validator::RULE_SET)
    );
}

#[test]
fn metrics_count_accepted_rejected_by_code_and_duration_in_the_embedded_metric_format() {
    let bodies: Vec<_> = ["accepted", "rejected"].into_iter().flat_map(requests).collect();
    let bodies: Vec<_> =
        bodies.into_iter().map(|(_, body)| String::from_utf8(body).expect("UTF-8")).collect();
    let log = log_of(&[("ENVIRONMENT_SUFFIX", "staging")], &[batch("sqs-payments", &bodies)]);
    let metrics: Vec<_> = log.iter().filter(|line| line.get("_aws").is_some()).collect();
    let totals = metrics[0];
    let (accepted, rejected) = (requests("accepted").len(), requests("rejected").len());
    assert_eq!(
        [&totals["Accepted"], &totals["Rejected"], &totals["ColdStart"]],
        [&json!(accepted), &json!(rejected), &json!(1)]
    );
    assert!(totals["Duration"].as_f64().expect("milliseconds") > 0.0);
    assert_eq!(metrics.len(), 1 + rejected);
    assert!(
        metrics[1..]
            .iter()
            .all(|line| line["RejectedByCode"] == 1 && line["Environment"] == "staging")
    );
    for line in metrics {
        let directive = &line["_aws"]["CloudWatchMetrics"][0];
        assert_eq!(directive["Namespace"], "PaymentValidation");
        let metric_names =
            directive["Metrics"].as_array().expect("metrics").iter().map(|metric| &metric["Name"]);
        let dimensions = directive["Dimensions"][0].as_array().expect("dimensions");
        for name in metric_names.chain(dimensions).map(|name| name.as_str().expect("a name")) {
            assert!(line.get(name).is_some(), "{name} is declared and missing in {line}");
        }
    }
}

#[test]
fn a_higher_log_level_silences_decisions_and_keeps_metrics_and_errors() {
    let log = log_of(&[("LOG_LEVEL", "ERROR")], &[request(|_| ()), "{\"Records\":1}".to_owned()]);
    assert_eq!(of_message(&log, "payment decided"), Vec::<&Value>::new());
    assert_eq!(of_message(&log, "invocation failed").len(), 1);
    assert_eq!(log.iter().filter(|line| line.get("_aws").is_some()).count(), 2);
}

#[test]
fn a_wrong_log_level_is_reported_and_does_not_stop_the_function() {
    let log = log_of(&[("LOG_LEVEL", "LOUD")], &[request(|_| ())]);
    assert_eq!(of_message(&log, "wrong setting").len(), 1);
    assert_eq!(of_message(&log, "payment decided").len(), 1);
}
