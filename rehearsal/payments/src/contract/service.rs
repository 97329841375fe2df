//! A service that runs, asked over the network.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use futures_util::future::join_all;
use hyper_util::client::legacy::connect::HttpInfo;
use reqwest::{Client, Method, Response, Url};
use serde_json::{Value, json};

use super::Finding;
use crate::{PAYMENTS, sample, tls};

/// So long the health checks of the stack wait, that of the load balancer and that of ECS.
const HEALTH: Duration = Duration::from_secs(5);
/// How long an answer may take at all: the load balancer waits 60 seconds, merchants do not.
const ANSWER: Duration = Duration::from_secs(15);
/// How often one payment is sent at the same time.
const AT_ONCE: usize = 10;

struct Service {
    client: Client,
    url: Url,
}

/// Each sentence, of the service at a URL. It takes payments of its own there.
///
/// # Errors
/// When there is nothing at the URL to be asked.
pub async fn of_service(url: &Url, health: &str, idle: Duration) -> Result<Vec<Finding>> {
    let service = Service { client: client()?, url: url.clone() };
    if let Err(error) = service.client.get(url.clone()).send().await
        && error.is_connect()
    {
        return Err(error).with_context(|| format!("nothing to be asked at {url}"));
    }
    let resting = service.rests(health, idle);
    let asked = async {
        let mut findings = Vec::new();
        let mut note = |sentence, seen| findings.push(Finding::of(sentence, seen));
        if url.scheme() == "https" {
            note("It speaks TLS; who signed is not asked", service.get(health).await.map(drop));
        }
        note(
            "It answers 200 within 5 seconds where it is asked whether it is healthy",
            service.is_healthy(health).await,
        );
        note("It takes a payment: 201, and what was taken as JSON", service.takes().await);
        note(
            "The same payment under the same key has the same answer",
            service.answers_the_same().await,
        );
        note(
            "The same payment sent ten times at once is one payment",
            service.is_one_at_once().await,
        );
        note(
            "Another payment under the same key is refused with 409",
            service.refuses_another().await,
        );
        note("A bad payment is refused with 4xx", service.refuses_bad().await);
        note("Whatever is sent, the answer is no 5xx", service.bears_junk().await);
        note("No answer has the number of a card", service.keeps_numbers().await);
        findings
    };
    let (mut findings, rests) = tokio::join!(asked, resting);
    findings.push(Finding::of(
        "A connection can be idle for longer than the load balancer's 60 seconds",
        rests,
    ));
    Ok(findings)
}

fn client() -> Result<Client> {
    Ok(tls::client()
        .tls_danger_accept_invalid_certs(true)
        .timeout(ANSWER)
        .pool_idle_timeout(None)
        .build()?)
}

impl Service {
    fn at(&self, path: &str) -> Result<Url> {
        self.url.join(path).with_context(|| format!("{path} is no path"))
    }

    async fn get(&self, path: &str) -> Result<Response> {
        Ok(self.client.get(self.at(path)?).send().await?)
    }

    async fn pay(&self, payment: &Value) -> Result<(u16, String)> {
        self.send(Method::POST, PAYMENTS, payment.to_string().into_bytes()).await
    }

    async fn send(&self, method: Method, path: &str, body: Vec<u8>) -> Result<(u16, String)> {
        let answer = self.client.request(method, self.at(path)?).body(body).send().await?;
        Ok((answer.status().as_u16(), answer.text().await?))
    }

    async fn is_healthy(&self, path: &str) -> Result<()> {
        let since = Instant::now();
        let status = self.get(path).await?.status().as_u16();
        ensure!(status == 200, "{status}");
        ensure!(since.elapsed() <= HEALTH, "after {:?}", since.elapsed());
        Ok(())
    }

    async fn takes(&self) -> Result<()> {
        let (status, body) = self.pay(&sample::payment(&sample::key(), 1099)).await?;
        ensure!(status == 201, "{status} {body}");
        let body: Value = serde_json::from_str(&body).context("the answer is not JSON")?;
        ensure!(body["payment_id"].is_string(), "the answer has no payment_id");
        Ok(())
    }

    async fn answers_the_same(&self) -> Result<()> {
        let payment = sample::payment(&sample::key(), 2099);
        let first = self.pay(&payment).await?;
        ensure!(first.0 == 201, "{} {}", first.0, first.1);
        let second = self.pay(&payment).await?;
        ensure!(first == second, "first {} {}, then {} {}", first.0, first.1, second.0, second.1);
        Ok(())
    }

