//! Function calls, and `try` and `can`, which take expressions.

use std::sync::Arc;

use super::{Evaluator, nothing};
use crate::expr::{Base, Call, Expr, Kind, Step};
use crate::functions::{self, FunctionContext, FunctionError, TEMPLATESTRING};
use crate::names::Names;
use crate::read::native::{Where, template};
use crate::source::Span;
use crate::types::Type;
use crate::value::{Cause, Causes, Unknown, Value};

impl<N: Names + ?Sized> Evaluator<'_, N> {
    pub(super) fn call(&mut self, call: &Call, span: Span) -> Value {
        let name = call.name.strip_prefix("core::").unwrap_or(&call.name);
        match name {
            "try" => return self.attempt(call, span),
            "can" => return self.can(call, span),
            _ => {}
        }
        let function = functions::find(name);
        if function.is_none() {
            let provider = name.strip_prefix("provider::").and_then(|rest| rest.split_once("::"));
            if !provider.is_some_and(|(provider, _)| self.names.has_provider(provider)) {
                let detail = match provider {
                    Some((provider, _)) => format!(
                        "There is no function named \"{}\". Ensure that provider name \
                         \"{provider}\" is declared in this module's required_providers block.",
                        call.name
                    ),
                    None => format!("There is no function named \"{}\".", call.name),
                };
                return self.fault(span, "Call to unknown function", detail);
            }
        }
        let before = self.faults.len();
        let Some(arguments) = self.arguments(call) else {
            return nothing();
        };
        let arguments = match arguments {
            Ok(arguments) if self.faults.len() == before => arguments,
            Ok(_) => return nothing(),
            Err(unknown) => return unknown,
        };
        self.budget.weigh_all(&arguments);
        if self.budget.exhausted().is_some() {
            return nothing();
        }
        let Some(function) = function else {
            return Value::unknown(Type::Dynamic, Cause::Function(call.name.clone()));
        };
        let failed = |reason: &str| format!("Call to function \"{}\" failed: {reason}.", call.name);
        if let Some(reason) = self.names.refuses(name) {
            return self.fault(span, "Error in function call", failed(&reason));
        }
        if name == "templatestring"
            && let Some(template) = call.arguments.first()
            && !is_reference(template)
        {
            let detail = "Invalid value for \"template\" parameter: invalid template expression: \
                          must be a direct reference to a single string from elsewhere, \
                          containing valid Terraform template syntax.";
            return self.fault(template.span, "Invalid function argument", detail);
        }
        let (names, budget) = (self.names, self.budget);
        let fill = |text: &str, given: &Value, place: &str| {
            fill_template(names, budget, text, given, place)
        };
        let context = FunctionContext {
            folder: names.folder(),
            readable: names.readable(),
            template: &fill,
            budget,
        };
        match function.call(&arguments, &context) {
            Err(_)
                if self.names.is_compared()
                    && let Some(path) = missing_file(self.names, name, &arguments) =>
            {
                Value::unknown(Type::String, Cause::MissingFile(path))
            }
            // Null in place of what is ephemeral: of what, is not followed.
            Ok(value) if name == "ephemeralasnull" && self.names.has_ephemeral() => {
                Value::unknown(value.ty(), Cause::Function(name.into()))
            }
            Ok(value) => {
                self.budget.weigh(&value);
                value
            }
            Err(FunctionError::Argument { index, reason }) => {
                let expr = call.arguments.get(index).or(call.arguments.last());
                let place = expr.map_or(span, |expr| expr.span);
                let parameter = function.parameter(index).map_or("", |parameter| parameter.name);
                let detail = format!("Invalid value for \"{parameter}\" parameter: {reason}.");
                self.fault(place, "Invalid function argument", detail)
            }
            Err(FunctionError::Call(reason)) => {
                self.fault(span, "Error in function call", failed(&reason))
            }
        }
    }

    /// The values of all arguments, the last one spread where `...` says so; a value where that is
    /// unknown. None: an error.
    fn arguments(&mut self, call: &Call) -> Option<Result<Vec<Value>, Value>> {
        const INVALID: &str = "Invalid expanding argument value";
        let Some((last, first)) = call.arguments.split_last().filter(|_| call.expand) else {
            return Some(Ok(call.arguments.iter().map(|argument| self.value(argument)).collect()));
        };
        let before = self.faults.len();
        let spread = self.value(last);
        if self.faults.len() > before {
            return None;
        }
        let (plain, sensitive) = spread.unmarked();
        if plain.is_null() {
            self.fault(
                last.span,
                INVALID,
                "The expanding argument (indicated by ...) must not be null.",
            );
            return None;
        }
        if !matches!(plain.ty(), Type::Dynamic | Type::Tuple(_) | Type::List(_) | Type::Set(_)) {
            let detail =
                "The expanding argument (indicated by ...) must be of a tuple, list, or set type.";
            self.fault(last.span, INVALID, detail);
            return None;
        }
        let Some(items) = plain.as_items() else {
            return Some(Err(Value::unknown_because(Type::Dynamic, plain.causes())));
        };
        let mut values: Vec<Value> = first.iter().map(|argument| self.value(argument)).collect();
        values.extend(items.iter().map(|item| item.clone().marked(sensitive)));
        Some(Ok(values))
    }

    /// The value of the first argument that has one.
    fn attempt(&mut self, call: &Call, span: Span) -> Value {
        let before = self.faults.len();
        for (index, argument) in call.arguments.iter().enumerate() {
            let attempts = if call.expand && index + 1 == call.arguments.len() {
                match self.arguments(&Call { arguments: vec![argument.clone()], ..call.clone() }) {
                    Some(Ok(values)) => values,
                    Some(Err(unknown)) => return unknown,
                    None => return nothing(),
                }
            } else {
                match self.attempted(argument) {
                    Some(value) => vec![value],
                    None => continue,
                }
            };
            if let Some(value) = attempts.into_iter().next() {
                self.faults.truncate(before);
                return match value {
                    value if value.is_wholly_known() => value,
                    // An attribute of a resource that there is will have a value, so that no other
                    // argument is tried.
                    Value::Unknown(unknown) if unknown.is_sure_attribute() => {
                        let is_attribute = true;
                        Unknown {
                            is_attribute,
                            ..Unknown::new(Type::Dynamic, unknown.causes.clone())
                        }
                        .into()
                    }
                    value if value.certain_items().is_some() => {
                        let unknown = Unknown::new(Type::Dynamic, value.causes());
                        Unknown { items: value.certain_items().map(Arc::new), ..unknown }.into()
                    }
                    // Once all is known, another argument may be the first that has a value.
                    value => Value::unknown_because(Type::Dynamic, value.causes()),
                };
            }
        }
        let tried: Vec<String> = self
            .faults
            .drain(before..)
            .map(|fault| format!("{}: {}", fault.summary, fault.detail))
            .collect();
        let reason = if tried.is_empty() {
            "at least one argument is required".into()
        } else {
            tried.join("; ")
        };
        self.fault(
            span,
            "Error in function call",
            format!("Call to function \"try\" failed: no expression succeeded: {reason}"),
        )
    }

    /// The value of an expression; None: it has none, and why is noted.
    fn attempted(&mut self, expr: &Expr) -> Option<Value> {
        let before = self.faults.len();
        let value = self.value(expr);
        (self.faults.len() == before).then_some(value)
    }

    /// Whether its argument has a value.
    fn can(&mut self, call: &Call, span: Span) -> Value {
        let [argument] = call.arguments.as_slice() else {
            let given = call.arguments.len();
            return self.fault(
                span,
                "Error in function call",
                format!("Function \"can\" expects 1 argument; {given} given."),
            );
        };
        let before = self.faults.len();
        match self.attempted(argument) {
            Some(value) if value.is_wholly_known() => Value::Bool(true),
            Some(value) => Value::unknown_because(Type::Bool, value.causes()),
            None => {
                self.faults.truncate(before);
                Value::Bool(false)
            }
        }
    }
}

