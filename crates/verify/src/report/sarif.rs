//! The report as SARIF 2.1.0, which code-scanning services read.
//! Source: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::{Value, json};

use super::{Finding, Report, Verdict};
use crate::location::Location;
use crate::{Rule, Severity, rule};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const PAGES: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main/crates/verify/docs/rules");

/// Characters that a file's path may have and a URI's may not. Source: RFC 3986, section 3.3.
const NOT_IN_URI: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b':')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The report of what is in a file or folder. A finding that is not written in a file of the
/// configuration is at the first line of that.
pub fn sarif(report: &Report, file: &str) -> Value {
    let found = report.findings.iter().map(|finding| result(finding, file, None));
    let suppressed = report
        .suppressed
        .iter()
        .map(|suppressed| result(&suppressed.finding, file, Some(&suppressed.by.reason)));
    let results: Vec<_> = found.chain(suppressed).collect();
    let rules: Vec<_> = report.rules.iter().filter_map(|summary| descriptor(summary.id)).collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "paytf",
                "semanticVersion": report.paytf_version,
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": rules,
            }},
            "results": results,
            "invocations": [{
                "executionSuccessful": report.gaps.is_empty(),
                "toolExecutionNotifications": gaps(report)
            }],
        }],
    })
}

/// Why the plan is not of the whole stack.
fn gaps(report: &Report) -> Vec<Value> {
    report.gaps.iter().map(|gap| json!({"level": "error", "message": {"text": gap}})).collect()
}

fn descriptor(id: &str) -> Option<Value> {
    let rule = rule(id)?;
    let mut properties = json!({"tags": rule.requirements});
    if let Some(severity) = security_severity(rule) {
        let tags = std::iter::once("security").chain(rule.requirements.iter().copied());
        properties = json!({"tags": tags.collect::<Vec<_>>(), "security-severity": severity});
    }
    Some(json!({
        "id": rule.id,
        "shortDescription": {"text": rule.title()},
        "fullDescription": {"text": rule.section("Why")},
        "help": {"text": rule.fix(), "markdown": rule.page()},
        "helpUri": format!("{PAGES}/{}.md", rule.id),
        "defaultConfiguration": {"level": level(rule.severity)},
        "properties": properties,
    }))
}

/// How bad a finding is on the scale of 10 by which code scanning calls an alert on security high
/// or medium. What is no matter of security, as the loss of a zone, has none, and is an error or a
/// warning there. Source:
/// <https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support>, on
/// `security-severity`.
fn security_severity(rule: &Rule) -> Option<&'static str> {
    const SECURITY: [&str; 7] = ["encrypt", "harden", "iam", "log", "network", "permit", "secret"];
    SECURITY.contains(&rule.group()).then_some(match rule.severity {
        Severity::Error => "8.0",
        Severity::Warning => "5.0",
    })
}

fn result(finding: &Finding, file: &str, accepted: Option<&str>) -> Value {
    let place = finding.place();
    let (file, region) = match &finding.location {
        Some(Location { file, line, column }) => {
            (file.as_str(), json!({"startLine": line, "startColumn": column}))
        }
        None => (file, json!({"startLine": 1})),
    };
    let uri = utf8_percent_encode(file.trim_start_matches("./"), NOT_IN_URI).to_string();
    let mut result = json!({
        "ruleId": finding.rule,
        // What is not known is no failure: SARIF calls it open.
        "kind": if finding.outcome == Verdict::Unknown { "open" } else { "fail" },
        "level": if finding.outcome == Verdict::Unknown { "none" } else { level(finding.severity) },
        "message": {"text": format!("{place}: {}. {}", finding.message, finding.fix)},
        "locations": [{
            "physicalLocation": {"artifactLocation": {"uri": uri}, "region": region},
            "logicalLocations": [{"fullyQualifiedName": place, "kind": "resource"}],
        }],
        "partialFingerprints": {
            "place/v1": format!("{} {place}", finding.rule),
            // By this one GitHub knows an alert again.
            "primaryLocationLineHash": finding.fingerprint,
        },
    });
    if let Some(reason) = accepted {
        result["suppressions"] =
            json!([{"kind": "external", "status": "accepted", "justification": reason}]);
    }
    result
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
