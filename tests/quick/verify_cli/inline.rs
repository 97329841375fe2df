//! `# paytf:allow RULE REASON until DAY` in the configuration.

use std::fs;

use serde_json::Value;

use super::location::repository;
use super::{report, stderr, stdout, verify};

const QUEUE: &str = "modules/queue/queue.tf";

/// What is said of the stack whose queue is this, and what is suppressed in it.
fn printed(queue: &str) -> (Vec<String>, Value) {
    let repository = repository();
    fs::write(repository.path().join(QUEUE), queue).unwrap();
    let report =
        report(&verify(&["infra", "--format", "json"]).current_dir(repository.path()).assert());
    let rules = report["findings"].as_array().unwrap().iter();
    (
        rules.map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect(),
        report["suppressed"].clone(),
    )
}

#[test]
fn above_a_block_it_covers_the_resource_and_at_an_argument_only_that() {
    let allow = "# paytf:allow encrypt-messages holds no data until 9999-12-31";
    let (both, none) =
        printed("resource \"aws_sqs_queue\" \"this\" {\n  sqs_managed_sse_enabled = false\n}\n");
    assert_eq!((both.len(), none), (2, Value::Array(Vec::new())), "{both:?}");
    for (queue, case) in [
        (
            format!(
                "{allow}\n\n# The queue.\nresource \"aws_sqs_queue\" \"this\" {{\n  \
                 sqs_managed_sse_enabled = false\n}}\n"
            ),
            "above the block",
        ),
        (
            format!(
                "resource \"aws_sqs_queue\" \"this\" {{ {allow}\n  sqs_managed_sse_enabled = \
                 false\n}}\n"
            ),
            "at the block",
        ),
        (
            format!(
                "resource \"aws_sqs_queue\" \"this\" {{\n  {allow}\n  sqs_managed_sse_enabled = \
                 false\n}}\n"
            ),
            "above",
        ),
        (
            format!(
                "resource \"aws_sqs_queue\" \"this\" {{\n  sqs_managed_sse_enabled = false \
                 {allow}\n}}\n"
            ),
            "at",
        ),
    ] {
        let (left, suppressed) = printed(&queue);
        assert_eq!(left, ["encrypt-own-key"], "{case}");
        assert_eq!(suppressed[0]["by"]["reason"], "holds no data", "{case}");
        assert_eq!(suppressed[0]["finding"]["rule"], "encrypt-messages", "{case}");
    }
    let elsewhere = format!(
        "resource \"aws_sqs_queue\" \"this\" {{\n  {allow}\n  name = \"q\"\n  \
         sqs_managed_sse_enabled = false\n}}\n"
    );
    assert_eq!(printed(&elsewhere).0.len(), 2, "at another argument it covers nothing");
}

#[test]
fn it_expires_and_is_told_where_it_covers_nothing() {
    let repository = repository();
    let message = |comment: &str, code: i32| {
        fs::write(
            repository.path().join(QUEUE),
            format!("# {comment}\nresource \"aws_sqs_queue\" \"this\" {{}}\n"),
        )
        .unwrap();
        stdout(&verify(&["infra"]).current_dir(repository.path()).assert().code(code))
    };
    let expired = message("paytf:allow encrypt-own-key in June until 2020-06-30", 1);
    assert!(
        expired.contains("expired")
            && expired.contains("2020-06-30")
            && expired.contains("in June"),
        "{expired}"
    );
    let unused = message("paytf:allow zone-nat-own-zone no NAT until 9999-12-31", 0);
    assert!(
        unused.contains("matches nothing") && unused.contains("unused modules/queue/queue.tf:1:1"),
        "{unused}"
    );
}

#[test]
fn one_that_cannot_be_meant_is_refused_with_its_line() {
    let repository = repository();
    for (comment, expected) in [
        ("paytf:allow", "is written as `# paytf:allow RULE REASON until 2027-01-31`"),
        (
            "paytf:allow zonee because until 2027-01-31",
            "zonee is no rule and no group; did you mean zone?",
        ),
        ("paytf:allow zone because", "it has no last day"),
        ("paytf:allow zone because until Friday", "until Friday: must be a day"),
        ("paytf:allow zone until 2027-01-31", "it does not say why the finding is accepted"),
    ] {
        fs::write(
            repository.path().join(QUEUE),
            format!("\n# {comment}\nresource \"aws_sqs_queue\" \"this\" {{}}\n"),
        )
        .unwrap();
        let message = stderr(&verify(&["infra"]).current_dir(repository.path()).assert().code(2));
        assert!(
            message.contains("modules/queue/queue.tf:2:1: paytf:allow: ")
                && message.contains(expected),
            "{message}"
        );
    }
}
