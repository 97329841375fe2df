//! How a function is called: arguments converted, nulls refused, unknowns and marks carried to the
//! result.

use std::sync::Arc;

use super::{Function, FunctionContext, FunctionError, Parameter, Returns};
use crate::types::Type;
use crate::value::{Causes, Unknown, Value};

/// Functions of a list that make another list of the same items.
const KEEP_ITEMS: [&str; 7] =
    ["compact", "distinct", "reverse", "setunion", "sort", "tolist", "toset"];

impl Function {
    /// The parameter that takes argument `index`.
    pub(crate) fn parameter(&self, index: usize) -> Option<&Parameter> {
        self.parameters.get(index).or(self.variadic.as_ref())
    }

    /// Calls it.
    ///
    /// # Errors
    /// An argument is missing, too many, of a wrong type or refused by the function.
    pub fn call(
        &self,
        arguments: &[Value],
        context: &FunctionContext,
    ) -> Result<Value, FunctionError> {
        let result = self.result(arguments, context)?;
        let items = match (arguments, &result) {
            ([list], Value::Unknown(_)) if KEEP_ITEMS.contains(&self.name) => list.certain_items(),
            _ => None,
        };
        Ok(match (items, result) {
            (Some(items), Value::Unknown(unknown)) => {
                Unknown { items: Some(Arc::new(items)), ..(*unknown).clone() }.into()
            }
            (_, result) => result,
        })
    }

    fn result(
        &self,
        arguments: &[Value],
        context: &FunctionContext,
    ) -> Result<Value, FunctionError> {
        let required = self.parameters.len();
        if arguments.len() < required || (self.variadic.is_none() && arguments.len() > required) {
            let least = if self.variadic.is_some() { "at least " } else { "" };
            let given = arguments.len();
            return Err(FunctionError::call(format!(
                "{}() takes {least}{required} arguments; {given} given",
                self.name
            )));
        }
        let mut sensitive = false;
        let (mut untyped, mut unknown, mut causes) = (false, false, Causes::default());
        let mut values = Vec::with_capacity(arguments.len());
        for (index, argument) in arguments.iter().enumerate() {
            let Some(parameter) = self.parameter(index) else { continue };
            let value = crate::convert::convert(argument, &parameter.takes.ty())
                .map_err(|error| FunctionError::argument(index, error.to_string()))?;
            // What follows an argument of unknown type is not looked at.
            // Source: cty, `function.Function.ReturnTypeForValues`.
            if value.is_null() && !parameter.null && !untyped {
                return Err(FunctionError::argument(
                    index,
                    format!("{} must not be null", parameter.name),
                ));
            }
            let value = if parameter.marked {
                value
            } else {
                let (plain, marked) = value.unmarked_deep();
                sensitive |= marked;
                plain
            };
            let dynamic = !parameter.dynamic && value.ty() == Type::Dynamic;
            if dynamic || (!value.is_known() && !parameter.unknown) {
                untyped |= dynamic;
                unknown = true;
                causes.extend(&value.causes());
                if value.is_null() {
                    causes.extend(&Causes::one(crate::value::Cause::UntypedNull));
                }
            }
            values.push(value);
        }
        let of = match self.returns {
            _ if untyped => Type::Dynamic,
            Returns::Type(takes) => takes.ty(),
            Returns::Of(of)
                if self
                    .parameters
                    .iter()
                    .chain(&self.variadic)
                    .any(|parameter| parameter.marked) =>
            {
                of(&values.iter().map(|value| value.unmarked_deep().0).collect::<Vec<_>>())?
            }
            Returns::Of(of) => of(&values)?,
        };
        if unknown {
            let not_null = self.not_null && !untyped && of != Type::Dynamic;
            return Ok(
                Value::from(Unknown { not_null, ..Unknown::new(of, causes) }).marked(sensitive)
            );
        }
        let result = (self.call)(&values, context)?;
        Ok(self.refined(result).marked(sensitive))
    }

    fn refined(&self, result: Value) -> Value {
        match result {
            Value::Unknown(unknown)
                if self.not_null && unknown.of != Type::Dynamic && !unknown.not_null =>
            {
                Value::Unknown(Arc::new(Unknown { not_null: true, ..(*unknown).clone() }))
            }
            other => other,
        }
    }
}
