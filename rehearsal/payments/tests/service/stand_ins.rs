//! What the service calls, without AWS: the validation, which is the deployed function's own code
//! behind the address of Lambda, and a bucket in memory.

use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{post, put};
use payment_validator::{Handler, Journal, Level};
use time::OffsetDateTime;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// Where both are, and what the bucket has.
#[derive(Clone)]
pub struct StandIns {
    pub address: SocketAddr,
    pub objects: Arc<Mutex<HashMap<String, Bytes>>>,
    /// Whether the validation waits, and how often it was asked.
    pub is_held: Arc<watch::Sender<bool>>,
    pub asked: Arc<AtomicUsize>,
    /// The services that were called with a signature.
    pub signed: Arc<Mutex<Vec<String>>>,
}

impl StandIns {
    /// Serves both, at a port that is free or this one.
    pub async fn start(port: u16) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let stand_ins = Self {
            address,
            objects: Arc::default(),
            is_held: Arc::default(),
            asked: Arc::default(),
            signed: Arc::default(),
        };
        let router = Router::new()
            .route("/2015-03-31/functions/{name}/invocations", post(invoke))
            .route("/{bucket}/{*key}", put(write))
            .with_state(stand_ins.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        stand_ins
    }

    /// The environment of a service that calls them, and a database of this port.
    #[allow(dead_code, reason = "the example has its own")]
    pub fn environment(&self, port: u16, database: u16) -> Vec<(&'static str, String)> {
        let endpoint = format!("http://{}", self.address);
        vec![
            ("ENVIRONMENT", "test".to_owned()),
            ("AWS_REGION", "us-east-1".to_owned()),
            ("PORT", port.to_string()),
            ("PROTOCOL", "HTTPS".to_owned()),
            ("HEALTH_CHECK_PATH", "/healthz".to_owned()),
            ("DATABASE_WRITER_ENDPOINT", "127.0.0.1".to_owned()),
            ("DATABASE_PORT", database.to_string()),
            ("DATABASE_NAME", "payments".to_owned()),
            ("DATABASE_USER", "payment_service".to_owned()),
            ("DATABASE_AUTHENTICATION", "none".to_owned()),
            ("TRANSACTION_LOG_BUCKET", "transaction-logs".to_owned()),
            (
                "VALIDATION_FUNCTION_ARN",
                "arn:aws:lambda:us-east-1:123456789012:function:payment-validator:live".to_owned(),
            ),
            ("AWS_ENDPOINT_URL_LAMBDA", endpoint.clone()),
            ("AWS_ENDPOINT_URL_S3", endpoint),
        ]
    }
}

impl StandIns {
    /// For which service a call is signed; the signature itself is not looked at.
    fn note(&self, headers: &HeaderMap) {
        let authorization = headers.get("authorization").and_then(|value| value.to_str().ok());
        let scope =
            authorization.and_then(|value| value.strip_prefix("AWS4-HMAC-SHA256 Credential="));
        let service = scope.and_then(|scope| scope.split('/').nth(3));
        self.signed.lock().unwrap().extend(service.map(str::to_owned));
    }
}

async fn invoke(State(stand_ins): State<StandIns>, headers: HeaderMap, body: Bytes) -> Response {
    stand_ins.note(&headers);
    stand_ins.asked.fetch_add(1, Ordering::Relaxed);
    stand_ins.is_held.subscribe().wait_for(|is_held| !is_held).await.unwrap();
    let mut handler = Handler::new(
        Journal::new(std::io::sink(), Level::Error),
        OffsetDateTime::now_utc,
        "test".to_owned(),
    );
    match handler.answer("stand-in", &body) {
        Ok(answer) => serde_json::to_vec(&answer).unwrap().into_response(),
        Err(error) => ([("x-amz-function-error", "Unhandled")], error.to_string()).into_response(),
    }
}

async fn write(
    State(stand_ins): State<StandIns>,
    Path((_, key)): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    stand_ins.note(&headers);
    stand_ins.objects.lock().unwrap().insert(key, body);
    StatusCode::OK
}
