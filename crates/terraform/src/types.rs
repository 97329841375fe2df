//! [`Type`]: the types of Terraform's language, as cty has them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use serde_json::{Value as Json, json};

/// A type. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Type {
    /// Of a value whose type is not known yet, and of a bare `null`; in a constraint `any`.
    Dynamic,
    /// `string`
    String,
    /// `number`
    Number,
    /// `bool`
    Bool,
    /// `list(…)`
    List(Arc<Type>),
    /// `set(…)`
    Set(Arc<Type>),
    /// `map(…)`
    Map(Arc<Type>),
    /// `tuple([…])`, the type of `[1, "a"]`
    Tuple(Arc<[Type]>),
    /// `object({…})`, the type of `{ a = 1 }`
    Object(Arc<ObjectType>),
}

/// The attributes of an object type, by name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct ObjectType {
    /// The type of each attribute.
    pub attributes: BTreeMap<Arc<str>, Type>,
    /// Those that may be left out of what is converted to it (`optional(…)`): only in constraints,
    /// never of a value.
    pub optional: BTreeSet<Arc<str>>,
}

impl Type {
    /// `list(element)`
    pub fn list(element: Type) -> Self {
        Type::List(Arc::new(element))
    }

    /// `set(element)`
    pub fn set(element: Type) -> Self {
        Type::Set(Arc::new(element))
    }

    /// `map(element)`
    pub fn map(element: Type) -> Self {
        Type::Map(Arc::new(element))
    }

    /// `tuple([…])`
    pub fn tuple(elements: impl IntoIterator<Item = Type>) -> Self {
        Type::Tuple(elements.into_iter().collect())
    }

    /// `object({…})`
    pub fn object<K: Into<Arc<str>>>(attributes: impl IntoIterator<Item = (K, Type)>) -> Self {
        let attributes = attributes.into_iter().map(|(name, of)| (name.into(), of)).collect();
        Type::Object(Arc::new(ObjectType { attributes, optional: BTreeSet::new() }))
    }

    /// A string, a number or a bool.
    pub fn is_primitive(&self) -> bool {
        matches!(self, Type::String | Type::Number | Type::Bool)
    }

    /// A list, a set or a map.
    pub fn is_collection(&self) -> bool {
        matches!(self, Type::List(_) | Type::Set(_) | Type::Map(_))
    }

    /// The type of the elements of a list, a set or a map.
    pub fn element(&self) -> Option<&Type> {
        match self {
            Type::List(element) | Type::Set(element) | Type::Map(element) => Some(element),
            _ => None,
        }
    }

    /// Whether a part of it is not known.
    pub fn has_dynamic(&self) -> bool {
        match self {
            Type::Dynamic => true,
            Type::String | Type::Number | Type::Bool => false,
            Type::List(element) | Type::Set(element) | Type::Map(element) => element.has_dynamic(),
            Type::Tuple(elements) => elements.iter().any(Type::has_dynamic),
            Type::Object(object) => object.attributes.values().any(Type::has_dynamic),
        }
    }

    /// The type without marks of optional attributes, as values have it.
    #[must_use]
    pub fn without_optional(&self) -> Type {
        match self {
            Type::Dynamic | Type::String | Type::Number | Type::Bool => self.clone(),
            Type::List(element) => Type::list(element.without_optional()),
            Type::Set(element) => Type::set(element.without_optional()),
            Type::Map(element) => Type::map(element.without_optional()),
            Type::Tuple(elements) => Type::tuple(elements.iter().map(Type::without_optional)),
            Type::Object(object) => Type::object(
                object.attributes.iter().map(|(name, of)| (name.clone(), of.without_optional())),
            ),
        }
    }

    /// The form in which plans, states and provider schemas write types: `"string"`,
    /// `["list","string"]`.
    pub fn to_json(&self) -> Json {
        match self {
            Type::Dynamic => json!("dynamic"),
            Type::String => json!("string"),
            Type::Number => json!("number"),
            Type::Bool => json!("bool"),
            Type::List(element) => json!(["list", element.to_json()]),
            Type::Set(element) => json!(["set", element.to_json()]),
            Type::Map(element) => json!(["map", element.to_json()]),
            Type::Tuple(elements) => {
                json!(["tuple", elements.iter().map(Type::to_json).collect::<Vec<_>>()])
            }
            Type::Object(object) => {
                let attributes =
                    object.attributes.iter().map(|(name, of)| (name.to_string(), of.to_json()));
                json!(["object", attributes.collect::<serde_json::Map<_, _>>()])
            }
        }
    }

    /// The type that plans, states and provider schemas write so. None: no such type.
    pub fn from_json(json: &Json) -> Option<Type> {
        match json {
            Json::String(name) => match name.as_str() {
                "dynamic" => Some(Type::Dynamic),
                "string" => Some(Type::String),
                "number" => Some(Type::Number),
                "bool" => Some(Type::Bool),
                _ => None,
            },
            Json::Array(parts) => match (parts.first()?.as_str()?, parts.get(1)?) {
                ("list", of) => Some(Type::list(Type::from_json(of)?)),
                ("set", of) => Some(Type::set(Type::from_json(of)?)),
                ("map", of) => Some(Type::map(Type::from_json(of)?)),
                ("tuple", Json::Array(of)) => {
                    of.iter().map(Type::from_json).collect::<Option<_>>().map(Type::Tuple)
                }
                ("object", Json::Object(of)) => {
                    let attributes = of
                        .iter()
                        .map(|(name, of)| Some((Arc::from(name.as_str()), Type::from_json(of)?)));
                    let optional = parts.get(2).and_then(Json::as_array).into_iter().flatten();
                    let optional = optional.filter_map(Json::as_str).map(Arc::from).collect();
                    Some(Type::Object(Arc::new(ObjectType {
                        attributes: attributes.collect::<Option<_>>()?,
                        optional,
                    })))
                }
                _ => None,
            },
            _ => None,
        }
    }
}

/// As messages of Terraform name types: `string`, `list of string`, `object`.
impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Dynamic => f.write_str("dynamic"),
            Type::String => f.write_str("string"),
            Type::Number => f.write_str("number"),
            Type::Bool => f.write_str("bool"),
            Type::List(element) => write!(f, "list of {element}"),
            Type::Set(element) => write!(f, "set of {element}"),
            Type::Map(element) => write!(f, "map of {element}"),
            Type::Tuple(_) => f.write_str("tuple"),
            Type::Object(_) => f.write_str("object"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_its_json_form_and_comes_back_from_it() {
        let of = Type::object([
            ("a", Type::list(Type::set(Type::String))),
            ("b", Type::tuple([Type::Number, Type::Bool, Type::Dynamic])),
            ("c", Type::map(Type::object::<&str>([]))),
        ]);
        let written = r#"["object",{"a":["list",["set","string"]],"b":["tuple",["number","bool","dynamic"]],"c":["map",["object",{}]]}]"#;
        assert_eq!(of.to_json().to_string(), written);
        assert_eq!(Type::from_json(&of.to_json()), Some(of));
        assert_eq!(Type::from_json(&json!(["list"])), None);
    }
}
