//! `[for …]` and `{for …}`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Evaluator, nothing};
use crate::convert::convert;
use crate::expr::{Expr, For};
use crate::names::Names;
use crate::source::Span;
use crate::types::Type;
use crate::value::{Causes, Value};

/// What a `for` walks through.
pub(super) enum Elements {
    /// Each with its key or index, and whether the collection is sensitive.
    Known(Vec<(Value, Value)>, bool),
    /// This is the result.
    Not(Value),
}

impl<N: Names + ?Sized> Evaluator<'_, N> {
    pub(super) fn repeat(&mut self, walk: &For, span: Span) -> Value {
        let collection = self.value(&walk.collection);
        let condition = walk.condition.as_ref();
        let (elements, mut sensitive) =
            match self.elements(&collection, walk.collection.span, |this| match condition {
                Some(condition) => this.check_condition(walk, condition),
                None => Some(false),
            }) {
                Elements::Known(elements, sensitive) => (elements, sensitive),
                Elements::Not(result) => return result,
            };
        let mut unknown: Option<Causes> = None;
        let mut items = Vec::new();
        let mut entries: BTreeMap<Arc<str>, Vec<Value>> = BTreeMap::new();
        for (key, value) in elements {
            if self.budget.exhausted().is_some() {
                return nothing();
            }
            let outside = self.give(walk.key.as_ref(), &walk.value, key, value);
            match condition.map_or(Include::Yes, |condition| {
                self.include(condition, &mut sensitive, unknown.is_none())
            }) {
                Include::No => {}
                Include::Unknown(causes) => unknown.get_or_insert_default().extend(&causes),
                Include::Yes => match &walk.result_key {
                    None => items.push(self.value(&walk.result)),
                    Some(expr) => match self.entry_key(expr, &mut sensitive, unknown.is_none()) {
                        Err(causes) => unknown.get_or_insert_default().extend(&causes),
                        Ok(name) => {
                            let value = self.value(&walk.result);
                            let group = entries.entry(name.clone()).or_default();
                            if walk.group || group.is_empty() {
                                group.push(value);
                            } else {
                                let detail = format!(
                                    "Two different items produced the key \"{name}\" in this \
                                     'for' expression. If duplicates are expected, use the \
                                     ellipsis (...) after the value expression to enable grouping \
                                     by key."
                                );
                                self.fault(expr.span, "Duplicate object key", detail);
                            }
                        }
                    },
                },
            }
            self.given.truncate(outside);
        }
        if let Some(causes) = unknown {
            return Value::unknown_because(Type::Dynamic, causes).marked(sensitive);
        }
        let result = match walk.result_key {
            None => {
                self.budget.weigh_all(&items);
                Value::tuple(items)
            }
            Some(_) => {
                self.budget.weigh_all(entries.values().flatten());
                let one = |mut group: Vec<Value>| {
                    if walk.group {
                        Value::tuple(group)
                    } else {
                        group.pop().unwrap_or(Value::NULL)
                    }
                };
                Value::object(entries.into_iter().map(|(name, group)| (name, one(group))))
            }
        };
        let _ = span;
        result.marked(sensitive)
    }

    /// The elements of a collection; `check` says what is wrong with the condition, and else
    /// whether it is sensitive.
    pub(super) fn elements(
        &mut self,
        collection: &Value,
        span: Span,
        check: impl FnOnce(&mut Self) -> Option<bool>,
    ) -> Elements {
        let (plain, sensitive) = collection.unmarked();
        if plain.is_null() {
            let detail = "A null value cannot be used as the collection in a 'for' expression.";
            return Elements::Not(self.fault(span, "Iteration over null value", detail));
        }
        let of = plain.ty();
        if of == Type::Dynamic {
            return Elements::Not(Value::unknown_because(Type::Dynamic, plain.causes()));
        }
        if of.is_primitive() {
            let detail = format!(
                "A value of type {of} cannot be used as the collection in a 'for' expression."
            );
            return Elements::Not(self.fault(span, "Iteration over non-iterable value", detail));
        }
        let Some(condition_marked) = check(self) else { return Elements::Not(nothing()) };
        let elements = match plain {
            Value::List(list) => numbered(&list.items),
            Value::Tuple(items) => numbered(items),
            Value::Set(list) => {
                list.items.iter().map(|item| (item.clone(), item.clone())).collect()
            }
            Value::Map(map) => named(&map.items),
            Value::Object(object) => named(object),
            unknown => {
                let result = Value::unknown_because(Type::Dynamic, unknown.causes());
                return Elements::Not(result.marked(sensitive || condition_marked));
            }
        };
        Elements::Known(elements, sensitive)
    }

    /// Gives names to an element; says how many names there were before.
    pub(super) fn give(
        &mut self,
        key_name: Option<&Arc<str>>,
        value_name: &Arc<str>,
        key: Value,
        value: Value,
    ) -> usize {
        let outside = self.given.len();
        if let Some(name) = key_name {
            self.given.push((name.clone(), key));
        }
        self.given.push((value_name.clone(), value));
        outside
    }

    /// What is wrong with an `if` whatever the elements are; else whether it is sensitive.
    fn check_condition(&mut self, walk: &For, condition: &Expr) -> Option<bool> {
        let before = self.faults.len();
        let outside = self.give(walk.key.as_ref(), &walk.value, nothing(), nothing());
        let result = self.value(condition);
        self.given.truncate(outside);
        if result.is_null() {
            self.fault(
                condition.span,
                "Condition is null",
                "The value of the 'if' clause must not be null.",
            );
        } else if let Err(error) = convert(&result, &Type::Bool) {
            let detail = format!("The 'if' clause value is invalid: {error}.");
            self.fault(condition.span, "Invalid 'for' condition", detail);
        }
        (self.faults.len() == before).then(|| result.is_sensitive())
    }

    /// Whether an element is taken. Terraform says nothing of what is wrong once it does not know
    /// the result.
    fn include(&mut self, condition: &Expr, sensitive: &mut bool, report: bool) -> Include {
        const INVALID: &str = "Invalid 'for' condition";
        let value = self.value(condition);
        *sensitive |= value.is_sensitive();
        let wrong = if value.is_null() {
            "The value of the 'if' clause must not be null.".to_owned()
        } else {
            match convert(value.unmarked().0, &Type::Bool) {
                Ok(Value::Bool(true)) => return Include::Yes,
                Ok(Value::Bool(false)) => return Include::No,
                Ok(unknown) => return Include::Unknown(unknown.causes()),
                Err(error) => format!("The 'if' clause value is invalid: {error}."),
            }
        };
        if report {
            self.fault(condition.span, INVALID, wrong);
        }
        Include::Unknown(Causes::default())
    }

    /// The key of a result; else why it is unknown.
    fn entry_key(
        &mut self,
        expr: &Expr,
        sensitive: &mut bool,
        report: bool,
    ) -> Result<Arc<str>, Causes> {
        const INVALID: &str = "Invalid object key";
        let key = self.value(expr);
        if key.is_null() {
            if report {
                self.fault(
                    expr.span,
                    INVALID,
                    "Key expression in 'for' expression must not produce a null value.",
                );
            }
            return Err(Causes::default());
        }
        let (key, marked) = key.unmarked();
        *sensitive |= marked;
        if !key.is_known() {
            return Err(key.causes());
        }
        match convert(key, &Type::String) {
            Ok(Value::String(name)) => Ok(name),
            Ok(unknown) => Err(unknown.causes()),
            Err(error) => {
                if report {
                    self.fault(
                        expr.span,
                        INVALID,
                        format!("The key expression produced an invalid result: {error}."),
                    );
                }
                Err(Causes::default())
            }
        }
    }
}

enum Include {
    Yes,
    No,
    Unknown(Causes),
}

fn numbered(items: &[Value]) -> Vec<(Value, Value)> {
    items.iter().enumerate().map(|(index, item)| (Value::integer(index), item.clone())).collect()
}

fn named(items: &BTreeMap<Arc<str>, Value>) -> Vec<(Value, Value)> {
    items.iter().map(|(name, item)| (Value::String(name.clone()), item.clone())).collect()
}
