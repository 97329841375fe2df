//! A task: the reference payment service itself, at the container's port. Its calls are not signed,
//! and it signs in to the database without a token; whether it may make them is asked of the plan's
//! policies, and what is refused there is refused here.

use std::net::{IpAddr, SocketAddr, SocketAddrV4};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, bail};
use async_trait::async_trait;
use payments::{
    Database, Decision, Journal, Lambda, Ledger, Nobody, Parts, Payment, Protocol, S3, Settings,
    Validation,
};
use tokio::time::{Instant, sleep};
use tokio_postgres::Config;

use super::{Fault, disturbance};

/// How much later it commits where it answers before: as whoever collects payments to commit them
/// together.
const LATE: Duration = Duration::from_millis(500);
/// And how long it may take.
const COMMIT: Duration = Duration::from_secs(8);
/// By these names the services of AWS are called here.
const LAMBDA: &str = "lambda.rehearsal";
const BUCKET: &str = "bucket.rehearsal";
/// What separates the key of a payment from what makes it another one: a sabotage.
pub const AGAIN: char = '#';

/// Whom a task talks to.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Neighbours {
    /// The proxies of the database.
    pub databases: Vec<SocketAddrV4>,
    /// Where the function is invoked.
    pub functions: Vec<SocketAddrV4>,
    /// Where the transaction log is kept.
    pub bucket: SocketAddrV4,
}

/// Serves until the process ends.
pub async fn serve(
    at: SocketAddrV4,
    health: String,
    neighbours: &Neighbours,
    refusal: Option<String>,
    fault: Option<Fault>,
) -> Result<()> {
    let client = |name: &str, addresses: &[SocketAddrV4]| {
        let addresses: Vec<_> = addresses.iter().map(|address| SocketAddr::V4(*address)).collect();
        payments::tls::client()
            .tls_danger_accept_invalid_certs(true)
            .resolve_to_addrs(name, &addresses)
            .build()
    };
    // The first address is tried first: each task begins with another one, as names are resolved.
    let mut functions = neighbours.functions.clone();
    let first = usize::from(at.ip().octets()[2] >> 4) % functions.len().max(1);
    functions.rotate_left(first);
    let (lambda, bucket) = (client(LAMBDA, &functions)?, client(BUCKET, &[neighbours.bucket])?);
    let mut config = Config::new();
    config.user(USER).dbname("payments");
    for database in &neighbours.databases {
        config
            .host(database.ip().to_string())
            .hostaddr(IpAddr::V4(*database.ip()))
            .port(database.port());
    }
    let identity = || Arc::new(Nobody);
    let function =
        Lambda::new(lambda, identity(), &format!("https://{LAMBDA}"), "payment-validator")?;
    let parts = Parts {
        validation: Box::new(Validated { function, refusal }),
        transaction_log: Box::new(S3::new(bucket, identity(), &format!("https://{BUCKET}/"))?),
        ledger: Box::new(Kept {
            database: Arc::new(Database::new(config, identity(), None)),
            fault,
        }),
        journal: Journal::to(std::io::stderr()),
    };
    let settings = Settings { address: at.into(), protocol: Protocol::Https, health_path: health };
    payments::serve(settings, parts).await
}

/// As whom the service signs in to the database.
const USER: &str = "application";

/// What makes the database ready for the service.
pub fn schema() -> String {
    format!(
        "create schema payments; {}; create role {USER} login; grant usage on schema payments to \
         {USER}; grant select, insert on payments.payment to {USER}",
        payments::SCHEMA.trim_end().trim_end_matches(';')
    )
}

struct Validated {
    function: Lambda,
    refusal: Option<String>,
}

#[async_trait]
impl Validation for Validated {
    async fn decide(&self, request: &[u8], deadline: Instant) -> Result<Decision> {
        if let Some(refusal) = &self.refusal {
            bail!("{refusal}");
        }
        disturbance::pause().await;
        self.function.decide(request, deadline).await
    }
}

/// The database, with what is done wrong on purpose.
struct Kept {
    database: Arc<Database>,
    fault: Option<Fault>,
}

#[async_trait]
impl Ledger for Kept {
    async fn find(&self, of: &Payment, deadline: Instant) -> Result<Option<Payment>> {
        match self.fault {
            Some(Fault::CapturesTwice) => Ok(None),
            _ => self.database.find(of, deadline).await,
        }
    }

    async fn take(&self, payment: &Payment, deadline: Instant) -> Result<Payment> {
        match self.fault {
            None => self.database.take(payment, deadline).await,
            Some(Fault::AcknowledgesEarly) => {
                let (database, later) = (Arc::clone(&self.database), payment.clone());
                tokio::spawn(async move {
                    sleep(LATE).await;
                    database.take(&later, Instant::now() + COMMIT).await.map(drop)
                });
                Ok(payment.clone())
            }
            Some(Fault::CapturesTwice) => {
                let key = format!("{}{AGAIN}{}", payment.idempotency_key, payment.id);
                self.database
                    .take(&Payment { idempotency_key: key, ..payment.clone() }, deadline)
                    .await?;
                Ok(payment.clone())
            }
        }
    }
}
