//! Secrets for the payment service: which environment variable has which secret. No file of the
//! stack has their values.

use super::{SecretArn, VariableName};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, collections::BTreeMap};

/// The name of an environment variable, and the secret that is its value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secrets(BTreeMap<VariableName, SecretArn>);

impl Secrets {
    /// Each variable with its secret, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&VariableName, &SecretArn)> {
        self.0.iter()
    }

    /// Whether the service is given none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl JsonSchema for Secrets {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Secrets".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "propertyNames": VariableName::json_schema(generator),
            "additionalProperties": SecretArn::json_schema(generator),
        })
    }
}