    async fn is_one_at_once(&self) -> Result<()> {
        let payment = sample::payment(&sample::key(), 3099);
        let answers = join_all((0..AT_ONCE).map(|_| self.pay(&payment))).await;
        let mut answers = answers.into_iter().collect::<Result<Vec<_>>>()?;
        answers.dedup();
        ensure!(answers.len() == 1 && answers[0].0 == 201, "different answers: {answers:?}");
        Ok(())
    }

    async fn refuses_another(&self) -> Result<()> {
        let key = sample::key();
        let (status, body) = self.pay(&sample::payment(&key, 4099)).await?;
        ensure!(status == 201, "{status} {body}");
        let (status, body) = self.pay(&sample::payment(&key, 4100)).await?;
        ensure!(status == 409, "{status} {body}");
        Ok(())
    }

    async fn refuses_bad(&self) -> Result<()> {
        let good = sample::payment(&sample::key(), 5099);
        let with = |pointer: &str, value: Value| {
            let mut bad = good.clone();
            if let Some(field) = bad.pointer_mut(pointer) {
                *field = value;
            }
            bad
        };
        let bad = [
            ("a negative amount", with("/amount/minor_units", json!(-1))),
            ("a currency that is none", with("/amount/currency", json!("XYZ"))),
            (
                "a card number with a wrong check digit",
                with("/payment_method/number", json!("4111111111111112")),
            ),
            ("a card that has expired", with("/payment_method/expiry", json!("2020-01"))),
            ("a key that is too short", with("/idempotency_key", json!("short"))),
            ("a request of another day", with("/requested_at", json!("2020-01-01T00:00:00Z"))),
            ("an empty object", json!({})),
        ];
        for (what, bad) in bad {
            let (status, body) = self.pay(&bad).await?;
            ensure!((400..500).contains(&status), "{what}: {status} {body}");
        }
        Ok(())
    }

    async fn bears_junk(&self) -> Result<()> {
        let deep = "[".repeat(20_000);
        let bodies: [&[u8]; 9] = [
            b"",
            b"null",
            b"[]",
            b"{",
            b"\xff\xfe\x00",
            br#"{"Records":[]}"#,
            br#"{"Records":[{"messageId":"3f2504e0-4f89-41d3-9a0c-0305e82c3301","body":"{}"}]}"#,
            b"{\"idempotency_key\":\"\x00\"}",
            deep.as_bytes(),
        ];
        for body in bodies {
            let (status, _) = self.send(Method::POST, PAYMENTS, body.to_vec()).await?;
            let begins = String::from_utf8_lossy(body.get(..40).unwrap_or(body));
            ensure!((400..500).contains(&status), "{status} to {begins:?}");
        }
        // A service may answer before it has read all of it, and end the connection: on one that no
        // other request is on.
        let alone = Self { client: client()?, url: self.url.clone() };
        let seen = alone.send(Method::POST, PAYMENTS, vec![b' '; 1 << 20]).await;
        let (status, _) = seen.unwrap_or((413, String::new()));
        ensure!((400..500).contains(&status), "{status} to a megabyte");
        for (method, path) in [
            (Method::GET, PAYMENTS),
            (Method::DELETE, PAYMENTS),
            (Method::POST, "/"),
            (Method::GET, "/%00/../x"),
        ] {
            let (status, _) = self.send(method.clone(), path, Vec::new()).await?;
            ensure!((400..500).contains(&status), "{status} to {method} {path}");
        }
        Ok(())
    }

    async fn keeps_numbers(&self) -> Result<()> {
        let mut bad = sample::payment(&sample::key(), 6099);
        let mut bodies = vec![self.pay(&bad).await?.1];
        for pointer in [
            "/payment_method/holder",
            "/idempotency_key",
            "/merchant_id",
            "/request_id",
            "/amount/currency",
        ] {
            if let Some(field) = bad.pointer_mut(pointer) {
                *field = json!(sample::CARD_NUMBER);
            }
            bodies.push(self.pay(&bad).await?.1);
        }
        let message = bodies.iter().find(|body| body.contains(sample::CARD_NUMBER));
        ensure!(message.is_none(), "{message:?}");
        Ok(())
    }

    async fn rests(&self, path: &str, idle: Duration) -> Result<()> {
        let client = client()?;
        let ask = async || -> Result<SocketAddr> {
            let answer = client.get(self.at(path)?).send().await?;
            let from = answer.extensions().get::<HttpInfo>().map(HttpInfo::local_addr);
            answer.bytes().await?;
            from.context("a connection without an address")
        };
        let first = ask().await?;
        tokio::time::sleep(idle).await;
        ensure!(ask().await? == first, "after {idle:?} it was closed");
        Ok(())
    }
}
