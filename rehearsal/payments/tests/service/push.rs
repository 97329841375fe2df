//! An image is pushed to a registry by the registry's own protocol.

#[path = "../../examples/push/registry.rs"]
mod registry;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path as FilePath;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header::{AUTHORIZATION, LOCATION, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{head, post, put};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::image::{layout, program};
use registry::{Credentials, Destination, push};

/// What a registry has: content by its digest, and manifests by the names they were pushed under.
#[derive(Debug, Default)]
struct Store {
    blobs: BTreeMap<String, Bytes>,
    manifests: BTreeMap<String, Bytes>,
}

type Shared = Arc<Mutex<Store>>;

fn digest(content: &[u8]) -> String {
    let hex: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}

/// As Amazon ECR does it: it asks who is there, says nowhere where a manifest is, and takes none
/// that names what is missing.
async fn registry() -> (String, Shared) {
    let store = Shared::default();
    let routes = Router::new()
        .route("/v2/team/payments/blobs/{digest}", head(has_blob))
        .route(
            "/v2/team/payments/blobs/uploads/",
            post(|| async { (StatusCode::ACCEPTED, [(LOCATION, "one?state=7")]) }),
        )
        .route("/v2/team/payments/blobs/uploads/one", put(take_blob))
        .route("/v2/team/payments/manifests/{name}", put(take_manifest))
        .layer(middleware::from_fn(known))
        .with_state(Arc::clone(&store));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = listener.local_addr().unwrap().to_string();
    tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
    (host, store)
}

async fn known(headers: HeaderMap, request: axum::extract::Request, next: Next) -> Response {
    let expected = format!("Basic {}", BASE64_STANDARD.encode("AWS:secret"));
    match headers.get(AUTHORIZATION).is_some_and(|given| given.as_bytes() == expected.as_bytes()) {
        true => next.run(request).await,
        false => (StatusCode::UNAUTHORIZED, [(WWW_AUTHENTICATE, "Basic realm=\"registry\"")])
            .into_response(),
    }
}

async fn has_blob(State(store): State<Shared>, Path(name): Path<String>) -> StatusCode {
    if store.lock().unwrap().blobs.contains_key(&name) {
        StatusCode::OK
    } else {
        StatusCode::NOT_FOUND
    }
}

async fn take_blob(State(store): State<Shared>, uri: Uri, content: Bytes) -> StatusCode {
    let digest = digest(&content);
    // Where to upload to is the registry's to say.
    if uri.query() != Some(&format!("state=7&digest={}", digest.replace(':', "%3A"))) {
        return StatusCode::BAD_REQUEST;
    }
    store.lock().unwrap().blobs.insert(digest, content);
    StatusCode::CREATED
}

async fn take_manifest(
    State(store): State<Shared>,
    Path(name): Path<String>,
    content: Bytes,
) -> StatusCode {
    let document: Value = serde_json::from_slice(&content).unwrap();
    let mut store = store.lock().unwrap();
    let names = |list: &str| document[list].as_array().cloned().unwrap_or_default();
    let blobs = names("layers").into_iter().chain(document.get("config").cloned());
    let is_there = |of: &BTreeMap<String, Bytes>, one: &Value| {
        of.contains_key(one["digest"].as_str().unwrap())
    };
    let is_whole = blobs.into_iter().all(|one| is_there(&store.blobs, &one))
        && names("manifests").iter().all(|one| is_there(&store.manifests, one));
    if !is_whole || (name.starts_with("sha256:") && name != digest(&content)) {
        return StatusCode::NOT_FOUND;
    }
    store.manifests.insert(name, content);
    StatusCode::CREATED
}

fn image(folder: &FilePath) -> std::path::PathBuf {
    let (arm, intel) = (program(folder, 183, "arm"), program(folder, 62, "intel"));
    let (image, authorities) = (folder.join("image"), folder.join("authorities"));
    fs::write(&authorities, "certificates").unwrap();
    layout::write(&image, &authorities, &[arm, intel]).unwrap();
    image
}

#[tokio::test]
async fn an_image_is_pushed_whole_and_what_is_there_is_not_pushed_again() {
    let folder = tempfile::tempdir().unwrap();
    let image = image(folder.path());
    let (host, store) = registry().await;
    let to = Destination::parse(&format!("{host}/team/payments:1.0.0")).unwrap();
    let credentials = Credentials { user: "AWS".to_owned(), password: "secret".to_owned() };
    let pushed = push(&image, &to, Some(&credentials)).await.unwrap();
    let taken = {
        let store = store.lock().unwrap();
        assert_eq!(digest(&store.manifests["1.0.0"]), pushed);
        assert_eq!(
            (store.manifests.len(), store.blobs.len()),
            (3, 4),
            "two architectures: a layer and a config each"
        );
        store.manifests.iter().chain(&store.blobs).map(|(name, _)| name.clone()).collect::<Vec<_>>()
    };
    for file in fs::read_dir(image.join("blobs/sha256")).unwrap() {
        let name = format!("sha256:{}", file.unwrap().file_name().display());
        assert!(taken.contains(&name) || name == pushed, "{name} was not pushed");
    }
    let layer = store.lock().unwrap().blobs.keys().next().unwrap().clone();
    fs::write(
        image.join("blobs/sha256").join(layer.strip_prefix("sha256:").unwrap()),
        "changed since",
    )
    .unwrap();
    assert_eq!(push(&image, &to, Some(&credentials)).await.unwrap(), pushed);
}

#[tokio::test]
async fn what_the_registry_refuses_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let image = image(folder.path());
    let (host, _) = registry().await;
    let to = Destination::parse(&format!("{host}/team/payments:1.0.0")).unwrap();
    let unknown = push(&image, &to, None).await.unwrap_err();
    assert!(unknown.to_string().contains("give --user"), "{unknown:#}");
    let credentials = Credentials { user: "AWS".to_owned(), password: "secret".to_owned() };
    let elsewhere = Destination::parse(&format!("{host}/other:1.0.0")).unwrap();
    let refused = push(&image, &elsewhere, Some(&credentials)).await.unwrap_err();
    assert!(refused.to_string().contains("/v2/other/blobs/uploads/ answers 404"), "{refused:#}");
    let broken = push(folder.path(), &to, Some(&credentials)).await.unwrap_err();
    assert!(format!("{broken:#}").contains("index.json cannot be read"), "{broken:#}");
    for text in ["payments:1.0.0", "host/payments", "host/:1", "host/payments:", "/payments:1"] {
        assert!(Destination::parse(text).is_err(), "{text}");
    }
}
