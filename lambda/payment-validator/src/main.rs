//! The Lambda adapter: takes invocations from the Runtime API, has them answered and posts the
//! answers.

use std::{
    env,
    io::{self, ErrorKind, Stdout, stdout},
    panic,
    process::ExitCode,
    sync::{Arc, atomic::AtomicBool},
    thread,
    time::Duration,
};

use payment_validator::{Handler, Journal, Level, RuntimeApi};
use serde_json::json;
use signal_hook::{consts::SIGTERM, flag};
use time::OffsetDateTime;

/// How often in a row the Runtime API may be out of reach before the process ends, so that Lambda
/// starts another.
const MAX_TRIES: u32 = 5;

/// The first wait after a failure of the Runtime API; each following one is twice as long, up to a
/// second or so.
const WAIT: Duration = Duration::from_millis(10);

fn main() -> ExitCode {
    panic::set_hook(Box::new(report_panic));
    let error = match serve() {
        Ok(never) => match never {},
        Err(error) => error,
    };
    report_error("runtime stopped", json!({ "error": error.to_string() }));
    ExitCode::FAILURE
}

enum Never {}

/// Answers invocations until Lambda ends the execution environment with SIGTERM.
fn serve() -> io::Result<Never> {
    flag::register_conditional_shutdown(SIGTERM, 0, Arc::new(AtomicBool::new(true)))?;
    let address = env::var("AWS_LAMBDA_RUNTIME_API").map_err(|error| {
        io::Error::new(
            ErrorKind::InvalidInput,
            format!("AWS_LAMBDA_RUNTIME_API, which Lambda sets: {error}"),
        )
    })?;
    let mut api = RuntimeApi::new(address);
    let mut handler = Handler::new(journal(), OffsetDateTime::now_utc, environment());
    let mut failures = 0;
    loop {
        match answer_next(&mut api, &mut handler) {
            Ok(()) => failures = 0,
            Err(error) => {
                failures += 1;
                let recovers = error.kind() == ErrorKind::InvalidData || failures < MAX_TRIES;
                if error.kind() == ErrorKind::Other || !recovers {
                    return Err(error);
                }
                report_error("runtime api failed", json!({ "error": error.to_string() }));
                thread::sleep(WAIT * 2_u32.pow(failures.min(7)));
            }
        }
    }
}

/// An answer that Lambda refuses or cannot be given is a failure of that invocation alone: the next
/// one is waited for.
fn answer_next(api: &mut RuntimeApi, handler: &mut Handler<Stdout>) -> io::Result<()> {
    let invocation = api.next_invocation()?;
    let posted = match handler.answer(&invocation.id, &invocation.event) {
        Ok(response) => api.respond(&invocation.id, &serde_json::to_vec(&response)?),
        Err(error) => api.fail(&invocation.id, "InvocationError", &error.to_string()),
    };
    let refused = match posted {
        Ok(200..300) => return Ok(()),
        Ok(status) => format!("the Runtime API answered {status}"),
        Err(error) => error.to_string(),
    };
    report_error("answer refused", json!({ "error": refused }));
    Ok(())
}

fn journal() -> Journal<Stdout> {
    let configured = env::var("LOG_LEVEL").map_or(Ok(Level::Info), |level| level.parse());
    let mut journal = Journal::new(stdout(), configured.clone().unwrap_or(Level::Info));
    if let Err(error) = configured {
        journal.log(
            Level::Error,
            OffsetDateTime::now_utc(),
            "wrong setting",
            json!({ "error": error }),
        );
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
