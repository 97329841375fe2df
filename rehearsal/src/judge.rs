//! Compares the acknowledged payments with the stored ones.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::parts::Payment;

/// The most payments that a report names.
const NAMED: usize = 5;

/// What came of one second's attempts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Second {
    /// How many were acknowledged.
    pub acknowledged: usize,
    /// How many ended without an acknowledgement.
    pub failed: usize,
}

impl Second {
    /// Every second from the beginning of the load, by when the attempts ended.
    pub fn all(payments: &[Payment], began: u64) -> Vec<Self> {
        let mut seconds: Vec<Self> = Vec::new();
        for attempt in payments.iter().flat_map(|payment| &payment.attempts) {
            let place = (attempt.done.saturating_sub(began) / 1000) as usize;
            if place >= seconds.len() {
                seconds.resize(place + 1, Self::default());
            }
            match attempt.is_acknowledged() {
                true => seconds[place].acknowledged += 1,
                false => seconds[place].failed += 1,
            }
        }
        seconds
    }
}

/// What came of all payments of a run. Times are in milliseconds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Payments that were sent.
    pub sent: usize,
    /// Payments that were acknowledged.
    pub acknowledged: usize,
    /// Payments that were acknowledged and are not stored.
    pub lost: usize,
    /// Some of them.
    pub lost_keys: Vec<String>,
    /// Payments that were acknowledged and are not in the transaction log.
    pub not_logged: usize,
    /// Payments that are stored more than once.
    pub stored_twice: usize,
    /// Payments that were sent, again and again, and never acknowledged.
    pub unanswered: usize,
    /// Whether all of them had to be acknowledged in the end, since the stack outlives the loss.
    pub is_served: bool,
    /// Payments that are stored and were never acknowledged: their senders cannot know.
    pub stored_only: usize,
    /// Times that a payment had to be sent again.
    pub sent_again: usize,
    /// Seconds in which any attempt ended without an acknowledgement.
    pub seconds_with_failures: usize,
    /// The longest time in which nothing was acknowledged.
    pub longest_silence: u64,
    /// From the loss to the first payment that was sent after it and acknowledged.
    pub first_after_loss: Option<u64>,
    /// From the loss to the last attempt that failed.
    pub last_failure_after_loss: Option<u64>,
    /// Half of all payments were acknowledged within this time of when they were due, whatever was
    /// sent again.
    pub p50: u64,
    /// And 99 of a hundred.
    pub p99: u64,
    /// And all.
    pub longest: u64,
}

impl Verdict {
    /// Of the payments that were sent, and the keys that are stored.
    pub fn of(
        payments: &[Payment],
        stored: &[String],
        logged: &[String],
        loss: Option<u64>,
        is_served: bool,
    ) -> Self {
        let unique: BTreeSet<_> = stored.iter().map(String::as_str).collect();
        let acknowledged: Vec<_> =
            payments.iter().filter_map(|one| Some((one, one.acknowledged()?))).collect();
        let logged: BTreeSet<_> = logged.iter().map(String::as_str).collect();
        let lost: Vec<_> =
            acknowledged.iter().filter(|(one, _)| !unique.contains(one.key.as_str())).collect();
        let stored_only = payments
            .iter()
            .filter(|one| one.acknowledged().is_none() && unique.contains(one.key.as_str()));
        let failures: Vec<_> = payments
            .iter()
            .flat_map(|one| &one.attempts)
            .filter(|one| !one.is_acknowledged())
            .map(|one| one.done)
            .collect();
        let mut times: Vec<_> = acknowledged.iter().map(|(_, at)| *at).collect();
        times.sort_unstable();
        let mut delays: Vec<_> =
            acknowledged.iter().map(|(one, at)| at.saturating_sub(one.due)).collect();
        delays.sort_unstable();
        let percentile = |percent: usize| {
            delays.get((delays.len() * percent / 100).min(delays.len().saturating_sub(1)))
        };
        let after = |loss: u64| {
            acknowledged
                .iter()
                .filter(move |(one, _)| one.attempts.iter().any(|one| one.sent >= loss))
        };
        Self {
            sent: payments.len(),
            acknowledged: acknowledged.len(),
            unanswered: payments.len() - acknowledged.len(),
            is_served,
            lost: lost.len(),
            lost_keys: lost.iter().take(NAMED).map(|(one, _)| one.key.clone()).collect(),
            not_logged: acknowledged
                .iter()
                .filter(|(one, _)| !logged.contains(one.key.as_str()))
                .count(),
            stored_twice: stored.len() - unique.len(),
            stored_only: stored_only.count(),
            sent_again: payments.iter().map(|one| one.attempts.len().saturating_sub(1)).sum(),
            seconds_with_failures: failures
                .iter()
                .map(|at| at / 1000)
                .collect::<BTreeSet<_>>()
                .len(),
            longest_silence: times.windows(2).map(|two| two[1] - two[0]).max().unwrap_or(0),
            first_after_loss: loss
                .and_then(|loss| after(loss).map(|(_, at)| at.saturating_sub(loss)).min()),
            last_failure_after_loss: loss
                .and_then(|loss| failures.iter().filter_map(|at| at.checked_sub(loss)).max()),
            p50: percentile(50).copied().unwrap_or(0),
            p99: percentile(99).copied().unwrap_or(0),
            longest: delays.last().copied().unwrap_or(0),
        }
    }

