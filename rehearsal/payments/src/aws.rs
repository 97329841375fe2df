//! Calls to AWS: the credentials of the task role, and the services that the task calls.

mod credentials;
mod signature;

use std::sync::Arc;

use anyhow::Result;
use async_trait::async_trait;
use reqwest::Request;

pub use credentials::{Credentials, Source};

use crate::Identity;

/// The role of the task, in a region.
pub struct Role {
    /// Where its credentials come from.
    pub credentials: Source,
    /// The region of what it calls.
    pub region: String,
    /// The database it signs in to, as `host:port`: the name that it was given, not one that this
    /// leads to.
    pub database: String,
    /// The database user.
    pub user: String,
}

impl Role {
    /// Makes an identity of it, for calls.
    pub fn identity(self) -> Arc<dyn Identity> {
        Arc::new(self)
    }
}

#[async_trait]
impl Identity for Role {
    async fn sign(&self, service: &str, request: &mut Request) -> Result<()> {
        let credentials = self.credentials.get().await?;
        signature::sign(request, service, &self.region, credentials, std::time::SystemTime::now())
    }

    async fn database_password(&self) -> Result<Option<String>> {
        let credentials = self.credentials.get().await?;
        let (database, user) = (&self.database, &self.user);
        let token = signature::database_token(
            database,
            user,
            &self.region,
            credentials,
            std::time::SystemTime::now(),
        );
        token.map(Some)
    }
}
