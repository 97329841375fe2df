//! The database in the stack: PostgreSQL, behind a proxy that follows the writer.
//!
//! Statements are unnamed: a prepared one would pin its connection to the proxy.
//! Source: Amazon Aurora User Guide, "Avoiding pinning an RDS Proxy", "Conditions that cause
//! pinning for RDS for PostgreSQL".

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use async_trait::async_trait;
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout};
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{Client, Config, NoTls, Row};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::identity::Identity;
use crate::pay::Ledger;
use crate::payment::{Amount, METHODS, Payment};
use crate::retry::{until, within};

/// How many connections a task has at most: the proxy shares those of the database among all tasks.
const CONNECTIONS: usize = 20;
/// How long a name, an address and a statement may take, all together.
const LONGEST: Duration = Duration::from_secs(3);
/// How long one address may take: those of a lost zone never answer.
const CONNECTING: Duration = Duration::from_secs(1);
/// How long what was sent may go unacknowledged.
const SILENCE: Duration = Duration::from_secs(3);

/// How soon one that rests is asked whether its other end is there.
const KEEPALIVE: Duration = Duration::from_secs(10);

const FIND: &str = "SELECT id, merchant_id, idempotency_key, minor_units, exponent, currency, \
                    method, method_end, billing_country, taken_at FROM payments.payment WHERE \
                    merchant_id = $1 AND idempotency_key = $2";
const TAKE: &str = "INSERT INTO payments.payment (id, merchant_id, idempotency_key, minor_units, \
                    exponent, currency, method, method_end, billing_country, taken_at) VALUES \
                    ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (merchant_id, \
                    idempotency_key) DO NOTHING";

/// A database.
pub struct Database {
    config: Config,
    identity: Arc<dyn Identity>,
    tls: Option<MakeRustlsConnect>,
    idle: Mutex<Vec<Client>>,
    connections: Semaphore,
}

impl Database {
    /// One at the hosts of a configuration: with several, or several addresses of one, each is
    /// tried. Names are looked up for each connection. Without TLS only where nobody else is on
    /// the way.
    pub fn new(
        mut config: Config,
        identity: Arc<dyn Identity>,
        tls: Option<rustls::ClientConfig>,
    ) -> Self {
        config
            .application_name("payments")
            .connect_timeout(CONNECTING)
            .tcp_user_timeout(SILENCE)
            .keepalives_idle(KEEPALIVE)
            .load_balance_hosts(tokio_postgres::config::LoadBalanceHosts::Random);
        if tls.is_some() {
            config.ssl_mode(tokio_postgres::config::SslMode::Require);
        }
        let tls = tls.map(MakeRustlsConnect::new);
        Self {
            config,
            identity,
            tls,
            idle: Mutex::default(),
            connections: Semaphore::new(CONNECTIONS),
        }
    }

    async fn connect(&self) -> Result<Client> {
        let mut config = self.config.clone();
        if let Some(password) = self.identity.database_password().await? {
            config.password(password);
        }
        // A connection that ends says so to whoever uses it.
        if let Some(tls) = &self.tls {
            let (client, connection) = config.connect(tls.clone()).await?;
            tokio::spawn(connection);
            return Ok(client);
        }
        let (client, connection) = config.connect(NoTls).await?;
        tokio::spawn(connection);
        Ok(client)
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Client>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A connection, and what is done with it. Where that fails, or takes too long, no connection
    /// of before is used again: those of a lost zone, and those to an instance that writes no
    /// more, would fail one by one.
    async fn once<T>(
        &self,
        deadline: Instant,
        work: impl AsyncFnOnce(&Client) -> Result<T>,
    ) -> Result<T> {
        let attempt = async {
            let idle = self.idle().pop().filter(|client| !client.is_closed());
            let client = match idle {
                Some(client) => client,
                None => self.connect().await?,
            };
            let done = work(&client).await?;
            self.idle().push(client);
            Ok(done)
        };
        let done = timeout(within(LONGEST, deadline), attempt)
            .await
            .context("no answer in time")
            .flatten();
        if done.is_err() {
            self.idle().clear();
        }
        done
    }
}

/// The values of a row, each with its type: then the server is not asked for types first.
fn parameters(payment: &Payment) -> [(&(dyn ToSql + Sync), Type); 10] {
    [
        (&payment.id, Type::UUID),
        (&payment.merchant_id, Type::TEXT),
        (&payment.idempotency_key, Type::TEXT),
        (&payment.amount.minor_units, Type::INT8),
        (&payment.amount.exponent, Type::INT2),
        (&payment.amount.currency, Type::TEXT),
        (&payment.method, Type::TEXT),
        (&payment.method_end, Type::TEXT),
        (&payment.billing_country, Type::TEXT),
        (&payment.taken_at, Type::TIMESTAMPTZ),
    ]
}

fn payment(row: &Row) -> Result<Payment> {
    let method: &str = row.try_get("method")?;
    Ok(Payment {
        id: row.try_get("id")?,
        merchant_id: row.try_get("merchant_id")?,
        idempotency_key: row.try_get("idempotency_key")?,
        amount: Amount {
            minor_units: row.try_get("minor_units")?,
            exponent: row.try_get("exponent")?,
            currency: row.try_get("currency")?,
        },
        method: METHODS
            .into_iter()
            .find(|known| *known == method)
            .context("a method that is not known")?,
        method_end: row.try_get("method_end")?,
        billing_country: row.try_get("billing_country")?,
        taken_at: row.try_get("taken_at")?,
    })
}

async fn found(client: &Client, of: &Payment) -> Result<Option<Payment>> {
    let [_, merchant, key, ..] = parameters(of);
    client.query_typed_opt(FIND, &[merchant, key]).await?.as_ref().map(payment).transpose()
}

#[async_trait]
impl Ledger for Database {
    async fn find(&self, of: &Payment, deadline: Instant) -> Result<Option<Payment>> {
        let _connection = self.connections.acquire().await?;
        until(deadline, || self.once(deadline, async |client| found(client, of).await)).await
    }

    async fn take(&self, payment: &Payment, deadline: Instant) -> Result<Payment> {
        let _connection = self.connections.acquire().await?;
        let take = async |client: &Client| {
            if client.execute_typed(TAKE, &parameters(payment)).await? == 1 {
                return Ok(payment.clone());
            }
            // It is there: from another task, or from a try of this one whose answer was lost.
            found(client, payment).await?.context("a key that was there is gone")
        };
        until(deadline, || self.once(deadline, take)).await
    }
}
