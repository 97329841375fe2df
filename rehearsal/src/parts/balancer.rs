//! A node of the load balancer: it terminates HTTPS, asks the tasks whether they are healthy as the
//! target group says, and sends each request to the next one that is; to any, where none is.
//! Source: Elastic Load Balancing User Guide, "Health checks for Application Load Balancer target
//! groups", "Target group health".

use std::net::{Ipv4Addr, SocketAddrV4};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::Result;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{Method, StatusCode, Uri};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use tokio::time::sleep;

use super::disturbance;
use crate::tls;

/// Source: Elastic Load Balancing User Guide, "Troubleshoot your Application Load Balancers", "HTTP
/// 504".
const CONNECTING: Duration = Duration::from_secs(10);
/// Source: the same guide, "Connection idle timeout".
const IDLE: Duration = Duration::from_secs(60);
const PORT: u16 = 443;

/// The health check of a target group.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Health {
    /// What is asked for.
    pub path: String,
    /// The time between two.
    pub interval: Duration,
    /// How long an answer may take.
    pub timeout: Duration,
    /// After how many answers a target is healthy.
    pub healthy: u32,
    /// After how many failures it is not.
    pub unhealthy: u32,
}

struct Node {
    targets: Vec<(SocketAddrV4, AtomicBool)>,
    next: AtomicUsize,
    client: reqwest::Client,
}

/// Serves until the process ends.
pub async fn serve(ip: Ipv4Addr, targets: Vec<SocketAddrV4>, health: Health) -> Result<()> {
    let targets = targets.into_iter().map(|target| (target, AtomicBool::new(false))).collect();
    let node = Arc::new(Node {
        targets,
        next: AtomicUsize::new(0),
        client: tls::client(CONNECTING, IDLE)?,
    });
    let checks = tls::client(health.timeout, health.timeout)?;
    for place in 0..node.targets.len() {
        tokio::spawn(watch(Arc::clone(&node), place, checks.clone(), health.clone()));
    }
    tls::serve(Router::new().fallback(forward).with_state(node), ip, PORT).await
}

/// A new target is healthy with its first answer; after that it takes as many as the target group
/// says.
async fn watch(node: Arc<Node>, place: usize, client: reqwest::Client, health: Health) {
    let (target, is_healthy) = &node.targets[place];
    let (mut is_new, mut in_a_row) = (true, 0);
    loop {
        let asked = client.get(format!("https://{target}{}", health.path)).send().await;
        let answered = asked.is_ok_and(|answer| answer.status() == StatusCode::OK.as_u16());
        let is = is_healthy.load(Ordering::Relaxed);
        in_a_row = if answered == is { 0 } else { in_a_row + 1 };
        let needed = match (answered, is_new) {
            (true, true) => 1,
            (true, false) => health.healthy,
            (false, _) => health.unhealthy,
        };
        if in_a_row >= needed {
            is_healthy.store(answered, Ordering::Relaxed);
            (is_new, in_a_row) = (false, 0);
        }
        // A task that starts is asked more often, so that a rehearsal begins soon.
        sleep(if is_new { Duration::from_millis(200) } else { health.interval }).await;
    }
}

async fn forward(State(node): State<Arc<Node>>, method: Method, uri: Uri, body: Bytes) -> Response {
    disturbance::pause().await;
    let Some(target) = node.pick() else {
        return answer(StatusCode::SERVICE_UNAVAILABLE, Body::empty());
    };
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let request = node.client.request(method, format!("https://{target}{path}"));
    match request.header("content-type", "application/json").body(body).send().await {
        Ok(response) => {
            let status = response.status();
            match response.bytes().await {
                Ok(bytes) => answer(status, Body::from(bytes)),
                Err(_) => answer(StatusCode::BAD_GATEWAY, Body::empty()),
            }
        }
        Err(error) if error.is_timeout() => answer(StatusCode::GATEWAY_TIMEOUT, Body::empty()),
        Err(_) => answer(StatusCode::BAD_GATEWAY, Body::empty()),
    }
}

fn answer(status: StatusCode, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response
}

impl Node {
    fn pick(&self) -> Option<SocketAddrV4> {
        let healthy: Vec<_> =
            self.targets.iter().filter(|(_, is)| is.load(Ordering::Relaxed)).collect();
        let among = if healthy.is_empty() { self.targets.iter().collect() } else { healthy };
        let next = self.next.fetch_add(1, Ordering::Relaxed);
        among.get(next % among.len().max(1)).map(|(target, _)| *target)
    }
}
