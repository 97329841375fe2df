//! The report as JUnit XML, which continuous integration shows: a test suite for each group, a test case for each rule.

use quick_junit::{NonSuccessKind, Report as Junit, TestCase, TestCaseStatus, TestSuite};

use super::{Finding, Report, Verdict};

/// The report as XML.
///
/// # Errors
/// When a text cannot be written as XML.
pub fn junit(report: &Report) -> anyhow::Result<String> {
    let mut junit = Junit::new("paytf verify");
    let mut suite = TestSuite::new("");
    for summary in &report.rules {
        let group = summary.id.split('-').next().unwrap_or_default();
        if suite.name.as_str() != group {
            add(&mut junit, std::mem::replace(&mut suite, TestSuite::new(group)));
        }
        suite.add_test_case(case(summary.id, &report.findings));
    }
    add(&mut junit, suite);
    let mut decisions = TestSuite::new("suppressions");
    for entry in &report.expired {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status.set_message(format!("expired on {}", entry.expires));
        decisions.add_test_case(TestCase::new(format!("{} for {}", entry.rule, entry.resource), status));
    }
    add(&mut junit, decisions);
    let mut plan = TestSuite::new("plan");
    for gap in &report.gaps {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status.set_message(gap.clone());
        plan.add_test_case(TestCase::new("the plan is of the whole stack", status));
    }
    add(&mut junit, plan);
    Ok(junit.to_string()?)
}

fn add(junit: &mut Junit, suite: TestSuite) {
    if !suite.test_cases.is_empty() {
        junit.add_test_suite(suite);
    }
}

/// One rule: failed if anything is wrong, skipped if nothing is but something is not known.
fn case(id: &'static str, findings: &[Finding]) -> TestCase {
    let of = |outcome| findings.iter().filter(move |finding| finding.rule == id && finding.outcome == outcome);
    let (failures, unknowns): (Vec<_>, Vec<_>) = (of(Verdict::Fail).collect(), of(Verdict::Unknown).collect());
    let (mut status, told) = match (&failures[..], &unknowns[..]) {
        ([], []) => return TestCase::new(id, TestCaseStatus::success()),
        ([], unknowns) => (TestCaseStatus::skipped(), unknowns),
        (failures, _) => (TestCaseStatus::non_success(NonSuccessKind::Failure), failures),
    };
    let lines: Vec<_> =
        told.iter().map(|finding| format!("{} {}: {}", finding.address, finding.path, finding.message)).collect();
    status.set_message(told[0].title).set_description(lines.join("\n"));
    TestCase::new(id, status)
}
