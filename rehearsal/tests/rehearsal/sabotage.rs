//! What is done wrong on purpose, and that the judge sees it.

use crate::report;

#[test]
fn the_judge_sees_that_the_database_commits_what_no_other_zone_has() {
    let (report, holds) = report(&["--lose=zone-b", "--sabotage=commit-without-quorum"]);
    assert!(!holds && report["verdict"]["lost"].as_u64().unwrap() > 0, "{report:#}");
}

#[test]
fn the_judge_sees_that_the_service_acknowledges_before_it_commits() {
    let (report, holds) = report(&["--lose=zone-b", "--sabotage=acknowledge-before-commit"]);
    assert!(!holds && report["verdict"]["lost"].as_u64().unwrap() > 0, "{report:#}");
}

#[test]
fn the_judge_sees_that_the_instance_which_has_less_becomes_the_writer() {
    let (report, holds) = report(&["--lose=zone-b", "--sabotage=promote-older"]);
    assert!(!holds && report["verdict"]["lost"].as_u64().unwrap() > 0, "{report:#}");
}

#[test]
fn the_judge_sees_that_the_service_takes_a_payment_twice() {
    let (report, holds) = report(&["--sabotage=capture-twice"]);
    assert!(!holds && report["verdict"]["stored_twice"].as_u64().unwrap() > 0, "{report:#}");
}