/// Whether it names a value and is no other expression, not one in parentheses either: what
/// `templatestring` takes as its template.
fn is_reference(expr: &Expr) -> bool {
    match &expr.kind {
        Kind::Path(path) => match &path.base {
            Base::Name(_) => true,
            Base::Expr(base) => is_reference(base),
        },
        _ => false,
    }
}

/// Fills the text of a template, as `templatefile` does: it may name only what is given.
fn fill_template<N: Names + ?Sized>(
    names: &N,
    budget: &super::Budget,
    text: &str,
    given: &Value,
    place: &str,
) -> Result<Value, FunctionError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let expr = template(text, Where::Within(Span::NONE)).map_err(|fault| {
        if place == TEMPLATESTRING {
            FunctionError::argument(0, format!("invalid template: {fault}"))
        } else {
            FunctionError::call(format!("{place}: {fault}"))
        }
    })?;
    let given = given
        .as_entries()
        .map(|entries| entries.iter().map(|(name, value)| (name.clone(), value.clone())));
    let given: Vec<(Arc<str>, Value)> = given.into_iter().flatten().collect();
    for reference in expr.references() {
        if !given.iter().any(|(name, _)| name == reference.root) {
            let reason = format!(
                "vars map does not contain key \"{}\", referenced in {place}",
                reference.root
            );
            return Err(FunctionError::argument(1, reason));
        }
    }
    let within = Given {
        folder: names.folder(),
        readable: names.readable(),
        reads_files: place != TEMPLATESTRING,
    };
    let mut evaluator = Evaluator::new(&within, budget).given(given);
    let value = evaluator.value(&expr);
    match evaluator.faults.first() {
        Some(fault) => Err(FunctionError::call(format!("{place}: {fault}"))),
        None if budget.exhausted().is_some() => {
            Ok(Value::unknown_because(Type::Dynamic, Causes::default()))
        }
        None => Ok(value),
    }
}

/// Where a template names only what it is given.
struct Given<'a> {
    folder: &'a std::path::Path,
    readable: &'a std::path::Path,
    reads_files: bool,
}

impl Names for Given<'_> {
    fn resolve(&self, root: &str, _: &[Step], span: Span) -> crate::read::Result<(Value, usize)> {
        let detail =
            format!("There is no variable named \"{root}\": the vars map does not contain it.");
        Err(crate::diagnostic::Diagnostic::new(span, "Unknown variable", detail))
    }

    fn folder(&self) -> &std::path::Path {
        self.folder
    }

    fn refuses(&self, function: &str) -> Option<String> {
        match function {
            "templatefile" | "templatestring" => Some(format!(
                "cannot recursively call {function} from inside another template function"
            )),
            _ if !self.reads_files && functions::reads_files(function) => Some(format!(
                "cannot use filesystem access functions like {function} in templatestring \
                 templates; consider passing the function result as a template variable instead"
            )),
            _ => None,
        }
    }

    fn readable(&self) -> &std::path::Path {
        self.readable
    }
}

/// The file that a function was to read, if it is not there.
fn missing_file<N: Names + ?Sized>(
    names: &N,
    function: &str,
    arguments: &[Value],
) -> Option<Arc<str>> {
    let path = arguments
        .first()
        .filter(|_| functions::reads_files(function) && function != "fileset")?
        .as_str()?;
    let is_missing = std::fs::metadata(names.folder().join(path))
        .is_err_and(|e| e.kind() == std::io::ErrorKind::NotFound);
    is_missing.then(|| path.trim_start_matches("./").into())
}
