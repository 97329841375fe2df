//! Merchants: each payment is sent again under its key until it is acknowledged.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use paytf_payments::{PAYMENTS, sample};
use serde_json::Value;
use tokio::task::JoinSet;

use crate::process::{Service, client};

/// How many payments are under way at the same time.
const AT_ONCE: usize = 32;

/// What was acknowledged: the answer to each key.
#[derive(Default)]
pub struct Merchants {
    pub acknowledged: Mutex<HashMap<String, Value>>,
    /// How often a payment had to be sent again.
    pub sent_again: AtomicUsize,
    /// How often the answer said that the payment had been taken before.
    pub replayed: AtomicUsize,
}

/// A key, whose end is the payment's amount.
fn key(number: usize) -> String {
    format!("payment-number-{number}")
}

impl Merchants {
    pub fn count(&self) -> usize {
        self.acknowledged.lock().unwrap().len()
    }

    /// Sends payments, each of an amount of its own.
    pub fn send(self: &Arc<Self>, service: &Service, payments: usize) -> JoinSet<()> {
        let (next, client) = (Arc::new(AtomicUsize::new(1)), client());
        let url = service.url().join(PAYMENTS).unwrap();
        let mut set = JoinSet::new();
        for _ in 0..AT_ONCE {
            let (merchants, next, client, url) =
                (Arc::clone(self), Arc::clone(&next), client.clone(), url.clone());
            set.spawn(async move {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number > payments {
                        return;
                    }
                    merchants.pay(&client, &url, number).await;
                }
            });
        }
        set
    }

    async fn pay(&self, client: &reqwest::Client, url: &reqwest::Url, number: usize) {
        let body = sample::payment(&key(number), number as i64).to_string();
        loop {
            if let Ok(answer) = client.post(url.clone()).body(body.clone()).send().await {
                let status = answer.status().as_u16();
                assert!(status == 201 || status == 503, "{status}");
                let is_again = answer.headers().contains_key("idempotency-replayed");
                if let (201, Ok(bytes)) = (status, answer.bytes().await) {
                    self.replayed.fetch_add(usize::from(is_again), Ordering::Relaxed);
                    let answer = serde_json::from_slice(&bytes).unwrap();
                    assert!(
                        self.acknowledged.lock().unwrap().insert(key(number), answer).is_none()
                    );
                    return;
                }
            }
            self.sent_again.fetch_add(1, Ordering::Relaxed);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}
