//! [`Constraint`]: the type of a variable, with the defaults of `optional()`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::convert::{ConvertError, convert};
use crate::diagnostic::Diagnostic;
use crate::expr::{Base, Call, Expr, Key, Kind};
use crate::read::Result;
use crate::types::{ObjectType, Type};
use crate::value::Value;

/// A type to which values are converted, and the defaults of attributes that are left out or
/// null.
#[derive(Debug, Clone, PartialEq)]
pub struct Constraint {
    /// The type.
    pub of: Type,
    defaults: Defaults,
}

/// The defaults in a type: those of its own attributes, and those of the types within.
#[derive(Debug, Clone, PartialEq, Default)]
struct Defaults {
    own: BTreeMap<Arc<str>, Value>,
    within: Within,
}

#[derive(Debug, Clone, PartialEq, Default)]
enum Within {
    #[default]
    Nothing,
    /// Of each element of a collection.
    Each(Box<Defaults>),
    /// Of the attributes of an object.
    Attributes(BTreeMap<Arc<str>, Defaults>),
    /// The defaults of the elements of a tuple.
    Elements(Vec<Defaults>),
}

impl Constraint {
    /// Any value.
    pub fn any() -> Self {
        Constraint { of: Type::Dynamic, defaults: Defaults::default() }
    }

    /// The constraint that is written as `list(object({ a = optional(string, "x") }))`.
    ///
    /// # Errors
    /// It is no type, or a default does not fit.
    pub fn parse(expr: &Expr) -> Result<Self> {
        if let Kind::String(text) = &expr.kind {
            let detail = format!(
                "Terraform 0.11 and earlier required type constraints in quotes. Write `type = \
                 {text}`."
            );
            return Err(Diagnostic::new(expr.span, "Invalid quoted type constraints", detail));
        }
        // What Terraform 0.11 had, and still is taken.
        let of = match keyword(expr) {
            Some("list") => Type::list(Type::Dynamic),
            Some("map") => Type::map(Type::Dynamic),
            _ => return parse(expr).map(|(of, defaults)| Constraint { of, defaults }),
        };
        Ok(Constraint { of, defaults: Defaults::default() })
    }

    /// The value with defaults, converted.
    ///
    /// # Errors
    /// The value does not fit.
    pub fn apply(&self, value: &Value) -> std::result::Result<Value, ConvertError> {
        convert(&self.defaults.apply(value), &self.of)
    }
}

impl Defaults {
    fn is_empty(&self) -> bool {
        self.own.is_empty() && self.within == Within::Nothing
    }

    fn attribute(&self, name: &str) -> Option<&Defaults> {
        match &self.within {
            Within::Each(each) => Some(each),
            Within::Attributes(attributes) => attributes.get(name),
            _ => None,
        }
    }

    fn element(&self, at: usize) -> Option<&Defaults> {
        match &self.within {
            Within::Each(each) => Some(each),
            Within::Elements(elements) => elements.get(at),
            _ => None,
        }
    }

    /// As Terraform's own `Defaults.Apply`: nulls and unknown values stay; what is in them has
    /// defaults.
    fn apply(&self, value: &Value) -> Value {
        if self.is_empty() {
            return value.clone();
        }
        let (plain, sensitive) = value.unmarked();
        let applied = match plain {
            Value::List(list) | Value::Set(list) => self.apply_elements(&list.items),
            Value::Tuple(items) => self.apply_elements(items),
            Value::Map(map) => self.apply_attributes(&map.items),
            Value::Object(object) => self.apply_attributes(object),
            other => other.clone(),
        };
        applied.marked(sensitive)
    }

    fn apply_elements(&self, items: &[Value]) -> Value {
        let applied = |(at, item): (usize, &Value)| {
            self.element(at).map_or_else(|| item.clone(), |inner| inner.apply(item))
        };
        Value::tuple(items.iter().enumerate().map(applied))
    }

    fn apply_attributes(&self, attributes: &BTreeMap<Arc<str>, Value>) -> Value {
        let applied = attributes.iter().map(|(name, value)| {
            let value =
                self.attribute(name).map_or_else(|| value.clone(), |inner| inner.apply(value));
            (name.clone(), value)
        });
        let mut attributes: BTreeMap<Arc<str>, Value> = applied.collect();
        for (name, default) in &self.own {
            if attributes.get(name).is_none_or(Value::is_null) {
                let default = self
                    .attribute(name)
                    .map_or_else(|| default.clone(), |inner| inner.apply(default));
                attributes.insert(name.clone(), default);
            }
        }
        Value::Object(Arc::new(attributes))
    }
}

/// The lone name that an expression is.
fn keyword(expr: &Expr) -> Option<&str> {
    match &expr.kind {
        Kind::Path(path) if path.steps.is_empty() => match &path.base {
            Base::Name(name) => Some(name),
            Base::Expr(_) => None,
        },
        _ => None,
    }
}

fn error<T>(expr: &Expr, detail: impl Into<String>) -> Result<T> {
    Err(Diagnostic::new(expr.span, "Invalid type specification", detail))
}

fn parse(expr: &Expr) -> Result<(Type, Defaults)> {
    match (keyword(expr), &expr.kind) {
        (Some(name), _) => Ok((simple(expr, name)?, Defaults::default())),
        (None, Kind::Call(call)) => constructed(expr, call),
        _ => error(
            expr,
            "A type specification is either a primitive type keyword (bool, number, string) or a \
             complex type constructor call, like list(string).",
        ),
    }
}

