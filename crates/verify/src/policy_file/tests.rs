//! Policy files, and the errors in wrong ones.

use std::path::Path;

use toml::value::Date;

use super::*;
use crate::declared::{End, Protocol};

fn policy(text: &str) -> PolicyFile {
    PolicyFile::parse(Path::new("policy.toml"), text).unwrap()
}

fn problem(text: &str) -> String {
    PolicyFile::parse(Path::new("policy.toml"), text).unwrap_err().to_string()
}

/// A table of a kind, with one of its values replaced.
fn table(kind: &str, entries: &[(&str, &str)], key: &str, value: &str) -> String {
    let line = |(name, old): &(&str, &str)| {
        format!("{name} = {}\n", if *name == key { value } else { old })
    };
    format!("[[{kind}]]\n{}", entries.iter().map(line).collect::<String>())
}

const SUPPRESS: [(&str, &str); 4] = [
    ("rule", "\"zone\""),
    ("resource", "\"*\""),
    ("reason", "\"signed\""),
    ("expires", "2999-12-31"),
];
const FLOW: [(&str, &str); 5] = [
    ("from", "\"module.app.aws_ecs_service.app\""),
    ("to", "\"203.0.113.0/24\""),
    ("port", "443"),
    ("protocol", "\"udp\""),
    ("why", "\"the card network\""),
];
const CALL: [(&str, &str); 4] = [
    ("role", "\"aws_iam_role.task\""),
    ("action", "\"s3:PutObject\""),
    ("resource", "\"arn:aws:s3:::audit/*\""),
    ("why", "\"the audit trail\""),
];

#[test]
fn what_cannot_be_meant_is_refused_with_its_line_its_value_and_a_caret() {
    for (kind, entries, key, value, expected) in [
        (
            "suppress",
            &SUPPRESS[..],
            "rule",
            "\"zonal\"",
            "2:8: suppress.rule = \"zonal\": is no rule and no group",
        ),
        (
            "suppress",
            &SUPPRESS,
            "reason",
            "\" \"",
            "4:10: suppress.reason = \" \": must say why the finding",
        ),
        (
            "suppress",
            &SUPPRESS,
            "expires",
            "12:00:00",
            "5:11: suppress.expires = 12:00:00: must be a day",
        ),
        (
            "suppress",
            &SUPPRESS,
            "expires",
            "\"soon\"",
            "5:11: suppress.expires = \"soon\": must be a day",
        ),
        ("suppress", &SUPPRESS, "expires", "2027", "5:11: suppress.expires = 2027: must be a day"),
        (
            "suppress",
            &SUPPRESS,
            "expires",
            "\"2027-02-30\"",
            "5:11: suppress.expires = \"2027-02-30\": must be a day",
        ),
        (
            "flow",
            &FLOW,
            "from",
            "\"the shop\"",
            "2:8: flow.from = \"the shop\": must be the address of resources",
        ),
        (
            "flow",
            &FLOW,
            "to",
            "\"10.0.0.0/33\"",
            "3:6: flow.to = \"10.0.0.0/33\": must be the address",
        ),
        ("flow", &FLOW, "port", "0", "4:8: flow.port = 0: must be a port from 1 to 65535"),
        ("flow", &FLOW, "port", "65536", "4:8: flow.port = 65536: must be a port"),
        ("flow", &FLOW, "port", "\"9-1\"", "4:8: flow.port = \"9-1\": must be a port"),
        (
            "flow",
            &FLOW,
            "protocol",
            "\"icmp\"",
            "5:12: unknown variant `icmp`, expected `tcp` or `udp`",
        ),
        ("flow", &FLOW, "why", "\"\"", "6:7: flow.why = \"\": must say what the flow is for"),
        (
            "call",
            &CALL,
            "role",
            "\"task\"",
            "2:8: call.role = \"task\": must be the address of a role",
        ),
        (
            "call",
            &CALL,
            "action",
            "\"PutObject\"",
            "3:10: call.action = \"PutObject\": must be an action",
        ),
        (
            "call",
            &CALL,
            "resource",
            "\"a bucket\"",
            "4:12: call.resource = \"a bucket\": must be an ARN",
        ),
        ("call", &CALL, "why", "\"\"", "5:7: call.why = \"\": must say what the call is for"),
    ] {
        let message = problem(&table(kind, entries, key, value));
        assert!(message.starts_with(&format!("policy.toml:{expected}")), "{message}");
        let (line, caret) = (message.lines().nth_back(1).unwrap(), message.lines().last().unwrap());
        assert_eq!(line.find(value), caret.find('^'), "{message}");
    }
}

