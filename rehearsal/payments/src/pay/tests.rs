//! Whatever is sent, in whatever order, and whatever fails: each payment is taken once, and what is
//! answered is so.

use std::collections::HashMap;
use std::sync::atomic::Ordering;

use futures_util::future::join_all;
use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::fakes::{Fakes, of};
use crate::sample;

fn run<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

fn body(key: usize, minor_units: i64) -> Vec<u8> {
    sample::payment(&format!("key-of-a-payment-{key}"), minor_units).to_string().into_bytes()
}

/// One time that a payment is sent, and what fails at that time.
#[derive(Debug, Clone)]
struct Sending {
    key: usize,
    minor_units: i64,
    fails: [bool; 4],
}

fn sendings() -> impl Strategy<Value = Vec<Sending>> {
    let fails = prop_oneof![3 => Just([false; 4]), 2 => any::<[bool; 4]>()];
    let one = (0..3usize, 1..3i64, fails).prop_map(|(key, minor_units, fails)| Sending {
        key,
        minor_units,
        fails,
    });
    prop::collection::vec(one, 1..24)
}

impl Sending {
    fn fail(&self, fakes: &Fakes) {
        let failing = &fakes.failing;
        let all = [
            &failing.validation,
            &failing.transaction_log,
            &failing.database,
            &failing.answer_of_database,
        ];
        all.into_iter()
            .zip(self.fails)
            .for_each(|(one, fails)| one.store(fails, Ordering::Relaxed));
    }
}

/// What was answered for each key holds together, and is what is stored and in the log.
fn holds_together(fakes: &Fakes, answers: &[(Sending, Answer)]) {
    let (rows, log) = (of(&fakes.rows), of(&fakes.log));
    let mut taken = HashMap::new();
    for (sending, answer) in answers {
        match answer {
            Answer::Taken(payment, _) => {
                assert_eq!(payment.amount.minor_units, sending.minor_units);
                assert!(rows.values().any(|row| row == payment), "acknowledged and not stored");
                assert_eq!(
                    taken.entry(sending.key).or_insert(payment.id),
                    &payment.id,
                    "another answer"
                );
            }
            Answer::Differs => {
                let row = rows
                    .values()
                    .find(|row| row.idempotency_key.ends_with(&sending.key.to_string()))
                    .unwrap();
                assert_ne!(
                    row.amount.minor_units, sending.minor_units,
                    "refused as another payment"
                );
            }
            Answer::Unknown(_) => {}
            other => panic!("{other:?}"),
        }
    }
    for row in rows.values() {
        assert!(log.contains(row), "stored and not in the log");
    }
}

proptest! {
    #[test]
    fn each_payment_is_taken_once_whatever_fails(sendings in sendings()) {
        let fakes = Fakes::default();
        let parts = fakes.parts();
        let mut answers = Vec::new();
        for sending in sendings {
            sending.fail(&fakes);
            let answer = run(parts.pay(&body(sending.key, sending.minor_units)));
            prop_assert!(sending.fails.contains(&true) || !matches!(answer, Answer::Unknown(_)));
            answers.push((sending, answer));
        }
        holds_together(&fakes, &answers);
    }

    #[test]
    fn each_payment_is_taken_once_whatever_is_sent_at_the_same_time(sendings in sendings()) {
        let fakes = Fakes::default();
        let parts = fakes.parts();
        let pay = async |sending: &Sending| parts.pay(
            &body(sending.key, sending.minor_units)
        ).await;
        let answers = run(join_all(sendings.iter().map(pay)));
        let answers: Vec<_> = sendings.into_iter().zip(answers).collect();
        prop_assert!(answers.iter().all(|(_, answer)| !matches!(answer, Answer::Unknown(_))));
        holds_together(&fakes, &answers);
    }

    #[test]
    fn junk_is_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let answer = run(Fakes::default().parts().pay(&bytes));
        prop_assert!(matches!(answer, Answer::NoRequest | Answer::Rejected(_)), "{answer:?}");
    }

    /// Whatever the validation accepts, the service can read.
    #[test]
    fn what_is_nearly_a_payment_is_taken_or_refused(
        at in any::<prop::sample::Index>(),
        by in prop_oneof![
            Just(None), any::<u8>().prop_map(Some), Just(Some(b'0')), Just(Some(b' ')),
            Just(Some(b'"'))
        ],
    ) {
        let mut bytes = body(1, 1);
        let at = at.index(bytes.len());
        match by {
            Some(by) => bytes[at] = by,
            None => drop(bytes.remove(at)),
        }
        let answer = run(Fakes::default().parts().pay(&bytes));
        let is_answered = matches!(
            answer, Answer::Taken(_, Sent::First) | Answer::NoRequest | Answer::Rejected(_)
        );
        prop_assert!(is_answered, "{answer:?}");
    }
}

