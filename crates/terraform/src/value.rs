//! [`Value`]: a value of Terraform's language; parts of it may be unknown, with the reason.
//!
//! A value knows its type, as in cty: an empty list knows the type of its elements, a null and an
//! unknown know what they would be. Values are immutable and cheap to clone; they can be shared
//! between threads.

use std::collections::BTreeMap;
use std::sync::Arc;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::number::Number;
use crate::types::Type;

mod cause;
mod collection;
mod equal;
mod json;
mod marks;
mod order;
mod template;
mod unknown;

pub use cause::{Cause, Causes};
pub(crate) use template::stable_prefix;
pub use template::{Part, Template};
pub use unknown::{Bounds, Unknown};

/// A value of Terraform's language.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `null`, of a type; a bare one of [`Type::Dynamic`].
    Null(Type),
    /// `true` or `false`
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string, in Unicode's normal form C.
    String(Arc<str>),
    /// `tolist([…])`
    List(Arc<List>),
    /// `toset([…])`: its elements in Terraform's order, each once.
    Set(Arc<List>),
    /// `tomap({…})`
    Map(Arc<Map>),
    /// `[…]`
    Tuple(Arc<[Value]>),
    /// `{…}`, ordered by the bytes of the names.
    Object(Arc<BTreeMap<Arc<str>, Value>>),
    /// A string of which parts are unknown: `"arn:${aws_x.y.id}/*"`.
    Template(Arc<Template>),
    /// A value known after apply, or never here.
    Unknown(Arc<Unknown>),
    /// A sensitive value. What is in it is not sensitive itself, though its parts may be.
    Sensitive(Arc<Value>),
}

/// The elements of a list or a set.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// The type of each element; of no element [`Type::Dynamic`] at most in an empty list.
    pub element: Type,
    /// The elements in order.
    pub items: Vec<Value>,
}

/// The elements of a map, ordered by the bytes of the keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// The type of each element.
    pub element: Type,
    /// The elements by key.
    pub items: BTreeMap<Arc<str>, Value>,
}

/// The text in Unicode's normal form C, as every string of Terraform is.
pub fn normalized(text: &str) -> Arc<str> {
    if text.is_ascii() || is_nfc(text) {
        Arc::from(text)
    } else {
        text.nfc().collect::<String>().into()
    }
}

impl Value {
    /// A bare `null`.
    pub const NULL: Value = Value::Null(Type::Dynamic);

    /// A string, normalized.
    pub fn string(text: &str) -> Self {
        Value::String(normalized(text))
    }

    /// A number that counts something.
    pub fn integer(value: impl Into<Number>) -> Self {
        Value::Number(value.into())
    }

    /// A list: all items of type `element`.
    pub fn list(element: Type, items: Vec<Value>) -> Self {
        Value::List(Arc::new(List { element, items }))
    }

    /// A list of strings.
    pub fn strings<S: AsRef<str>>(items: impl IntoIterator<Item = S>) -> Self {
        Value::list(
            Type::String,
            items.into_iter().map(|item| Value::string(item.as_ref())).collect(),
        )
    }

    /// A map: all items of type `element`.
    pub fn map(element: Type, items: BTreeMap<Arc<str>, Value>) -> Self {
        Value::Map(Arc::new(Map { element, items }))
    }

    /// A tuple.
    pub fn tuple(items: impl IntoIterator<Item = Value>) -> Self {
        Value::Tuple(items.into_iter().collect())
    }

    /// An object.
    pub fn object<K: Into<Arc<str>>>(attributes: impl IntoIterator<Item = (K, Value)>) -> Self {
        Value::Object(Arc::new(
            attributes.into_iter().map(|(name, value)| (name.into(), value)).collect(),
        ))
    }

    /// A value of type `of` that is unknown for one reason.
    pub fn unknown(of: Type, cause: Cause) -> Self {
        Value::Unknown(Arc::new(Unknown::attribute(of, cause)))
    }

    /// A value of type `of` that is unknown because of others.
    pub fn unknown_because(of: Type, causes: Causes) -> Self {
        Value::Unknown(Arc::new(Unknown::new(of, causes)))
    }

