//! Steps into a value: `.name`, `[index]`, and both splats.

use super::{Evaluator, nothing};
use crate::convert::convert;
use crate::expr::{Splat, Step};
use crate::names::Names;
use crate::source::Span;
use crate::types::Type;
use crate::value::{Causes, Unknown, Value};

/// What is known of an unknown value's attributes: a resource, of which some attributes are known.
fn has_known_attributes(value: &Value) -> bool {
    matches!(value, Value::Unknown(unknown) if unknown.attributes.is_some())
}

impl<N: Names + ?Sized> Evaluator<'_, N> {
    pub(super) fn steps(&mut self, base: Value, steps: &[Step], span: Span) -> Value {
        let before = self.faults.len();
        let mut value = base;
        for step in steps {
            value = match step {
                Step::Attribute(name) => self.attribute(&value, name, span),
                Step::Index(index) => {
                    let key = self.value(index);
                    self.index(&value, &key, index.span)
                }
                Step::Splat(_) if self.faults.len() > before => nothing(),
                Step::Splat(splat) => self.splat(value, splat, span),
            };
        }
        value
    }

    fn attribute(&mut self, object: &Value, name: &str, span: Span) -> Value {
        const UNSUPPORTED: &str = "Unsupported attribute";
        let (value, sensitive) = object.unmarked();
        match value {
            Value::Null(_) => {
                let summary = "Attempt to get attribute from null value";
                return self.fault(
                    span,
                    summary,
                    "This value is null, so it does not have any attributes.",
                );
            }
            Value::Object(attributes) => {
                if let Some(value) = attributes.get(name) {
                    return value.clone().marked(sensitive);
                }
            }
            Value::Map(map) => {
                return match map.items.get(name) {
                    Some(value) => value.clone().marked(sensitive),
                    None => {
                        let detail =
                            format!("This map does not have an element with the key \"{name}\".");
                        self.fault(span, "Missing map element", detail)
                    }
                };
            }
            Value::Unknown(unknown) => {
                let of = match &unknown.of {
                    Type::Dynamic => Some(Type::Dynamic),
                    Type::Map(element) => Some((**element).clone()),
                    Type::Object(object) => object.attributes.get(name).cloned(),
                    _ => None,
                };
                if let Some(of) = of {
                    let known = unknown
                        .attributes
                        .as_ref()
                        .and_then(|attributes| attributes.get(name))
                        .cloned();
                    let within = || Value::from(unknown.at(&format!(".{name}"), of));
                    return known.unwrap_or_else(within).marked(sensitive);
                }
            }
            _ => {}
        }
        let detail = match value.ty() {
            Type::Object(_) => format!("This object does not have an attribute named \"{name}\"."),
            of if of.is_primitive() => {
                format!("Can't access attributes on a primitive-typed value ({of}).")
            }
            Type::List(element) if matches!(*element, Type::Object(_)) => format!(
                "Can't access attributes on a list of objects. Did you mean to access attribute \
                 \"{name}\" for a specific element of the list, or across all elements of the \
                 list?"
            ),
            Type::Set(element) if matches!(*element, Type::Object(_)) => {
                "Can't access attributes on a set of objects. Did you mean to access an attribute \
                 across all elements of the set?"
                    .into()
            }
            _ => "This value does not have any attributes.".into(),
        };
        self.fault(span, UNSUPPORTED, detail)
    }

    /// `collection[key]`
    fn index(&mut self, collection: &Value, key: &Value, span: Span) -> Value {
        const INVALID: &str = "Invalid index";
        const NO_ELEMENT: &str =
            "The given key does not identify an element in this collection value";
        if collection.is_null() {
            return self.fault(
                span,
                "Attempt to index null value",
                "This value is null, so it does not have any indices.",
            );
        }
        if key.is_null() {
            return self.fault(span, INVALID, "Can't use a null value as an indexing key.");
        }
        let (whole, whole_marked) = collection.unmarked();
        let (plain_key, key_marked) = key.unmarked();
        if has_known_attributes(whole)
            && let Some(name) = plain_key.as_str()
        {
            return self.attribute(collection, name, span);
        }
        let of = whole.ty();
        let mut causes = causes_of(whole, &index_text(plain_key));
        causes.extend(&plain_key.causes());
        let unknown = |of: Type| {
            let value = match whole {
                Value::Unknown(whole) if plain_key.is_known() => {
                    whole.at(&index_text(plain_key), of).into()
                }
                _ => Value::unknown_because(of, causes.clone()),
            };
            value.marked(whole_marked)
        };
        if of == Type::Dynamic || plain_key.ty() == Type::Dynamic {
            return unknown(Type::Dynamic);
        }
        let (wanted, element) = match &of {
            Type::List(element) => (Type::Number, (**element).clone()),
            Type::Tuple(_) => (Type::Number, Type::Dynamic),
            Type::Map(element) => (Type::String, (**element).clone()),
            Type::Object(_) => (Type::String, Type::Dynamic),
            Type::Set(_) => {
                let detail = "Elements of a set are identified only by their value and don't have \
                              any separate index or key to select with, so it's only possible to \
                              perform operations across all elements of the set.";
                return self.fault(span, INVALID, detail);
            }
            _ => return self.fault(span, INVALID, "This value does not have any indices."),
        };
        let key = match convert(plain_key, &wanted) {
            Ok(key) => key,
            Err(error) => return self.fault(span, INVALID, format!("{NO_ELEMENT}: {error}.")),
        };
        let found = match (whole, &key) {
            // Of a tuple that is unknown as a whole the length is known.
            (Value::Unknown(whole), Value::Number(number)) => match &whole.of {
                Type::Tuple(items) => match number.as_usize() {
                    Some(index) if index < items.len() => {
                        let element = whole.at(&index_text(plain_key), items[index].clone());
                        return Value::from(element).marked(whole_marked || key_marked);
                    }
                    _ => None,
                },
                _ => return unknown(element),
            },
            (Value::Unknown(_), _) => return unknown(element),
            (_, Value::Unknown(_) | Value::Template(_)) => return unknown(element),
            (Value::List(_) | Value::Tuple(_), Value::Number(number)) => {
                number.as_usize().and_then(|index| whole.as_items()?.get(index))
            }
            (Value::Map(_), Value::String(name)) => whole.get(name),
            (Value::Object(_), Value::String(name)) => {
                // Of an object the mark of the key is lost, as it is in Terraform.
                return match whole.get(name) {
                    Some(value) => value.clone().marked(whole_marked),
                    None => self.fault(span, INVALID, format!("{NO_ELEMENT}.")),
                };
            }
            _ => None,
        };
        match (found, &key) {
            (Some(value), _) => value.clone().marked(whole_marked || key_marked),
            (None, Value::Number(number)) if !number.is_integer() => self.fault(
                span,
                INVALID,
                format!(
                    "{NO_ELEMENT}: indexing a sequence requires a whole number, but the given \
                     index has a fractional part."
                ),
            ),
            (None, Value::Number(number)) if number.is_negative() => self.fault(
                span,
                INVALID,
                format!("{NO_ELEMENT}: a negative number is not a valid index for a sequence."),
            ),
            (None, Value::Number(_)) if whole.children().next().is_none() => {
                self.fault(span, INVALID, format!("{NO_ELEMENT}: the collection has no elements."))
            }
            (None, Value::Number(_)) => self.fault(
                span,
                INVALID,
                format!(
                    "{NO_ELEMENT}: the given index is greater than or equal to the length of the \
                     collection."
                ),
            ),
            (None, _) => self.fault(span, INVALID, format!("{NO_ELEMENT}.")),
        }
    }

    fn splat(&mut self, source: Value, splat: &Splat, span: Span) -> Value {
        let of = source.ty();
        // What is no sequence is one of itself, or of nothing if it is null.
        let alone = !matches!(of, Type::Tuple(_) | Type::List(_) | Type::Set(_));
        let (plain, sensitive) = source.unmarked();
        if plain.is_null() {
            if alone {
                return Value::tuple([]).marked(sensitive);
            }
            let detail =
                "Splat expressions (with the * symbol) cannot be applied to null sequences.";
            return self.fault(span, "Splat of null value", detail);
        }
        if of == Type::Dynamic && !has_known_attributes(plain) {
            return Value::unknown_because(Type::Dynamic, plain.causes()).marked(sensitive);
        }
        if alone {
            // An unknown value may yet be null, and the result empty.
            let maybe_empty =
                !plain.is_known() && !plain.is_never_null() && !has_known_attributes(plain);
            let item = self.steps(source.clone(), &splat.each, span);
            if maybe_empty {
                return Value::unknown_because(Type::Dynamic, item.causes()).marked(sensitive);
            }
            return Value::tuple([item]).marked(sensitive);
        }
        if let Value::Unknown(unknown) = plain {
            let result = self.type_of_splat(&of, splat, span);
            let bounds =
                if of.is_collection() { unknown.bounds.clone() } else { Default::default() };
            return Unknown::new(result, unknown.causes.clone())
                .not_null()
                .within(bounds)
                .refined()
                .marked(sensitive);
        }
        let before = self.faults.len();
        let items: Vec<Value> =
            plain.children().map(|item| self.steps(item.clone(), &splat.each, span)).collect();
        if self.faults.len() > before {
            // Its type is known all the same; what is wrong with that is known already.
            let reported = self.faults.len();
            let result = self.type_of_splat(&of, splat, span);
            self.faults.truncate(reported);
            return Value::unknown_because(result, Causes::default()).marked(sensitive);
        }
        self.budget.weigh_all(&items);
        let result = match of.element() {
            None => Value::tuple(items),
            Some(element) => {
                let empty = if items.is_empty() {
                    self.type_of_each(element, splat, span)
                } else {
                    Type::Dynamic
                };
                match Value::list_of(items, &empty, "list") {
                    Ok(list) => list,
                    Err(_) => {
                        return self.fault(
                            span,
                            "Invalid nested splat expressions",
                            "The elements have different types.",
                        );
                    }
                }
            }
        };
        result.marked(sensitive)
    }

    /// The type of the splat of a sequence of type `of`.
    fn type_of_splat(&mut self, of: &Type, splat: &Splat, span: Span) -> Type {
        match of {
            Type::Tuple(items) => {
                Type::tuple(items.iter().map(|item| self.type_of_each(item, splat, span)))
            }
            _ => Type::list(self.type_of_each(of.element().unwrap_or(&Type::Dynamic), splat, span)),
        }
    }

    /// The type of what the steps find in an element of type `of`.
    fn type_of_each(&mut self, of: &Type, splat: &Splat, span: Span) -> Type {
        let item = Value::unknown_because(of.clone(), Causes::default());
        self.steps(item, &splat.each, span).ty()
    }
}

/// Why a step into `value` is unknown.
fn causes_of(value: &Value, step: &str) -> Causes {
    match value {
        Value::Unknown(unknown) => unknown.at(step, Type::Dynamic).causes,
        other if other.is_known() => Causes::default(),
        other => other.causes(),
    }
}

fn index_text(key: &Value) -> String {
    match key {
        Value::Number(number) => format!("[{number}]"),
        Value::String(text) => format!("[{text:?}]"),
        _ => String::new(),
    }
}
