//! [`Identity`]: signs the calls of the service.

use anyhow::Result;
use async_trait::async_trait;
use reqwest::Request;

/// As whom the service calls AWS and the database.
#[async_trait]
pub trait Identity: Send + Sync {
    /// Signs a request to a service of AWS.
    async fn sign(&self, service: &str, request: &mut Request) -> Result<()>;
    /// What to sign in to the database with.
    async fn database_password(&self) -> Result<Option<String>>;
}

/// Nobody: where no signature is asked for, as in a rehearsal.
#[derive(Debug, Clone, Copy)]
pub struct Nobody;

#[async_trait]
impl Identity for Nobody {
    async fn sign(&self, _: &str, _: &mut Request) -> Result<()> {
        Ok(())
    }

    async fn database_password(&self) -> Result<Option<String>> {
        Ok(None)
    }
}
