//! The credentials of the task's role, which ECS hands out inside the task.
//! Source: Amazon ECS Developer Guide, "Amazon ECS task IAM role"; AWS SDKs Reference Guide,
//! "Container credential provider".

use std::time::Duration;

use anyhow::{Context, Result};
use serde::Deserialize;
use tokio::sync::Mutex;

use crate::retry::until;

/// Where ECS hands them out.
const ECS: &str = "http://169.254.170.2";
/// New ones are taken this long before the old ones end.
const BEFORE: Duration = Duration::from_secs(5 * 60);
const LONGEST: Duration = Duration::from_secs(2);

/// Temporary ones, or those of a user. Without `Debug`: they are secret.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Credentials {
    /// Which key.
    pub access_key_id: String,
    /// The key.
    pub secret_access_key: String,
    /// What temporary ones have in addition.
    #[serde(rename = "Token")]
    pub session_token: Option<String>,
    /// When they end, as RFC 3339.
    pub expiration: Option<String>,
}

impl Credentials {
    fn holds(&self) -> bool {
        let Some(end) = &self.expiration else { return true };
        let left = |end: jiff::Timestamp| end.duration_since(jiff::Timestamp::now());
        end.parse().is_ok_and(|end| left(end) > BEFORE.try_into().unwrap_or_default())
    }
}

/// Where credentials come from.
pub struct Source {
    ecs: Option<(reqwest::Client, String)>,
    /// Asked for by one at a time.
    known: Mutex<Option<Credentials>>,
}

impl Source {
    /// Always these.
    pub fn of(credentials: Credentials) -> Self {
        Self { ecs: None, known: Mutex::new(Some(credentials)) }
    }

    /// From ECS, at `AWS_CONTAINER_CREDENTIALS_RELATIVE_URI`.
    pub fn ecs(client: reqwest::Client, relative_uri: &str) -> Self {
        Self::at(client, format!("{ECS}{relative_uri}"))
    }

    fn at(client: reqwest::Client, url: String) -> Self {
        Self { ecs: Some((client, url)), known: Mutex::default() }
    }

    pub(super) async fn get(&self) -> Result<Credentials> {
        let mut known = self.known.lock().await;
        if let Some(credentials) =
            known.as_ref().filter(|known| known.holds() || self.ecs.is_none())
        {
            return Ok(credentials.clone());
        }
        let (client, url) = self.ecs.as_ref().context("there are no credentials")?;
        let ask = async || {
            let answer = client.get(url).timeout(LONGEST).send().await?.error_for_status()?;
            anyhow::Ok(serde_json::from_slice::<Credentials>(&answer.bytes().await?)?)
        };
        let asked = until(tokio::time::Instant::now() + LONGEST, ask).await;
        match (asked, known.as_ref()) {
            (Ok(new), _) => Ok(known.insert(new).clone()),
            // They hold for some minutes more.
            (Err(_), Some(old)) => Ok(old.clone()),
            (Err(error), None) => Err(error).context("the credentials of the task's role"),
        }
    }
}

#[cfg(test)]
mod tests;
