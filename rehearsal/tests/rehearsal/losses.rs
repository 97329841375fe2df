//! What is left when something is taken away.

use crate::{assert_survives, has_event, report};

#[test]
fn no_payment_is_lost_with_the_writers_zone() {
    let (report, holds) = report(&["--lose=zone-b"]);
    assert_survives(&report);
    assert!(holds);
}

#[test]
fn no_payment_is_lost_when_the_writers_zone_is_cut_off_and_runs_on() {
    let (report, holds) = report(&["--lose=cut-zone-b"]);
    assert_survives(&report);
    assert!(holds);
}

#[test]
fn payments_go_on_when_the_writer_alone_is_lost() {
    let (report, holds) = report(&["--lose=writer"]);
    assert!(holds && has_event(&report, "does not answer"), "{report:#}");
}

#[test]
fn payments_stop_as_predicted_when_two_zones_are_lost_and_none_is_lost() {
    let (report, holds) = report(&["--lose=zone-a,zone-b"]);
    assert!(holds, "{report:#}");
    assert_eq!(report["prediction"]["is_served"], false);
    let verdict = &report["verdict"];
    assert!(verdict["unanswered"].as_u64() > Some(0) && verdict["lost"] == 0, "{report:#}");
}

#[test]
#[ignore = "minutes: cargo test -p rehearsal -- --ignored"]
fn payments_go_on_whatever_else_is_lost() {
    for lost in ["task", "nat", "function", "slow-zone-b"] {
        let (report, holds) = report(&[&format!("--lose={lost}")]);
        assert!(holds, "{lost}: {report:#}");
        assert_eq!(report["verdict"]["unanswered"], 0);
    }
}

#[test]
fn without_a_loss_every_payment_is_acknowledged_the_first_time() {
    let (report, holds) = report(&[]);
    assert!(holds, "{report:#}");
    let verdict = &report["verdict"];
    assert_eq!(
        (&verdict["acknowledged"], &verdict["lost"]),
        (&360.into(), &0.into()),
        "{report:#}"
    );
}

#[test]
fn a_stack_without_an_endpoint_for_lambda_invokes_the_function_through_its_nat_gateways() {
    let (report, holds) = report(&["--profile=staging", "--lose=zone-b"]);
    assert_survives(&report);
    assert!(holds);
}
