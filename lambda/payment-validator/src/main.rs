//! The Lambda adapter: takes invocations from the Runtime API, has them answered and posts the answers.

use std::{
    env,
    future::ready,
    io::{Stdout, stdout},
    panic,
    process::ExitCode,
};

use lambda_runtime::{Diagnostic, Error, LambdaEvent, service_fn};
use payment_validator::{Handler, InvocationError, Journal, Level};
use serde_json::{json, value::RawValue};
use time::OffsetDateTime;
use tokio::signal::unix::{SignalKind, signal};

fn main() -> ExitCode {
    panic::set_hook(Box::new(report_panic));
    let served = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Error::from)
        .and_then(|runtime| runtime.block_on(serve()));
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report_error("runtime stopped", json!({ "error": error.to_string() }));
            ExitCode::FAILURE
        }
    }
}

/// Answers invocations until Lambda ends the execution environment with SIGTERM.
async fn serve() -> Result<(), Error> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut handler = Handler::new(journal(), OffsetDateTime::now_utc, environment());
    let service = service_fn(move |event: LambdaEvent<Box<RawValue>>| {
        ready(handler.answer(&event.context.request_id, event.payload.get()).map_err(diagnostic))
    });
    tokio::select! {
        served = lambda_runtime::run(service) => served,
        _ = terminate.recv() => Ok(()),
    }
}

fn diagnostic(error: InvocationError) -> Diagnostic {
    Diagnostic { error_type: "InvocationError".to_owned(), error_message: error.to_string() }
}

fn journal() -> Journal<Stdout> {
    let configured = env::var("LOG_LEVEL").map_or(Ok(Level::Info), |level| level.parse());
    let mut journal = Journal::new(stdout(), configured.clone().unwrap_or(Level::Info));
    if let Err(error) = configured {
        journal.log(Level::Error, OffsetDateTime::now_utc(), "wrong setting", json!({ "error": error }));
    }
    journal
}

fn environment() -> String {
    env::var("ENVIRONMENT_SUFFIX").unwrap_or_else(|_| "none".to_owned())
}

/// Says where, not what: the message of a panic may hold what the code was working on.
fn report_panic(panic: &panic::PanicHookInfo) {
    report_error("panic", json!({ "location": panic.location().map(ToString::to_string) }));
}

fn report_error(message: &'static str, details: serde_json::Value) {
    let mut journal = Journal::new(stdout(), Level::Error);
    journal.log(Level::Error, OffsetDateTime::now_utc(), message, details);
    journal.flush();
}
