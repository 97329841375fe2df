//! What a function takes and what it returns.

use super::{FunctionContext, FunctionError};
use crate::types::Type;
use crate::value::Value;

/// A function of Terraform's language.
pub struct Function {
    /// Its name.
    pub name: &'static str,
    /// What it takes first.
    pub parameters: &'static [Parameter],
    /// What it takes as many of as there are, after that.
    pub variadic: Option<Parameter>,
    /// The type of its result.
    pub returns: Returns,
    /// Its result is never null: an unknown one is known not to be.
    pub not_null: bool,
    /// The function itself. It sees arguments converted to what it takes; none that is null,
    /// unknown or sensitive, unless the parameter allows it. (Parts of an argument may be null
    /// or unknown all the same.)
    pub call: fn(&[Value], &FunctionContext) -> Result<Value, FunctionError>,
}

/// What a function takes in one place.
#[derive(Clone, Copy)]
pub struct Parameter {
    /// Its name, for messages.
    pub name: &'static str,
    /// The type to which the argument is converted.
    pub takes: Takes,
    /// It may be null. Else null is an error.
    pub null: bool,
    /// It may be unknown. Else the result is.
    pub unknown: bool,
    /// Its type may be unknown (a bare null's is). Else the result is unknown, its type too.
    pub dynamic: bool,
    /// It may be sensitive, or parts of it. Else marks are taken off deep, and the result is
    /// sensitive as a whole.
    pub marked: bool,
}

impl Parameter {
    /// A parameter that allows nothing special.
    pub const fn new(name: &'static str, takes: Takes) -> Self {
        Parameter { name, takes, null: false, unknown: false, dynamic: false, marked: false }
    }

    /// The same, and it may be null.
    #[must_use]
    pub const fn allow_null(self) -> Self {
        Parameter { null: true, ..self }
    }

    /// The same, and it may be unknown.
    #[must_use]
    pub const fn allow_unknown(self) -> Self {
        Parameter { unknown: true, ..self }
    }

    /// The same, and its type may be unknown.
    #[must_use]
    pub const fn allow_dynamic(self) -> Self {
        Parameter { dynamic: true, ..self }
    }

    /// The same, and it may be sensitive.
    #[must_use]
    pub const fn allow_marked(self) -> Self {
        Parameter { marked: true, ..self }
    }
}

/// A type that a function takes.
#[derive(Clone, Copy)]
pub enum Takes {
    /// Any value, as it is.
    Any,
    /// A string.
    String,
    /// A number.
    Number,
    /// A bool.
    Bool,
    /// A list.
    List(&'static Takes),
    /// A set.
    Set(&'static Takes),
    /// A map.
    Map(&'static Takes),
}

impl Takes {
    /// The type itself.
    pub fn ty(self) -> Type {
        match self {
            Takes::Any => Type::Dynamic,
            Takes::String => Type::String,
            Takes::Number => Type::Number,
            Takes::Bool => Type::Bool,
            Takes::List(element) => Type::list(element.ty()),
            Takes::Set(element) => Type::set(element.ty()),
            Takes::Map(element) => Type::map(element.ty()),
        }
    }
}

/// The type of a function's result.
#[derive(Clone, Copy)]
pub enum Returns {
    /// Always the same.
    Type(Takes),
    /// It depends on the arguments, of which some may be unknown here, or null where that is
    /// allowed. Asked before each call, with marks taken off; its error is the call's.
    Of(fn(&[Value]) -> Result<Type, FunctionError>),
}
