//! A task of a payment service, as small as the stack allows: HTTPS at the container's port; healthy without the database; each
//! payment is validated by the deployed function, committed, and only then answered; a payment that is sent again is the same one.
//!
//! It stands in for the container that the stack is for: it signs no call to AWS, signs in to the database without a token, and
//! writes no transaction log to S3.

use std::net::SocketAddrV4;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post};
use serde::Deserialize;
use tokio::sync::{Mutex, Semaphore};
use tokio::time::{Instant, sleep, timeout};
use tokio_postgres::{Client, NoTls};

use super::Fault;
use super::choice::Choice;
use crate::tls;

/// Until then a payment is taken, or its sender is told to send it again.
const PATIENCE: Duration = Duration::from_secs(8);
const VALIDATION: Duration = Duration::from_secs(3);
const CONNECTING: Duration = Duration::from_secs(1);
const COMMIT: Duration = Duration::from_secs(3);
const CONNECTIONS: usize = 20;
/// How much later it commits where it answers before: as whoever collects payments to commit them together.
const LATE: Duration = Duration::from_millis(500);

/// Where payments are kept. The key is what the merchant gives: however often it comes, there is one row.
pub const TABLE: &str = "create table payments (idempotency_key text primary key, request_id text not null, \
     minor_units bigint not null, task text not null, taken_at timestamptz not null default clock_timestamp()); \
     create role application login; grant select, insert on payments to application";
const INSERT: &str = "insert into payments (idempotency_key, request_id, minor_units, task) values ($1, $2, $3, $4) \
     on conflict (idempotency_key) do nothing";
/// A sabotage: the table has to let it.
const TAKE_AGAIN: &str =
    "insert into payments (idempotency_key, request_id, minor_units, task) values ($1, $2, $3, $4)";
/// What lets it.
pub const KEYS_ARE_NOT_UNIQUE: &str = "alter table payments drop constraint payments_pkey";
/// What was taken under this key before; another payment may not have it.
const SAME: &str = "select request_id = $2 and minor_units = $3 from payments where idempotency_key = $1";

#[derive(Debug, Clone, Deserialize)]
struct Request {
    idempotency_key: String,
    request_id: String,
    amount: Amount,
}

#[derive(Debug, Clone, Deserialize)]
struct Amount {
    minor_units: i64,
}

struct Service {
    name: String,
    databases: Choice,
    functions: Choice,
    client: reqwest::Client,
    idle: Mutex<Vec<Client>>,
    connections: Semaphore,
    refusal: Option<String>,
    fault: Option<Fault>,
}

enum Taken {
    Now,
    Before,
    Differs,
}

/// Serves until the process ends.
pub async fn serve(
    at: SocketAddrV4,
    health: &str,
    databases: Vec<SocketAddrV4>,
    functions: Vec<SocketAddrV4>,
    refusal: Option<String>,
    fault: Option<Fault>,
) -> Result<()> {
    let service = Service {
        name: at.to_string(),
        databases: Choice::of(databases),
        functions: Choice::of(functions),
        client: tls::client(CONNECTING, VALIDATION)?,
        idle: Mutex::default(),
        connections: Semaphore::new(CONNECTIONS),
        refusal,
        fault,
    };
    let router = Router::new()
        .route(health, get(|| async { StatusCode::OK }))
        .route("/payments", post(pay))
        .with_state(Arc::new(service));
    tls::serve(router, *at.ip(), at.port()).await
}

