//! SIGTERM: no connection is taken any more, and what is running is ended.

use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use paytf_payments::{PAYMENTS, sample};
use tokio::task::JoinSet;

use crate::process::{Service, client};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_runs_at_sigterm_is_answered_and_nothing_new_is_taken() {
    let mut service = Service::start().await;
    *service.stand_ins.delay.lock().unwrap() = Duration::from_millis(1500);
    let (client, url) = (client(), service.url().join(PAYMENTS).unwrap());
    let mut running = JoinSet::new();
    for _ in 0..20 {
        let request = client.post(url.clone()).body(sample::payment(&sample::key(), 7).to_string());
        running.spawn(async move { request.send().await.map(|answer| answer.status().as_u16()) });
    }
    tokio::time::sleep(Duration::from_millis(700)).await;
    let since = Instant::now();
    let port = service.port;
    let refused = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err()
    };
    let (status, refused) = tokio::join!(service.end(Signal::SIGTERM), refused);
    assert!(status.success(), "{status}");
    assert!(refused, "a connection was taken after SIGTERM");
    assert!(since.elapsed() < Duration::from_secs(20), "{:?}", since.elapsed());
    while let Some(answer) = running.join_next().await {
        assert_eq!(answer.unwrap().unwrap(), 201);
    }
    let rows = service.postgres.connect("payments").await.query("SELECT FROM payments.payment", &[]).await.unwrap();
    assert_eq!(rows.len(), 20);
    let lines = service.lines();
    for message in ["service started", "service stops", "service stopped"] {
        assert!(lines.contains(message), "{message} was not said");
    }
    assert!(!lines.contains(sample::CARD_NUMBER));
}
