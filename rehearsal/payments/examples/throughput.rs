//! How many payments the service takes, and how long each takes, beside what PostgreSQL alone does
//! with the same rows: everything on this machine, in one process, with a database that commits to
//! its disk.
//!
//! cargo run --release -p paytf-payments --example throughput

#[path = "../tests/service/postgres.rs"]
mod postgres;
#[path = "../tests/service/stand_ins.rs"]
mod stand_ins;

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use paytf_payments::environment::Environment;
use paytf_payments::{Journal, PAYMENTS, Parts, sample, serve, tls};
use postgres::{Postgres, free_port};
use stand_ins::StandIns;
use tokio::task::JoinSet;

const PAYMENTS_SENT: usize = 20_000;
const AT_ONCE: [usize; 2] = [4, 32];

const INSERT: &str = "INSERT INTO payments.payment SELECT gen_random_uuid(), 'SHOP-0042', \
                      gen_random_uuid()::text, 1099, 2, 'USD', 'card', '1111', 'US', now()";

#[tokio::main]
async fn main() {
    let (stand_ins, database, port) =
        (StandIns::start(0).await, Postgres::start(None).await, free_port());
    let variables = stand_ins.environment(port, database.port);
    let variable = |name: &str| {
        variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone())
    };
    let environment = Environment(&variable);
    let parts = Parts { journal: Journal::to(io::sink()), ..environment.parts().unwrap() };
    tokio::spawn(serve(environment.settings().unwrap(), parts));
    let client = tls::client().tls_danger_accept_invalid_certs(true).build().unwrap();
    let url: reqwest::Url = format!("https://127.0.0.1:{port}{PAYMENTS}").parse().unwrap();
    println!("| at the same time | what | each second | p50 | p99 |\n|---|---|---|---|---|");
    for at_once in AT_ONCE {
        let mut clients = Vec::new();
        for _ in 0..at_once {
            clients.push(Arc::new(database.connect("payments").await));
        }
        measure(at_once, "a bare `INSERT`", |worker| {
            let client = Arc::clone(&clients[worker]);
            async move { assert_eq!(client.execute_typed(INSERT, &[]).await.unwrap(), 1) }
        })
        .await;
        measure(at_once, "a payment", |_| {
            let request =
                client.post(url.clone()).body(sample::payment(&sample::key(), 1099).to_string());
            async move { assert_eq!(request.send().await.unwrap().status(), 201) }
        })
        .await;
    }
}

async fn measure<F>(at_once: usize, what: &str, one: impl Fn(usize) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let (mut times, mut running, sent) = (Vec::new(), JoinSet::new(), AtomicUsize::new(0));
    let begin = |running: &mut JoinSet<_>, worker| {
        if sent.fetch_add(1, Ordering::Relaxed) < PAYMENTS_SENT {
            let one = one(worker);
            running.spawn(async move {
                let since = Instant::now();
                one.await;
                (worker, since.elapsed())
            });
        }
    };
    let since = Instant::now();
    (0..at_once).for_each(|worker| begin(&mut running, worker));
    while let Some(done) = running.join_next().await {
        let (worker, took) = done.unwrap();
        times.push(took);
        begin(&mut running, worker);
    }
    let each_second = times.len() as f64 / since.elapsed().as_secs_f64();
    times.sort_unstable();
    let percentile = |percent: usize| -> Duration { times[(times.len() - 1) * percent / 100] };
    println!(
        "| {at_once} | {what} | {each_second:.0} | {:.1?} | {:.1?} |",
        percentile(50),
        percentile(99)
    );
}
