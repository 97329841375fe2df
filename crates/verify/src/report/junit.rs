//! The report as JUnit XML, which continuous integration shows: a test suite for each group, a test
//! case for each rule.

use quick_junit::{NonSuccessKind, Report as Junit, TestCase, TestCaseStatus, TestSuite};

use super::{Finding, Report, RuleSummary, Verdict, counted};

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
        let mut case = case(summary, report);
        // By which services group cases.
        case.set_classname(group);
        suite.add_test_case(case);
    }
    add(&mut junit, suite);
    let mut decisions = TestSuite::new("suppressions");
    for entry in &report.expired {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status.set_message(format!("expired on {}", entry.expires));
        decisions
            .add_test_case(TestCase::new(format!("{} for {}", entry.rule, entry.resource), status));
    }
    add(&mut junit, decisions);
    let mut plan = TestSuite::new("plan");
    for gap in &report.gaps {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status.set_message(gap.clone());
        plan.add_test_case(TestCase::new("the plan is of the whole stack", status));
    }
    add(&mut junit, plan);
    let xml = junit.to_string()?;
    // The schema of Jenkins knows this attribute of a suite, and not of all suites.
    let skipped = junit
        .test_suites
        .iter()
        .flat_map(|suite| &suite.test_cases)
        .filter(|case| is_skipped(case))
        .count();
    Ok(xml.replacen(&format!(" skipped=\"{skipped}\""), "", 1))
}

fn is_skipped(case: &TestCase) -> bool {
    matches!(case.status, TestCaseStatus::Skipped { .. })
}

fn add(junit: &mut Junit, suite: TestSuite) {
    if !suite.test_cases.is_empty() {
        junit.add_test_suite(suite);
    }
}

/// One rule: failed if anything is wrong; skipped if nothing is, but something is not known,
/// accepted or known already, or there is nothing that it is about.
fn case(summary: &RuleSummary, report: &Report) -> TestCase {
    let of = |outcome| {
        let findings = report.findings.iter();
        findings
            .filter(move |finding| finding.rule == summary.id && finding.outcome == outcome)
            .collect::<Vec<_>>()
    };
    let (failures, unknowns) = (of(Verdict::Fail), of(Verdict::Unknown));
    let accepted =
        report.suppressed.iter().filter(|suppressed| suppressed.finding.rule == summary.id).count();
    let skipped = |why: String| {
        let mut status = TestCaseStatus::skipped();
        status.set_message(why);
        TestCase::new(summary.id, status)
    };
    let (mut status, shown) = match (&failures[..], &unknowns[..]) {
        ([], []) if summary.looked_at == 0 => {
            return skipped("there is nothing that this rule is about".to_owned());
        }
        ([], []) if accepted > 0 => {
            return skipped(format!("{} suppressed", counted(accepted, "finding")));
        }
        ([], []) if summary.in_baseline > 0 => {
            return skipped(format!(
                "{} in the baseline already",
                counted(summary.in_baseline, "finding")
            ));
        }
        ([], []) => return TestCase::new(summary.id, TestCaseStatus::success()),
        ([], unknowns) => (TestCaseStatus::skipped(), unknowns),
        (failures, _) => (TestCaseStatus::non_success(NonSuccessKind::Failure), failures),
    };
    let first = shown
        .first()
        .map(|finding| format!("{}: {}", finding.place(), finding.message))
        .unwrap_or_default();
    let more =
        if shown.len() > 1 { format!(" (and {} more)", shown.len() - 1) } else { String::new() };
    let fix = shown.first().map(|finding| finding.fix).unwrap_or_default();
    let lines = shown.iter().map(|finding| line(finding)).chain([format!("fix: {fix}")]);
    status
        .set_message(format!("{first}{more}"))
        .set_description(lines.collect::<Vec<_>>().join("\n"));
    if let Some(finding) = shown.first() {
        status.set_type(finding.severity.to_string());
    }
    TestCase::new(summary.id, status)
}

fn line(finding: &Finding) -> String {
    let location =
        finding.location.as_ref().map(|location| format!("{location}: ")).unwrap_or_default();
    format!("{location}{}: {}", finding.place(), finding.message)
}
