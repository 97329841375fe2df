//! The bucket of the transaction log: each object that is put is a line of a file.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::put;
use serde_json::Value;

/// Serves a bucket that takes objects.
pub fn routes(file: PathBuf) -> Router {
    Router::new().route("/{*key}", put(keep)).with_state(Arc::new(file))
}

async fn keep(State(file): State<Arc<PathBuf>>, object: Bytes) -> StatusCode {
    match append(&file, &object) {
        Ok(()) => StatusCode::OK,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

fn append(file: &Path, object: &[u8]) -> Result<()> {
    let payment: Value = serde_json::from_slice(object)?;
    let key = payment["idempotency_key"].as_str().context("no payment")?;
    // Several write to it: a line is written at once.
    Ok(OpenOptions::new()
        .create(true)
        .append(true)
        .open(file)?
        .write_all(format!("{key}\n").as_bytes())?)
}
