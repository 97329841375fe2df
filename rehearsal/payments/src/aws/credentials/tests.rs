use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use serde_json::json;

use super::*;

/// What ECS hands out, the end of each being so many minutes away; and how often it was asked.
async fn ecs(minutes: &'static [i64]) -> (Source, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let answer = move || async move {
        let number = count.fetch_add(1, Ordering::Relaxed);
        let Some(minutes) = minutes.get(number) else { return Err(StatusCode::TOO_MANY_REQUESTS) };
        let end = jiff::Timestamp::now() + jiff::SignedDuration::from_mins(*minutes);
        let key = format!("key {number}");
        let body = json!({
            "AccessKeyId": key, "SecretAccessKey": "s", "Token": "t", "Expiration": end.to_string()
        });
        Ok(body.to_string())
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/v2/credentials/1", listener.local_addr().unwrap());
    tokio::spawn(async move {
        axum::serve(listener, Router::new().route("/v2/credentials/1", get(answer))).await
    });
    let client = crate::tls::client().tls_danger_accept_invalid_certs(true).build().unwrap();
    (Source::at(client, url), asked)
}

#[tokio::test]
async fn credentials_are_kept_until_shortly_before_their_end() {
    let (source, asked) = ecs(&[360, 360]).await;
    for _ in 0..3 {
        let credentials = source.get().await.unwrap();
        assert_eq!(
            (credentials.access_key_id.as_str(), credentials.session_token.as_deref()),
            ("key 0", Some("t"))
        );
    }
    assert_eq!(asked.load(Ordering::Relaxed), 1);
    let (source, _) = ecs(&[4, 360]).await;
    assert_eq!(source.get().await.unwrap().access_key_id, "key 0");
    assert_eq!(source.get().await.unwrap().access_key_id, "key 1");
}

#[tokio::test]
async fn where_there_are_no_new_ones_the_old_ones_are_used() {
    let (source, asked) = ecs(&[4]).await;
    assert_eq!(source.get().await.unwrap().access_key_id, "key 0");
    assert_eq!(source.get().await.unwrap().access_key_id, "key 0");
    assert!(asked.load(Ordering::Relaxed) > 1);
    assert!(ecs(&[]).await.0.get().await.is_err());
}
