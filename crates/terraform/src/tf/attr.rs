//! The value of an argument: unset, a literal, or a reference. The conversions keep `block!` free
//! of wrapping.

use hcl::expr::{Expression, Object, ObjectKey};
use hcl::{Identifier, Number};

use super::Ref;

/// An argument that takes one value.
#[derive(Debug, Clone, Default)]
pub enum Attr<T> {
    /// Left out: the provider's default holds.
    #[default]
    Unset,
    /// A value known now.
    Value(T),
    /// A value Terraform knows later.
    Ref(Ref<T>),
}

/// An argument that takes a list or a set.
#[derive(Debug, Clone, Default)]
pub enum List<T> {
    /// Left out: the provider's default holds.
    #[default]
    Unset,
    /// The elements, each a value or a reference.
    Items(Vec<Attr<T>>),
    /// A whole list Terraform knows later.
    Ref(Ref<Vec<T>>),
}

/// An argument that takes a map with string keys.
#[derive(Debug, Clone, Default)]
pub enum Map<T> {
    /// Left out: the provider's default holds.
    #[default]
    Unset,
    /// The entries, in the order given.
    Entries(Vec<(String, Attr<T>)>),
    /// A whole map Terraform knows later.
    Ref(Ref<std::collections::BTreeMap<String, T>>),
}

/// Anything an argument can hold, as an expression; `None` when unset.
pub trait Argument {
    /// The expression to be written, or `None` when the argument is left out.
    fn expression(self) -> Option<Expression>;
}

impl<T: Into<Expression>> Argument for Attr<T> {
    fn expression(self) -> Option<Expression> {
        match self {
            Attr::Unset => None,
            Attr::Value(value) => Some(value.into()),
            Attr::Ref(reference) => Some(reference.into_expression()),
        }
    }
}

impl<T: Into<Expression>> Argument for List<T> {
    fn expression(self) -> Option<Expression> {
        match self {
            List::Unset => None,
            List::Items(items) => Some(Expression::Array(
                items.into_iter().filter_map(Argument::expression).collect(),
            )),
            List::Ref(reference) => Some(reference.into_expression()),
        }
    }
}

impl<T: Into<Expression>> Argument for Map<T> {
    fn expression(self) -> Option<Expression> {
        match self {
            Map::Unset => None,
            Map::Entries(entries) => Some(object(entries)),
            Map::Ref(reference) => Some(reference.into_expression()),
        }
    }
}

fn object<T: Into<Expression>>(entries: Vec<(String, Attr<T>)>) -> Expression {
    let entries =
        entries.into_iter().filter_map(|(key, value)| Some((object_key(key), value.expression()?)));
    Expression::Object(entries.collect::<Object<ObjectKey, Expression>>())
}

/// The key in the form HCL parses it back to: bare where it is an identifier, quoted where not.
fn object_key(key: String) -> ObjectKey {
    match Identifier::new(key.as_str()) {
        Ok(identifier) => ObjectKey::Identifier(identifier),
        Err(_) => ObjectKey::Expression(Expression::String(key)),
    }
}

/// The name that a key is, where it is written out.
pub fn key_name(key: &ObjectKey) -> Option<&str> {
    match key {
        ObjectKey::Identifier(name) => Some(name.as_str()),
        ObjectKey::Expression(Expression::String(name)) => Some(name),
        _ => None,
    }
}

impl<T> From<T> for Attr<T> {
    fn from(value: T) -> Self {
        Attr::Value(value)
    }
}

impl<T> From<Ref<T>> for Attr<T> {
    fn from(reference: Ref<T>) -> Self {
        Attr::Ref(reference)
    }
}

impl<T> From<&Ref<T>> for Attr<T> {
    fn from(reference: &Ref<T>) -> Self {
        Attr::Ref(reference.clone())
    }
}

impl<T: Clone> From<&Attr<T>> for Attr<T> {
    fn from(attribute: &Attr<T>) -> Self {
        attribute.clone()
    }
}

impl From<&str> for Attr<String> {
    fn from(value: &str) -> Self {
        Attr::Value(value.to_owned())
    }
}

impl From<&String> for Attr<String> {
    fn from(value: &String) -> Self {
        Attr::Value(value.clone())
    }
}

macro_rules! numbers {
    ($($integer:ty),*) => { $(
        impl From<$integer> for Attr<Number> {
            fn from(value: $integer) -> Self {
                Attr::Value(Number::from(value))
            }
        }
    )* };
}
numbers!(i32, i64, u8, u16, u32, u64, usize);

impl<T, U: Into<Attr<T>>> From<Vec<U>> for List<T> {
    fn from(items: Vec<U>) -> Self {
        List::Items(items.into_iter().map(Into::into).collect())
    }
}

impl<T, U: Into<Attr<T>>, const N: usize> From<[U; N]> for List<T> {
    fn from(items: [U; N]) -> Self {
        List::Items(items.into_iter().map(Into::into).collect())
    }
}

impl<T> From<Ref<Vec<T>>> for List<T> {
    fn from(reference: Ref<Vec<T>>) -> Self {
        List::Ref(reference)
    }
}

impl<T: Clone> From<&List<T>> for List<T> {
    fn from(list: &List<T>) -> Self {
        list.clone()
    }
}

impl<T, K: Into<String>, U: Into<Attr<T>>, const N: usize> From<[(K, U); N]> for Map<T> {
    fn from(entries: [(K, U); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<T, K: Into<String>, U: Into<Attr<T>>> FromIterator<(K, U)> for Map<T> {
    fn from_iter<I: IntoIterator<Item = (K, U)>>(entries: I) -> Self {
        Map::Entries(entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
    }
}

impl<T: Clone> From<&Map<T>> for Map<T> {
    fn from(map: &Map<T>) -> Self {
        map.clone()
    }
}

impl<T: Clone> List<T> {
    /// The element at `index`, counted from 0; of a list that Terraform knows later, a reference to
    /// it.
    ///
    /// # Panics
    /// When the list is shorter: tiers index only by zone, and every per-zone list has one element
    /// per zone.
    pub fn at(&self, index: usize) -> Attr<T> {
        match self {
            List::Unset => Attr::Unset,
            List::Items(items) => items[index].clone(),
            List::Ref(reference) => Attr::Ref(reference.at(index as u64)),
        }
    }
}

#[cfg(test)]
mod tests;
