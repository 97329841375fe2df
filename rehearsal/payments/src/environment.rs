//! Reads the environment variables that the stack sets. Source: `src/tiers/application/task.rs`,
//! which declares them.

use std::net::Ipv4Addr;
use std::str::FromStr;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use tokio_postgres::Config;

use crate::aws::{Credentials, Role, Source};
use crate::{Database, Identity, Journal, Lambda, Nobody, Parts, Protocol, S3, Settings, tls};

/// Where each variable is looked up.
pub struct Environment<'a>(pub &'a dyn Fn(&str) -> Option<String>);

impl Environment<'_> {
    fn get(&self, name: &str) -> Result<String> {
        self.0(name).filter(|value| !value.is_empty()).with_context(|| {
            format!(
                "{name} is not set: the stack sets it, and so has whoever starts the service \
                 elsewhere (README.md)"
            )
        })
    }

    fn or(&self, name: &str, default: impl FnOnce() -> String) -> String {
        self.get(name).unwrap_or_else(|_| default())
    }

    fn parsed<T: FromStr>(&self, name: &str, allowed: &str) -> Result<T> {
        let value = self.get(name)?;
        value.parse().map_err(|_| anyhow::anyhow!("{name} is {value:?}: it must be {allowed}"))
    }

    fn port(&self, name: &str) -> Result<u16> {
        self.parsed(name, "a port, from 1 to 65535")
    }

    /// Where the service listens, and how.
    ///
    /// # Errors
    /// Which variable is wrong, and what it must be.
    pub fn settings(&self) -> Result<Settings> {
        let protocol = match self.get("PROTOCOL")?.as_str() {
            "HTTPS" => Protocol::Https,
            "HTTP" => Protocol::Http,
            other => bail!("PROTOCOL is {other:?}: it must be HTTPS or HTTP"),
        };
        let health_path = self.get("HEALTH_CHECK_PATH")?;
        let is_path = health_path.starts_with('/') && !health_path.contains(['{', '}', '?', '#']);
        if !is_path || health_path == crate::PAYMENTS {
            bail!(
                "HEALTH_CHECK_PATH is {health_path:?}: it must be a path such as /healthz, and \
                 not {}",
                crate::PAYMENTS
            );
        }
        Ok(Settings {
            address: (Ipv4Addr::UNSPECIFIED, self.port("PORT")?).into(),
            protocol,
            health_path,
        })
    }

    /// The service as it runs on AWS.
    ///
    /// # Errors
    /// Which variable is wrong, and what it must be.
    pub fn parts(&self) -> Result<Parts> {
        let client = tls::client().build().context("no client for HTTPS")?;
        let region = self.get("AWS_REGION")?;
        let (bucket, function) =
            (self.get("TRANSACTION_LOG_BUCKET")?, self.get("VALIDATION_FUNCTION_ARN")?);
        let lambda =
            self.or("AWS_ENDPOINT_URL_LAMBDA", || format!("https://lambda.{region}.amazonaws.com"));
        let bucket = match self.get("AWS_ENDPOINT_URL_S3") {
            Ok(endpoint) => format!("{}/{bucket}/", endpoint.trim_end_matches('/')),
            Err(_) => format!("https://{bucket}.s3.{region}.amazonaws.com/"),
        };
        let (host, port) = (self.get("DATABASE_WRITER_ENDPOINT")?, self.port("DATABASE_PORT")?);
        let user = self.get("DATABASE_USER")?;
        let mut config = Config::new();
        config.host(&host).port(port).user(&user).dbname(self.get("DATABASE_NAME")?);
        let (identity, tls): (Arc<dyn Identity>, _) =
            match self.get("DATABASE_AUTHENTICATION")?.as_str() {
                "iam" => {
                    let credentials = self.credentials(&client)?;
                    let role =
                        Role { credentials, region, database: format!("{host}:{port}"), user };
                    (role.identity(), Some(tls::trusting()?))
                }
                "none" => (Arc::new(Nobody), None),
                other => bail!(
                    "DATABASE_AUTHENTICATION is {other:?}: it must be iam, or none where nothing \
                     is AWS"
                ),
            };
        Ok(Parts {
            validation: Box::new(Lambda::new(
                client.clone(),
                Arc::clone(&identity),
                &lambda,
                &function,
            )?),
            transaction_log: Box::new(S3::new(client, Arc::clone(&identity), &bucket)?),
            ledger: Box::new(Database::new(config, identity, tls)),
            journal: Journal::stdout(),
        })
    }

    fn credentials(&self, client: &reqwest::Client) -> Result<Source> {
        if let Some(uri) = self.0("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") {
            return Ok(Source::ecs(client.clone(), &uri));
        }
        let key = self.get("AWS_ACCESS_KEY_ID").context(
            "no credentials: in a task of ECS with a role AWS_CONTAINER_CREDENTIALS_RELATIVE_URI \
             leads to them, elsewhere AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are",
        )?;
        Ok(Source::of(Credentials {
            access_key_id: key,
            secret_access_key: self.get("AWS_SECRET_ACCESS_KEY")?,
            session_token: self.0("AWS_SESSION_TOKEN"),
            expiration: None,
        }))
    }
}
