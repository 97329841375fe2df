//! The validation in the stack: a Lambda function, invoked by its alias. Source: AWS Lambda API
//! Reference, `Invoke`.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use async_trait::async_trait;
use reqwest::{Client, Method, Request, Url};
use tokio::time::Instant;

use crate::identity::Identity;
use crate::pay::Validation;
use crate::request::Decision;
use crate::retry::{until, within};

/// How long one invocation may take, a cold start included.
const LONGEST: Duration = Duration::from_secs(3);

/// A function.
pub struct Lambda {
    client: Client,
    identity: Arc<dyn Identity>,
    url: Url,
}

impl Lambda {
    /// The function with this ARN or name, at the service's endpoint.
    ///
    /// # Errors
    /// When the endpoint is no URL.
    pub fn new(
        client: Client,
        identity: Arc<dyn Identity>,
        endpoint: &str,
        function: &str,
    ) -> Result<Self> {
        // The colons of an ARN are escaped, as the SDKs do it: the signature is of the path as it
        // is sent.
        let function = function.replace(':', "%3A");
        let url = format!(
            "{}/2015-03-31/functions/{function}/invocations",
            endpoint.trim_end_matches('/')
        );
        let url = url.parse().with_context(|| format!("{endpoint} is no endpoint of Lambda"))?;
        Ok(Self { client, identity, url })
    }

    async fn invoke(&self, payload: &[u8], deadline: Instant) -> Result<Decision> {
        let mut request = Request::new(Method::POST, self.url.clone());
        *request.body_mut() = Some(payload.to_vec().into());
        *request.timeout_mut() = Some(within(LONGEST, deadline));
        self.identity.sign("lambda", &mut request).await?;
        let answer = self.client.execute(request).await?;
        let status = answer.status();
        ensure!(status.is_success(), "Lambda answered {status}");
        ensure!(!answer.headers().contains_key("x-amz-function-error"), "the function failed");
        serde_json::from_slice(&answer.bytes().await?)
            .ok()
            .context("the function's answer is no decision")
    }
}

#[async_trait]
impl Validation for Lambda {
    async fn decide(&self, request: &[u8], deadline: Instant) -> Result<Decision> {
        until(deadline, || self.invoke(request, deadline)).await
    }
}
