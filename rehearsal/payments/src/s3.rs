//! The transaction log in the stack: one object for each payment, in a bucket. Source: Amazon S3
//! API Reference, `PutObject`; a bucket with Object Lock takes only what comes with a checksum.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::header::{CONTENT_TYPE, HeaderValue};
use reqwest::{Client, Method, Request, Url};
use sha2::{Digest, Sha256};
use tokio::time::Instant;

use crate::identity::Identity;
use crate::pay::TransactionLog;
use crate::payment::{Payment, timestamp};
use crate::retry::{until, within};

const LONGEST: Duration = Duration::from_secs(2);

/// A bucket.
pub struct S3 {
    client: Client,
    identity: Arc<dyn Identity>,
    bucket: Url,
}

impl S3 {
    /// The bucket at this URL, which ends with `/`.
    ///
    /// # Errors
    /// When it is no URL.
    pub fn new(client: Client, identity: Arc<dyn Identity>, bucket: &str) -> Result<Self> {
        let url = bucket.parse().with_context(|| format!("{bucket} is no URL of a bucket"))?;
        Ok(Self { client, identity, bucket: url })
    }

    async fn put(&self, key: &str, body: &[u8], deadline: Instant) -> Result<()> {
        let mut request = Request::new(Method::PUT, self.bucket.join(key)?);
        *request.body_mut() = Some(body.to_vec().into());
        *request.timeout_mut() = Some(within(LONGEST, deadline));
        let checksum = STANDARD.encode(Sha256::digest(body));
        request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        request.headers_mut().insert("x-amz-checksum-sha256", HeaderValue::from_str(&checksum)?);
        self.identity.sign("s3", &mut request).await?;
        let status = self.client.execute(request).await?.status();
        ensure!(status.is_success(), "S3 answered {status}");
        Ok(())
    }
}

/// By the hour in which it was taken.
fn key(payment: &Payment) -> String {
    let hour = timestamp(payment.taken_at)
        .chars()
        .take(13)
        .map(|c| if "-T".contains(c) { '/' } else { c })
        .collect::<String>();
    format!("payments/{hour}/{}.json", payment.id)
}

#[async_trait]
impl TransactionLog for S3 {
    async fn write(&self, payment: &Payment, deadline: Instant) -> Result<()> {
        let (key, body) = (key(payment), serde_json::to_vec(payment)?);
        until(deadline, || self.put(&key, &body, deadline)).await
    }
}