    /// Its type. Of a sensitive value that of what is in it.
    pub fn ty(&self) -> Type {
        match self {
            Value::Null(of) => of.clone(),
            Value::Bool(_) => Type::Bool,
            Value::Number(_) => Type::Number,
            Value::String(_) | Value::Template(_) => Type::String,
            Value::List(list) => Type::list(list.element.clone()),
            Value::Set(list) => Type::set(list.element.clone()),
            Value::Map(map) => Type::map(map.element.clone()),
            Value::Tuple(items) => Type::tuple(items.iter().map(Value::ty)),
            Value::Object(object) => {
                Type::object(object.iter().map(|(name, value)| (name.clone(), value.ty())))
            }
            Value::Unknown(unknown) => unknown.of.clone(),
            Value::Sensitive(value) => value.ty(),
        }
    }

    /// `null`, sensitive or not.
    pub fn is_null(&self) -> bool {
        match self {
            Value::Null(_) => true,
            Value::Sensitive(value) => value.is_null(),
            _ => false,
        }
    }

    /// Whether the value itself is known; parts of it may not be. A string with holes is unknown.
    pub fn is_known(&self) -> bool {
        match self {
            Value::Unknown(_) | Value::Template(_) => false,
            Value::Sensitive(value) => value.is_known(),
            _ => true,
        }
    }

    /// Whether nothing in it is unknown.
    pub fn is_wholly_known(&self) -> bool {
        match self {
            Value::Unknown(_) | Value::Template(_) => false,
            Value::Sensitive(value) => value.is_wholly_known(),
            _ => self.children().all(Value::is_wholly_known),
        }
    }

    /// The elements of a collection or a tuple and the attributes of an object, in Terraform's
    /// order.
    pub fn children(&self) -> Box<dyn Iterator<Item = &Value> + '_> {
        match self {
            Value::List(list) | Value::Set(list) => Box::new(list.items.iter()),
            Value::Tuple(items) => Box::new(items.iter()),
            Value::Map(map) => Box::new(map.items.values()),
            Value::Object(object) => Box::new(object.values()),
            _ => Box::new(std::iter::empty()),
        }
    }

    /// Why it, or a part of it, is unknown. None: all is known.
    pub fn causes(&self) -> Causes {
        let mut all = Causes::default();
        self.collect_causes(&mut all);
        all
    }

    fn collect_causes(&self, all: &mut Causes) {
        match self {
            Value::Unknown(unknown) => all.extend(&unknown.causes),
            Value::Template(template) => template.holes().for_each(|hole| hole.collect_causes(all)),
            Value::Sensitive(value) => value.collect_causes(all),
            _ => self.children().for_each(|child| child.collect_causes(all)),
        }
    }

    /// The text of a known string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::String(text) => Some(text),
            Value::Sensitive(value) => value.as_str(),
            _ => None,
        }
    }

    /// A known bool.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Bool(value) => Some(*value),
            Value::Sensitive(value) => value.as_bool(),
            _ => None,
        }
    }

    /// A known number.
    pub fn as_number(&self) -> Option<&Number> {
        match self {
            Value::Number(number) => Some(number),
            Value::Sensitive(value) => value.as_number(),
            _ => None,
        }
    }

    /// The elements of a known list, set or tuple.
    pub fn as_items(&self) -> Option<&[Value]> {
        match self {
            Value::List(list) | Value::Set(list) => Some(&list.items),
            Value::Tuple(items) => Some(items),
            Value::Sensitive(value) => value.as_items(),
            _ => None,
        }
    }

    /// The elements of a known map or the attributes of an object.
    pub fn as_entries(&self) -> Option<&BTreeMap<Arc<str>, Value>> {
        match self {
            Value::Map(map) => Some(&map.items),
            Value::Object(object) => Some(object),
            Value::Sensitive(value) => value.as_entries(),
            _ => None,
        }
    }

    /// The attribute or element `name` of a known object or map.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.as_entries()?.get(name)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Value::Bool(value)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::string(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::string(&text)
    }
}

impl From<Number> for Value {
    fn from(number: Number) -> Self {
        Value::Number(number)
    }
}
