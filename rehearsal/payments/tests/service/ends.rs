//! SIGTERM: no connection is taken any more, and what is running is ended.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use paytf_payments::{PAYMENTS, sample};
use tokio::task::JoinSet;

use crate::process::{Service, client};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_runs_at_sigterm_is_answered_and_nothing_new_is_taken() {
    let mut service = Service::start().await;
    service.stand_ins.is_held.send_replace(true);
    let (client, url) = (client(), service.url().join(PAYMENTS).unwrap());
    let mut running = JoinSet::new();
    for _ in 0..20 {
        let request = client.post(url.clone()).body(sample::payment(&sample::key(), 7).to_string());
        running.spawn(async move { request.send().await.map(|answer| answer.status().as_u16()) });
    }
    while service.stand_ins.asked.load(Ordering::Relaxed) < 20 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let since = Instant::now();
    service.signal(Signal::SIGTERM);
    while tokio::net::TcpStream::connect(("127.0.0.1", service.port)).await.is_ok() {
        assert!(since.elapsed() < Duration::from_secs(20), "connections are taken after SIGTERM");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    service.stand_ins.is_held.send_replace(false);
    let status = service.ended().await;
    assert!(status.success(), "{status}");
    assert!(since.elapsed() < Duration::from_secs(40), "{:?}", since.elapsed());
    while let Some(answer) = running.join_next().await {
        assert_eq!(answer.unwrap().unwrap(), 201);
    }
    let rows = service
        .postgres
        .connect("payments")
        .await
        .query("SELECT FROM payments.payment", &[])
        .await
        .unwrap();
    assert_eq!(rows.len(), 20);
    let lines = service.lines();
    for message in ["service started", "service stops", "service stopped"] {
        assert!(lines.contains(message), "{message} was not said");
    }
    assert!(!lines.contains(sample::CARD_NUMBER));
}
