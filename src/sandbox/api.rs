//! Calls the AWS APIs of an emulator.

use std::{
    path::Path,
    sync::{Mutex, PoisonError},
};

use anyhow::{Result, anyhow};
use serde_json::{Value, json};

use super::{Endpoint, Toolbox, conversation::Conversation};

/// A process that asks the AWS APIs what really exists.
pub struct Api(Mutex<Conversation>);

impl Api {
    /// Asks the emulator at an endpoint.
    ///
    /// # Errors
    /// When the emulator's Python environment cannot be made.
    pub fn at(endpoint: Endpoint, toolbox: &Toolbox, logs: &Path) -> Result<Self> {
        Ok(Self(Mutex::new(Conversation::start(toolbox, "ask.py", &endpoint.url(), &[], logs)?)))
    }

    /// Asks one AWS API, as boto3 spells service and operation: `ask("ec2", "describe_vpcs",
    /// json!({}))`.
    ///
    /// Lists are complete, times are ISO 8601, bytes are `{"base64": …, "text": …}`.
    ///
    /// # Errors
    /// What AWS answers.
    pub fn ask(&self, service: &str, operation: &str, parameters: Value) -> Result<Value> {
        let question =
            json!({"service": service, "operation": operation, "parameters": parameters});
        let mut process = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        process.write_line(&question.to_string())?;
        let mut answer: Value = serde_json::from_str(&process.read_line()?)?;
        match answer.get_mut("ok") {
            Some(result) => Ok(result.take()),
            None => Err(anyhow!("{service} {operation}: {}", answer["error"])),
        }
    }

    /// The list `name` of an answer.
    ///
    /// # Errors
    /// What AWS answers.
    pub fn list(
        &self,
        service: &str,
        operation: &str,
        parameters: Value,
        name: &str,
    ) -> Result<Vec<Value>> {
        match self.ask(service, operation, parameters)?[name].take() {
            Value::Array(entries) => Ok(entries),
            _ => Ok(vec![]),
        }
    }
}