async fn pay(State(service): State<Arc<Service>>, body: Bytes) -> (StatusCode, String) {
    if let Some(refusal) = &service.refusal {
        return (StatusCode::SERVICE_UNAVAILABLE, refusal.clone());
    }
    match service.validate(&body).await {
        Ok(decision) if decision["decision"] == "accepted" => {}
        Ok(decision) => return (StatusCode::UNPROCESSABLE_ENTITY, decision.to_string()),
        Err(error) => return unavailable(&error),
    }
    let Ok(request) = serde_json::from_slice::<Request>(&body) else {
        return (StatusCode::BAD_REQUEST, "the request is no payment".to_owned());
    };
    if service.fault == Some(Fault::AcknowledgesEarly) {
        tokio::spawn(async move {
            sleep(LATE).await;
            service.take(&request).await.map(drop)
        });
        return (StatusCode::CREATED, String::new());
    }
    match service.take(&request).await {
        Ok(Taken::Now) => (StatusCode::CREATED, String::new()),
        Ok(Taken::Before) => (StatusCode::OK, String::new()),
        Ok(Taken::Differs) => (StatusCode::CONFLICT, "the idempotency key is of another payment".to_owned()),
        Err(error) => unavailable(&error),
    }
}

fn unavailable(error: &anyhow::Error) -> (StatusCode, String) {
    (StatusCode::SERVICE_UNAVAILABLE, format!("{error:#}"))
}

impl Service {
    async fn validate(&self, body: &Bytes) -> Result<serde_json::Value> {
        let mut last = None;
        for _ in 0..self.functions.len() {
            let Some(function) = self.functions.next() else { break };
            let url = format!("https://{function}/2015-03-31/functions/payment-validator/invocations");
            let asked =
                self.client.post(url).body(body.clone()).send().await.and_then(|answer| answer.error_for_status());
            match asked {
                Ok(answer) => return serde_json::from_slice(&answer.bytes().await?).context("the validation's answer"),
                Err(error) => {
                    self.functions.failed(function);
                    last = Some(error);
                }
            }
        }
        match last {
            Some(error) => Err(error).context("validation"),
            None => bail!("there is no function to validate with"),
        }
    }

    /// Commits a payment. Where it is not known whether it was, it is tried again: the key makes that harmless.
    async fn take(&self, request: &Request) -> Result<Taken> {
        let _connection = self.connections.acquire().await?;
        let end = Instant::now() + PATIENCE;
        loop {
            let error = match self.try_to_take(request).await {
                Ok(taken) => return Ok(taken),
                Err(error) => error,
            };
            if Instant::now() >= end {
                return Err(error).context("database");
            }
            sleep(Duration::from_millis(100)).await;
        }
    }

    async fn try_to_take(&self, request: &Request) -> Result<Taken> {
        let idle = self.idle.lock().await.pop();
        let client = match idle {
            Some(client) => client,
            None => self.connect().await?,
        };
        let Request { idempotency_key, request_id, amount } = request;
        let work = async {
            let parameters: [&(dyn tokio_postgres::types::ToSql + Sync); 4] =
                [idempotency_key, request_id, &amount.minor_units, &self.name];
            if self.fault == Some(Fault::CapturesTwice) {
                client.execute(TAKE_AGAIN, &parameters).await?;
                return Ok(Taken::Now);
            }
            if client.execute(INSERT, &parameters).await? == 1 {
                return Ok(Taken::Now);
            }
            let row = client.query_one(SAME, &parameters[..3]).await?;
            anyhow::Ok(if row.get(0) { Taken::Before } else { Taken::Differs })
        };
        // A connection that fails, or takes too long, is not used again.
        let taken = timeout(COMMIT, work).await.context("the commit takes too long")??;
        self.idle.lock().await.push(client);
        Ok(taken)
    }

    async fn connect(&self) -> Result<Client> {
        let database = self.databases.next().context("there is no database")?;
        let mut config = tokio_postgres::Config::new();
        config.host(database.ip().to_string()).port(database.port()).user("application").dbname("payments");
        match timeout(CONNECTING + COMMIT, config.connect_timeout(CONNECTING).connect(NoTls)).await {
            Ok(Ok((client, connection))) => {
                tokio::spawn(connection);
                Ok(client)
            }
            Ok(Err(error)) => {
                self.databases.failed(database);
                Err(error.into())
            }
            // The proxy lets clients wait while there is no writer.
            Err(_) => bail!("no connection in time"),
        }
    }
}
