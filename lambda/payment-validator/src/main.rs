//! The Lambda adapter: takes an invocation from the Runtime API and posts the answer.

use lambda_runtime::{Error, LambdaEvent, service_fn};
use serde_json::{Value, json, value::RawValue};

fn main() -> Result<(), Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(lambda_runtime::run(service_fn(answer)))
}

async fn answer(event: LambdaEvent<Box<RawValue>>) -> Result<Value, Error> {
    let LambdaEvent { payload: _payload, context: _context } = event;
    Ok(json!({ "decision": "rejected", "request_id": null, "failures": [] }))
}