#[test]
fn an_unknown_key_and_a_missing_one_are_refused_with_their_line() {
    for (text, expected) in [
        (
            "\n[[suppresed]]\n",
            "policy.toml:2:3: unknown field `suppresed`, expected one of `rules`, `suppress`",
        ),
        ("[[flow]]\nfrom = \"*\"\nports = 1\n", "policy.toml:3:1: unknown field `ports`"),
        ("[[call]]\nrole = \"*\"\n", "policy.toml:1:1: missing field `action`"),
        (
            "[rules]\nzone = \"fatal\"\n",
            "policy.toml:2:8: unknown variant `fatal`, expected one of `error`",
        ),
        (
            "[rules]\nzonee = \"off\"\n",
            "policy.toml:2:1: rules = \"zonee\": is no rule and no group; did you mean zone?",
        ),
        ("rules = \n", "policy.toml:1:"),
    ] {
        let message = problem(text);
        assert!(message.starts_with(expected) && message.contains('^'), "{message}");
    }
}

#[test]
fn a_rules_own_level_overrides_that_of_its_group() {
    let policy =
        policy("[rules]\nzone-nat-own-zone = \"warning\"\nzone = \"off\"\nlog = \"error\"\n");
    let of = |id: &str| (policy.is_off(id), policy.severity(crate::rule(id).unwrap()));
    assert_eq!(of("zone-nat-own-zone"), (false, Severity::Warning));
    assert!(of("zone-service-spans").0);
    assert_eq!(of("log-retention-year"), (false, Severity::Error));
    assert_eq!(of("aws-name-length"), (false, crate::rule("aws-name-length").unwrap().severity));
}

#[test]
fn flows_and_calls_are_read_with_where_they_are_declared() {
    let text = [table("flow", &FLOW, "", ""), table("call", &CALL, "", "")].concat();
    let Declared { flows, calls } = policy(&text).declared;
    let flow = &flows[0];
    assert_eq!(
        flow.from,
        End::Resources(wildmatch::WildMatch::new("module.app.aws_ecs_service.app"))
    );
    assert_eq!(flow.to, End::Range("203.0.113.0/24".parse().unwrap()));
    assert_eq!((flow.ports.clone(), flow.protocol), (443..=443, Protocol::Udp));
    assert_eq!((&*flow.why, &*flow.declared_at), ("the card network", "policy.toml:1:1"));
    let call = &calls[0];
    assert!(call.role.matches("aws_iam_role.task") && !call.role.matches("aws_iam_role.task2"));
    assert_eq!((&*call.action, &*call.resource), ("s3:PutObject", "arn:aws:s3:::audit/*"));
    assert_eq!((&*call.why, &*call.declared_at), ("the audit trail", "policy.toml:7:1"));

    let without_protocol =
        FLOW.map(|(key, value)| if key == "protocol" { ("#", value) } else { (key, value) });
    let flow =
        |key, value| policy(&table("flow", &without_protocol, key, value)).declared.flows.remove(0);
    assert_eq!(flow("", "").protocol, Protocol::Tcp);
    assert_eq!(flow("port", "\"8000-8010\"").ports, 8000..=8010);
    assert_eq!(flow("from", "\"internet\"").from, End::Internet);
    assert_eq!(flow("to", "\"203.0.113.7\"").to, End::Range("203.0.113.7/32".parse().unwrap()));
}

#[test]
fn a_suppression_counts_on_its_last_day_and_not_after_quoted_or_not() {
    for day in ["2026-06-30", "\"2026-06-30\""] {
        let suppressions = policy(&table("suppress", &SUPPRESS, "expires", day)).suppressions;
        let on = |year, month, day| suppressions.expired(Date { year, month, day }).count();
        assert_eq!(
            (on(2026, 6, 29), on(2026, 6, 30), on(2026, 7, 1), on(2027, 1, 1)),
            (0, 0, 1, 1)
        );
    }
}
