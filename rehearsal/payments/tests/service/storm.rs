//! The service ends in the middle of payments, again and again, and merchants send them again: each
//! is stored exactly once, none that was acknowledged is missing, and each that is stored is in the
//! transaction log.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use serde_json::Value;

use crate::merchants::Merchants;
use crate::process::Service;

/// How often it ends.
const ENDS: usize = 6;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_that_is_killed_among_payments_stores_each_exactly_once() {
    storm(1_500, Signal::SIGKILL).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_that_is_stopped_among_payments_stores_each_exactly_once() {
    storm(1_000, Signal::SIGTERM).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "10,000 payments: cargo test -p paytf-payments -- --ignored"]
async fn a_service_that_is_killed_among_ten_thousand_payments_stores_each_exactly_once() {
    storm(10_000, Signal::SIGKILL).await;
}

async fn storm(payments: usize, signal: Signal) {
    let mut service = Service::start().await;
    let (merchants, since) = (Arc::new(Merchants::default()), Instant::now());
    let mut sending = merchants.send(&service, payments);
    for end in 1..=ENDS {
        while merchants.count() < payments * end / (ENDS + 1) {
            assert!(since.elapsed() < Duration::from_secs(300), "payments do not go on");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        let status = service.end(signal).await;
        assert!(signal == Signal::SIGKILL || status.success(), "{status}");
        service.start_again();
    }
    while let Some(done) = sending.join_next().await {
        done.unwrap();
    }
    let (took, sent_again) = (since.elapsed(), merchants.sent_again.load(Ordering::Relaxed));
    let replayed = merchants.replayed.load(Ordering::Relaxed);
    println!(
        "{payments} payments in {took:.1?}, {ENDS} times {signal}: {sent_again} sent again, \
         {replayed} of them were taken before"
    );
    assert!(sent_again > 0, "it has ended and nobody saw it");
    holds(&service, &merchants, payments).await;
}

async fn holds(service: &Service, merchants: &Merchants, payments: usize) {
    let client = service.postgres.connect("payments").await;
    let stored = client
        .query("SELECT id::text, idempotency_key, minor_units FROM payments.payment", &[])
        .await
        .unwrap();
    let log: HashMap<String, Value> = {
        let objects = service.stand_ins.objects.lock().unwrap();
        let entries = objects.values().map(|body| serde_json::from_slice::<Value>(body).unwrap());
        entries.map(|entry| (entry["payment_id"].as_str().unwrap().to_owned(), entry)).collect()
    };
    let acknowledged = merchants.acknowledged.lock().unwrap();
    assert_eq!((stored.len(), acknowledged.len()), (payments, payments));
    let mut keys = HashSet::new();
    for row in &stored {
        let (id, key, minor_units): (String, String, i64) = (row.get(0), row.get(1), row.get(2));
        let answer = &acknowledged[&key];
        assert_eq!(
            (answer["payment_id"].as_str(), &answer["amount"]["minor_units"]),
            (Some(id.as_str()), &minor_units.into())
        );
        assert!(key.ends_with(&format!("-{minor_units}")), "{key} is of {minor_units}");
        assert_eq!(log.get(&id), Some(answer), "the transaction log has another payment");
        assert!(keys.insert(key), "stored twice");
    }
}
