//! Lists, sets and maps, whose elements have one type.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Unknown, Value};
use crate::convert::ConvertError;
use crate::types::Type;

impl Value {
    /// The type that all of `items` have; `empty` of none. None: they have several.
    fn one_type<'a>(items: impl Iterator<Item = &'a Value>, empty: &Type) -> Option<Type> {
        let mut of = None;
        for item in items {
            match (item.ty(), &of) {
                (here, None | Some(Type::Dynamic)) => of = Some(here),
                (Type::Dynamic, _) => {}
                (here, Some(before)) if here != *before => return None,
                _ => {}
            }
        }
        Some(of.unwrap_or_else(|| empty.without_optional()))
    }

    /// The value as an element of a collection of `element`: null and unknown take its type.
    fn element_of(self, element: &Type) -> Value {
        match self {
            Value::Null(Type::Dynamic) => Value::Null(element.clone()),
            Value::Unknown(unknown) if unknown.of == Type::Dynamic => {
                Value::Unknown(Arc::new(Unknown { of: element.clone(), ..(*unknown).clone() }))
            }
            Value::Sensitive(value) => (*value).clone().element_of(element).marked(true),
            other => other,
        }
    }

    /// A list of values of one type; `empty` is the type of the elements where there are none.
    ///
    /// # Errors
    /// They have several types.
    pub(crate) fn list_of(
        items: Vec<Value>,
        empty: &Type,
        kind: &str,
    ) -> Result<Value, ConvertError> {
        let Some(element) = Value::one_type(items.iter(), empty) else {
            return ConvertError::new(format!(
                "element types must all match for conversion to {kind}"
            ));
        };
        let items = items.into_iter().map(|item| item.element_of(&element)).collect();
        Ok(Value::list(element, items))
    }

    /// A set of values of one type; `empty` is the type of the elements where there are none.
    ///
    /// # Errors
    /// They have several types.
    pub(crate) fn set_of(items: Vec<Value>, empty: &Type) -> Result<Value, ConvertError> {
        let Some(element) = Value::one_type(items.iter(), empty) else {
            return ConvertError::new("element types must all match for conversion to set");
        };
        let items: Vec<Value> = items.into_iter().map(|item| item.element_of(&element)).collect();
        Ok(Value::set(element, items))
    }

    /// A map of values of one type; `empty` is the type of the elements where there are none.
    ///
    /// # Errors
    /// They have several types.
    pub(crate) fn map_of(
        items: BTreeMap<Arc<str>, Value>,
        empty: &Type,
    ) -> Result<Value, ConvertError> {
        let Some(element) = Value::one_type(items.values(), empty) else {
            return ConvertError::new("element types must all match for conversion to map");
        };
        let items =
            items.into_iter().map(|(name, item)| (name, item.element_of(&element))).collect();
        Ok(Value::map(element, items))
    }
}