    /// Whether payments went through, none of them was lost, taken twice or left out of the
    /// transaction log, and, where the stack outlives the loss, all of them were acknowledged
    /// in the end.
    pub fn holds(&self) -> bool {
        let is_kept = self.lost == 0 && self.not_logged == 0 && self.stored_twice == 0;
        self.acknowledged > 0 && is_kept && (self.unanswered == 0 || !self.is_served)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parts::Attempt;

    fn payment(key: &str, attempts: &[(u64, u64, Option<u16>)]) -> Payment {
        let attempt = |(sent, done, status): &(u64, u64, Option<u16>)| Attempt {
            sent: *sent,
            done: *done,
            status: *status,
        };
        Payment {
            key: key.to_owned(),
            due: attempts[0].0,
            attempts: attempts.iter().map(attempt).collect(),
        }
    }

    #[test]
    fn a_payment_that_was_acknowledged_and_is_not_stored_is_lost() {
        let payments = [payment("a", &[(0, 5, Some(201))]), payment("b", &[(10, 17, Some(201))])];
        let verdict = Verdict::of(&payments, &["a".to_owned()], &["a".to_owned()], None, true);
        assert_eq!(
            (verdict.acknowledged, verdict.lost, verdict.lost_keys.clone()),
            (2, 1, vec!["b".to_owned()])
        );
        assert!(!verdict.holds());
        assert!(
            Verdict::of(
                &payments,
                &["a".to_owned(), "b".to_owned()],
                &["a".to_owned(), "b".to_owned()],
                None,
                true
            )
            .holds()
        );
    }

    #[test]
    fn a_payment_that_is_stored_twice_is_told_and_one_that_was_not_acknowledged_is_no_loss() {
        let payments = [
            payment("a", &[(0, 5, Some(201))]),
            payment("b", &[(0, 9, None), (10, 20, Some(503))]),
        ];
        let stored = ["a", "b"].map(str::to_owned);
        // Without a stack that outlives the loss, a payment that nobody answers is no failure of
        // its own.
        let verdict = Verdict::of(&payments, &stored, &stored, None, false);
        assert_eq!((verdict.lost, verdict.stored_only, verdict.sent_again), (0, 1, 1));
        assert!(verdict.holds());
        let twice =
            Verdict::of(&payments, &["a", "a", "b"].map(str::to_owned), &stored, None, false);
        assert_eq!((twice.lost, twice.stored_twice), (0, 1));
        assert!(!twice.holds());
    }

    #[test]
    fn a_payment_that_is_never_acknowledged_is_a_failure_unless_the_stack_does_not_outlive_the_loss()
     {
        let payments = [
            payment("a", &[(0, 5, Some(201))]),
            payment("b", &[(10, 17, Some(503)), (20, 30, None)]),
        ];
        let stored = ["a".to_owned()];
        assert!(!Verdict::of(&payments, &stored, &stored, Some(7), true).holds());
        assert!(Verdict::of(&payments, &stored, &stored, Some(7), false).holds());
        assert_eq!(Verdict::of(&payments, &stored, &stored, Some(7), true).unanswered, 1);
    }

    #[test]
    fn each_second_has_what_ended_in_it() {
        let payments = [
            payment("a", &[(900, 999, Some(201))]),
            payment("b", &[(950, 1_000, None), (2_100, 3_001, Some(200))]),
        ];
        let one = |acknowledged, failed| Second { acknowledged, failed };
        assert_eq!(Second::all(&payments, 0), [one(1, 0), one(0, 1), one(0, 0), one(1, 0)]);
    }

    #[test]
    fn a_payment_that_was_acknowledged_and_is_not_in_the_transaction_log_is_a_failure() {
        let (payments, stored) = ([payment("a", &[(0, 5, Some(201))])], ["a".to_owned()]);
        let verdict = Verdict::of(&payments, &stored, &[], None, true);
        assert!(verdict.not_logged == 1 && !verdict.holds());
    }

    #[test]
    fn without_any_payment_nothing_is_proved() {
        assert!(!Verdict::of(&[], &[], &[], None, true).holds());
        assert!(!Verdict::of(&[payment("a", &[(0, 9, None)])], &[], &[], None, true).holds());
    }

    #[test]
    fn times_are_counted_from_the_loss_and_from_when_a_payment_was_due() {
        let payments = [
            payment("a", &[(1_000, 1_010, Some(201))]),
            payment("b", &[(1_500, 2_500, None), (2_700, 2_750, Some(200))]),
            payment("c", &[(2_600, 2_640, Some(201))]),
        ];
        let stored = ["a", "b", "c"].map(str::to_owned);
        let verdict = Verdict::of(&payments, &stored, &stored, Some(1_400), true);
        assert_eq!(
            (verdict.first_after_loss, verdict.last_failure_after_loss),
            (Some(1_240), Some(1_100))
        );
        assert_eq!(
            (verdict.longest_silence, verdict.seconds_with_failures, verdict.longest),
            (1_630, 1, 1_250)
        );
    }
}
