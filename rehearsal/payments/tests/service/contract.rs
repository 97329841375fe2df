//! The contract holds for the service, and does not for one that is broken.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum_server::tls_rustls::RustlsConfig;
use paytf_payments::contract::{Finding, of_program, of_service};
use paytf_payments::tls;

use crate::process::{PROGRAM, Service};

fn broken(findings: &[Finding]) -> Vec<&str> {
    findings.iter().filter(|finding| !finding.holds()).map(Finding::sentence).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_service_keeps_the_contract() {
    keeps(Duration::from_secs(2)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "a connection is idle for 62 seconds: cargo test -p paytf-payments -- --ignored"]
async fn the_service_keeps_the_contract_with_the_load_balancers_idle_timeout() {
    keeps(Duration::from_secs(62)).await;
}

async fn keeps(idle: Duration) {
    let service = Service::start().await;
    let findings = of_service(&service.url(), "/healthz", idle).await.unwrap();
    assert_eq!(findings.len(), 10);
    assert!(broken(&findings).is_empty(), "{findings:#?}\n{}", service.lines());
    let findings = of_program(Path::new(PROGRAM)).await.unwrap();
    assert_eq!(findings.len(), 3);
    assert!(broken(&findings).is_empty(), "{findings:#?}");
}

#[tokio::test]
async fn a_service_that_acknowledges_everything_breaks_the_contract() {
    let count = Arc::new(AtomicUsize::new(0));
    let pay = async move |body: String| {
        let id = count.fetch_add(1, Ordering::Relaxed);
        (StatusCode::CREATED, format!(r#"{{"payment_id": "{id}", "taken": {body:?}}}"#))
    };
    let port = serve(
        Router::new()
            .route("/healthz", get(async || StatusCode::NO_CONTENT))
            .route("/payments", post(pay)),
    );
    let url = format!("https://127.0.0.1:{port}").parse().unwrap();
    let findings = of_service(&url, "/healthz", Duration::from_secs(2)).await.unwrap();
    let expected = [
        "It answers 200 within 5 seconds where it is asked whether it is healthy",
        "The same payment under the same key has the same answer",
        "The same payment sent ten times at once is one payment",
        "Another payment under the same key is refused with 409",
        "A bad payment is refused with 4xx",
        "Whatever is sent, the answer is no 5xx",
        "No answer has the number of a card",
        "A connection can be idle for longer than the load balancer's 60 seconds",
    ];
    assert_eq!(broken(&findings), expected, "{findings:#?}");
}

/// Its connections end after a second.
fn serve(router: Router) -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.set_nonblocking(true).unwrap();
    let port = listener.local_addr().unwrap().port();
    let config = RustlsConfig::from_config(Arc::new(tls::server().unwrap()));
    let mut server = axum_server::from_tcp_rustls(listener, config).unwrap();
    server.http_builder().http1().header_read_timeout(Duration::from_secs(1));
    tokio::spawn(server.serve(router.into_make_service()));
    port
}

#[tokio::test]
async fn a_program_that_ends_by_itself_breaks_the_contract() {
    let findings = of_program(Path::new("/bin/true")).await;
    assert_eq!(broken(&findings.unwrap()).len(), 3);
}
