//! The endpoint of Lambda, and the Runtime API by which the deployed program itself takes each
//! invocation. Source: AWS Lambda Developer Guide, "Using the Lambda runtime API"; AWS Lambda API
//! Reference, `Invoke`.

use std::collections::{HashMap, VecDeque};
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use tokio::net::TcpListener;
use tokio::process::Command;
use tokio::sync::{Notify, oneshot};
use tokio::time::timeout;

use super::{bucket, disturbance, now};
use crate::tls;

const PORT: u16 = 443;
const RUNTIME: &str = "127.0.0.1:9001";
/// As the stack sets it for the function.
const TIMEOUT: Duration = Duration::from_secs(10);

#[derive(Default)]
struct Queue {
    waiting: Mutex<VecDeque<(u64, Bytes)>>,
    running: Mutex<HashMap<u64, oneshot::Sender<Bytes>>>,
    more: Notify,
    next: Mutex<u64>,
}

/// Serves until the process ends.
pub async fn serve(ip: Ipv4Addr, bootstrap: PathBuf, count: usize, bucket: PathBuf) -> Result<()> {
    let queue = Arc::new(Queue::default());
    let runtime = Router::new()
        .route("/2018-06-01/runtime/invocation/next", get(next))
        .route("/2018-06-01/runtime/invocation/{id}/{what}", post(answered))
        .with_state(Arc::clone(&queue));
    let listener = TcpListener::bind(RUNTIME).await?;
    tokio::spawn(async move { axum::serve(listener, runtime).await });
    for _ in 0..count {
        tokio::spawn(keep_running(bootstrap.clone()));
    }
    let invoke = Router::new()
        .route("/2015-03-31/functions/{name}/invocations", post(invoke))
        .with_state(queue);
    tls::serve(invoke.merge(bucket::routes(bucket)), ip, PORT).await
}

/// Starts the program again whenever it ends, as Lambda does with an execution environment.
async fn keep_running(bootstrap: PathBuf) -> Result<()> {
    loop {
        let mut program = Command::new(&bootstrap);
        program
            .env("AWS_LAMBDA_RUNTIME_API", RUNTIME)
            .env("AWS_LAMBDA_FUNCTION_NAME", "payment-validator");
        program
            .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512")
            .env("AWS_LAMBDA_FUNCTION_VERSION", "1");
        program.env("LOG_LEVEL", "ERROR").kill_on_drop(true);
        let mut child = program
            .spawn()
            .with_context(|| format!("{} cannot be started", bootstrap.display()))?;
        tokio::select! {
            _ = child.wait() => {}
            () = disturbance::ended() => child.kill().await?,
        }
    }
}

async fn invoke(State(queue): State<Arc<Queue>>, body: Bytes) -> Response {
    disturbance::pause().await;
    let (sender, receiver) = oneshot::channel();
    let id = {
        let mut next = lock(&queue.next);
        *next += 1;
        *next
    };
    lock(&queue.running).insert(id, sender);
    lock(&queue.waiting).push_back((id, body));
    queue.more.notify_one();
    match timeout(TIMEOUT, receiver).await {
        Ok(Ok(answer)) => Response::new(Body::from(answer)),
        _ => status(StatusCode::GATEWAY_TIMEOUT),
    }
}

async fn next(State(queue): State<Arc<Queue>>) -> Response {
    let (id, body) = loop {
        let first = lock(&queue.waiting).pop_front();
        match first {
            Some(invocation) => break invocation,
            None => queue.more.notified().await,
        }
    };
    let response = Response::builder()
        .header("lambda-runtime-aws-request-id", id.to_string())
        .header("lambda-runtime-deadline-ms", (now() + TIMEOUT.as_millis() as u64).to_string())
        .header(
            "lambda-runtime-invoked-function-arn",
            "arn:aws:lambda:us-east-1:123456789012:function:payment-validator",
        );
    response.body(Body::from(body)).unwrap_or_else(|_| status(StatusCode::INTERNAL_SERVER_ERROR))
}

async fn answered(
    State(queue): State<Arc<Queue>>,
    Path((id, _)): Path<(u64, String)>,
    body: Bytes,
) -> StatusCode {
    if let Some(sender) = lock(&queue.running).remove(&id) {
        // Whoever asked may have gone.
        let _ = sender.send(body);
    }
    StatusCode::ACCEPTED
}

fn status(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