#[test]
fn each_method_of_payment_is_kept_by_its_last_four_characters() {
    let methods = [
        (
            json!({"type": "card", "number": "4111111111111111", "expiry": "2028-09"}),
            "card",
            "1111",
        ),
        (json!({"type": "card_token", "token": "tok_abcdefghijklmnopqrst"}), "card_token", "qrst"),
        (
            json!({
                "type": "bank_transfer", "iban": "DE89370400440532013000", "account_holder": "Ada"
            }),
            "bank_transfer",
            "3000",
        ),
    ];
    for (number, (method, kind, end)) in methods.into_iter().enumerate() {
        let fakes = Fakes::default();
        let mut payment = sample::payment(&format!("key-of-a-payment-{number}"), 1);
        payment["payment_method"] = method;
        let answer = run(fakes.parts().pay(payment.to_string().as_bytes()));
        let Answer::Taken(payment, Sent::First) = answer else { panic!("{answer:?}") };
        assert_eq!((payment.method, payment.method_end.as_str()), (kind, end));
    }
}

#[test]
fn a_payment_that_was_taken_has_its_answer_when_its_request_is_too_old_to_be_taken() {
    let fakes = Fakes::default();
    let Answer::Taken(first, Sent::First) = run(fakes.parts().pay(&body(1, 1))) else {
        panic!("not taken")
    };
    let later = Fakes { later: 1, ..fakes.clone() };
    assert!(matches!(
        run(later.parts().pay(&body(1, 1))), Answer::Taken(again, Sent::Again) if again == first
    ));
    assert!(matches!(run(later.parts().pay(&body(1, 2))), Answer::Differs));
    assert!(matches!(run(later.parts().pay(&body(2, 1))), Answer::Rejected(_)));
    assert_eq!(of(&fakes.rows).len(), 1);
}

/// A batch of SQS has no decision, and the function's answer to it says nothing of a payment.
#[test]
fn a_batch_of_messages_is_no_payment() {
    let mut payment = sample::payment("key-of-a-payment-1", 1);
    payment["Records"] = json!([]);
    for text in [
        payment.to_string(),
        payment.to_string().replace("Records", r"\u0052ecords"),
        r#"{"Records":[]}"#.to_owned(),
    ] {
        let answer = run(Fakes::default().parts().pay(text.as_bytes()));
        assert!(matches!(answer, Answer::NoRequest), "{answer:?}");
    }
}

#[test]
fn no_line_has_the_number_of_a_card_wherever_it_is_sent() {
    const PLANTED: [&str; 3] = ["4111111111111111", "5555555555554444", "378282246310005"];
    let good = sample::payment("key-of-a-payment-1", 1);
    let pointers = [
        "/schema_version",
        "/request_id",
        "/idempotency_key",
        "/merchant_id",
        "/requested_at",
        "/amount",
        "/amount/minor_units",
        "/amount/currency",
        "/payment_method",
        "/payment_method/type",
        "/payment_method/number",
        "/payment_method/expiry",
        "/payment_method/cvv",
        "/payment_method/holder",
        "/billing_country",
    ];
    let mut bodies = vec![good.to_string()];
    for number in PLANTED {
        bodies.push(number.to_owned());
        bodies.push(json!({ number: number }).to_string());
        bodies.push(format!(r#"{{"idempotency_key": "{number}""#));
        for pointer in pointers {
            let mut bad = good.clone();
            *bad.pointer_mut(pointer).unwrap() = json!(number);
            bodies.push(bad.to_string());
        }
    }
    let fakes = Fakes::default();
    let parts = fakes.parts();
    for fails in [
        [false; 4],
        [true, false, false, false],
        [false, true, false, false],
        [false, false, true, false],
    ] {
        Sending { key: 0, minor_units: 0, fails }.fail(&fakes);
        bodies.iter().for_each(|body| drop(run(parts.pay(body.as_bytes()))));
    }
    let lines = fakes.lines();
    assert!(lines.lines().count() >= 4 * bodies.len());
    for line in lines.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(
            line["timestamp"].is_string()
                && line["level"].is_string()
                && line["message"].is_string(),
            "{line}"
        );
    }
    for number in PLANTED {
        assert!(!lines.contains(number), "{number} is in the log");
    }
    for message in [
        "payment taken",
        "payment rejected",
        "payment refused",
        "payment not answered for",
        "call failed",
    ] {
        assert!(lines.contains(message), "{message} was never said");
    }
}