/// The type that a word alone names.
fn simple(expr: &Expr, name: &str) -> Result<Type> {
    match name {
        "string" => Ok(Type::String),
        "number" => Ok(Type::Number),
        "bool" => Ok(Type::Bool),
        "any" => Ok(Type::Dynamic),
        "list" | "set" | "map" | "object" | "tuple" => needs_argument(expr, name),
        other => error(
            expr,
            format!(
                "The keyword \"{other}\" is not a valid type specification: string, number, bool, \
                 any, list(…), set(…), map(…), object({{…}}) and tuple([…]) are."
            ),
        ),
    }
}

fn needs_argument<T>(expr: &Expr, constructor: &str) -> Result<T> {
    let what = match constructor {
        "object" => "the attribute types and values as a map",
        "tuple" => "the element types as a list",
        _ => "the element type",
    };
    error(
        expr,
        format!("The {constructor} type constructor requires one argument specifying {what}."),
    )
}

/// The type that `list(…)` and its like make.
fn constructed(expr: &Expr, call: &Call) -> Result<(Type, Defaults)> {
    let of: fn(&Expr) -> Result<(Type, Defaults)> = match &*call.name {
        "list" => |argument| collection(argument, Type::list),
        "set" => |argument| collection(argument, Type::set),
        "map" => |argument| collection(argument, Type::map),
        "object" => object,
        "tuple" => tuple,
        "string" | "number" | "bool" => {
            let detail =
                format!("Primitive type keyword \"{}\" does not expect arguments.", call.name);
            return error(expr, detail);
        }
        "any" => {
            return error(expr, "Type constraint keyword \"any\" does not expect arguments.");
        }
        "optional" => {
            return error(
                expr,
                "Keyword \"optional\" is valid only as a modifier for object type attributes.",
            );
        }
        other => {
            let detail = format!(
                "Keyword \"{other}\" is not a valid type constructor: list, set, map, object and \
                 tuple are."
            );
            return error(expr, detail);
        }
    };
    match &*call.arguments {
        [argument] => of(argument),
        _ => needs_argument(expr, &call.name),
    }
}

fn collection(argument: &Expr, of: impl FnOnce(Type) -> Type) -> Result<(Type, Defaults)> {
    let (element, defaults) = parse(argument)?;
    let within =
        if defaults.is_empty() { Within::Nothing } else { Within::Each(Box::new(defaults)) };
    Ok((of(element), Defaults { within, ..Defaults::default() }))
}

fn tuple(argument: &Expr) -> Result<(Type, Defaults)> {
    let Kind::List(elements) = &argument.kind else {
        return error(argument, "Tuple type constructor requires a list of element types.");
    };
    let elements: Vec<(Type, Defaults)> = elements.iter().map(parse).collect::<Result<_>>()?;
    let (types, defaults): (Vec<Type>, Vec<Defaults>) = elements.into_iter().unzip();
    let within = if defaults.iter().all(Defaults::is_empty) {
        Within::Nothing
    } else {
        Within::Elements(defaults)
    };
    Ok((Type::tuple(types), Defaults { within, ..Defaults::default() }))
}

fn object(argument: &Expr) -> Result<(Type, Defaults)> {
    let Kind::Map(entries) = &argument.kind else {
        return error(
            argument,
            "Object type constructor requires a map whose keys are attribute names and whose \
             values are the corresponding attribute types.",
        );
    };
    let mut of = ObjectType { attributes: BTreeMap::new(), optional: BTreeSet::new() };
    let mut defaults = Defaults::default();
    let mut within = BTreeMap::new();
    for (key, value) in entries {
        let Key::Name(name) = key else {
            return error(
                value,
                "Object constructor map keys must be attribute names, without quotes or \
                 parentheses.",
            );
        };
        if of.attributes.contains_key(name) {
            return error(value, "Object constructor map keys must be unique.");
        }
        let attribute = match &value.kind {
            Kind::Call(call) if &*call.name == "optional" => {
                of.optional.insert(name.clone());
                optional(value, call, name, &mut defaults)?
            }
            _ => parse(value)?,
        };
        of.attributes.insert(name.clone(), attribute.0);
        if !attribute.1.is_empty() {
            within.insert(name.clone(), attribute.1);
        }
    }
    defaults.within = if within.is_empty() { Within::Nothing } else { Within::Attributes(within) };
    Ok((Type::Object(Arc::new(of)), defaults))
}

fn optional(
    expr: &Expr,
    call: &Call,
    name: &Arc<str>,
    defaults: &mut Defaults,
) -> Result<(Type, Defaults)> {
    let (of, default) = match &*call.arguments {
        [of] => (of, None),
        [of, default] => (of, Some(default)),
        [] => {
            return error(
                expr,
                "Optional attribute modifier requires the attribute type as its argument.",
            );
        }
        _ => {
            return error(
                expr,
                "Optional attribute modifier expects at most two arguments: the attribute type, \
                 and a default value.",
            );
        }
    };
    let (of, inner) = parse(of)?;
    if let Some(default) = default {
        let value = crate::constant::constant(default)?;
        // The default is kept with the defaults that are in it: it may leave out what is optional.
        match convert(&inner.apply(&value), &of) {
            Ok(value) => defaults.own.insert(name.clone(), value),
            Err(problem) => {
                let detail = format!(
                    "This default value is not compatible with the attribute's type constraint: \
                     {problem}."
                );
                return Err(Diagnostic::new(
                    default.span,
                    "Invalid default value for optional attribute",
                    detail,
                ));
            }
        };
    }
    Ok((of, inner))
}
