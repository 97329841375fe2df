//! [`Unknown`]: an unknown value, and what is known about it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Cause, Causes, Value};
use crate::number::Number;
use crate::types::Type;

/// A list of more unknown elements than this stays unknown as a whole.
const LONGEST: usize = 10_000;

/// A value that is not known, with what is known of it all the same (cty's refinements).
#[derive(Debug, Clone, PartialEq)]
pub struct Unknown {
    /// Its type, as far as it is known.
    pub of: Type,
    /// Why it is unknown.
    pub causes: Causes,
    /// It is the very attribute or variable that its only cause names, not a value that is
    /// computed from it or chosen by it.
    pub is_attribute: bool,
    /// What it is computed by, with values in place of names: `upper(aws_x.y.arn)`. Written only
    /// where configurations are compared
    /// ([`crate::configuration::Configuration::read_for_comparison`]), and not of an attribute
    /// itself.
    pub computation: Option<Arc<str>>,
    /// It is not null.
    pub not_null: bool,
    /// Of a string: how it begins.
    pub prefix: Arc<str>,
    /// Of a number: between which it is; of a collection: how many elements it has.
    pub bounds: Bounds,
    /// Of a resource or another object whose attributes are not all known by name: those that are.
    /// Its type is [`Type::Dynamic`].
    pub attributes: Option<Arc<BTreeMap<Arc<str>, Value>>>,
    /// Of a list that Terraform takes for unknown as a whole, as `try`, `distinct` and `sort` make
    /// it: a list of the same items, where they are certain.
    pub items: Option<Arc<Value>>,
}

/// Two ends, both possible themselves; None: no end.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bounds {
    /// The lowest.
    pub lower: Option<Number>,
    /// The highest.
    pub upper: Option<Number>,
}

impl Bounds {
    /// At least `lower`.
    pub fn from(lower: impl Into<Number>) -> Self {
        Bounds { lower: Some(lower.into()), upper: None }
    }
}

impl Unknown {
    /// A value of which only the type is known.
    pub fn new(of: Type, causes: Causes) -> Self {
        Unknown {
            of,
            causes,
            is_attribute: false,
            computation: None,
            not_null: false,
            prefix: Arc::from(""),
            bounds: Bounds::default(),
            attributes: None,
            items: None,
        }
    }

    /// The very attribute that a cause names.
    pub fn attribute(of: Type, cause: Cause) -> Self {
        Unknown { is_attribute: true, ..Unknown::new(of, Causes::one(cause)) }
    }

    /// Whether it is what its only cause names, so that the cause says all of where it comes from.
    pub fn is_its_cause(&self) -> bool {
        let mut causes = self.causes.iter();
        match (causes.next(), causes.next()) {
            (Some(Cause::Attribute { .. } | Cause::Data { .. }), None) => self.is_attribute,
            (Some(Cause::Variable(_) | Cause::Module(_) | Cause::MissingFile(_)), None) => {
                self.is_attribute && self.computation.is_none()
            }
            _ => false,
        }
    }

    /// Whether it is an attribute of a resource, and no element of one, which may turn out not to
    /// be there.
    pub(crate) fn is_sure_attribute(&self) -> bool {
        let is_whole = |cause: &Cause| match cause {
            Cause::Attribute { path, .. } => !path.contains(['[', '.']),
            _ => false,
        };
        self.is_its_cause() && self.causes.iter().all(is_whole)
    }

    /// What `step` (`.name`, `[0]`) leads to in it.
    #[must_use]
    pub fn at(&self, step: &str, of: Type) -> Self {
        let causes = if self.is_attribute { self.causes.within(step) } else { self.causes.clone() };
        // A cause says which attribute of a resource it is, and not which part of a variable.
        let names_step =
            matches!(causes.iter().next(), Some(Cause::Attribute { .. } | Cause::Data { .. }));
        Unknown { is_attribute: self.is_attribute && names_step, ..Unknown::new(of, causes) }
    }

    /// The same, known not to be null.
    #[must_use]
    pub fn not_null(mut self) -> Self {
        self.not_null = true;
        self
    }

    /// The same, known to begin with `prefix`, and so not to be null.
    #[must_use]
    pub fn starting(mut self, prefix: impl Into<Arc<str>>) -> Self {
        self.not_null = true;
        self.prefix = prefix.into();
        self
    }

    /// The same within `bounds`.
    #[must_use]
    pub fn within(mut self, bounds: Bounds) -> Self {
        self.bounds = bounds;
        self
    }

    /// The value, known as far as what is known of it says: a number between 1 and 1 is 1, a list
    /// of no elements is empty.
    #[must_use]
    pub fn refined(self) -> Value {
        let exact = match (&self.bounds.lower, &self.bounds.upper) {
            (Some(lower), Some(upper)) if self.not_null && lower == upper => Some(lower.clone()),
            _ => None,
        };
        let Some(exact) = exact else { return self.into() };
        let length = exact.as_usize().filter(|length| *length <= LONGEST);
        let item = |element: &Type| Value::unknown_because(element.clone(), self.causes.clone());
        match (&self.of, length) {
            (Type::Number, _) => exact.into(),
            (Type::List(element), Some(length)) => {
                Value::list((**element).clone(), vec![item(element); length])
            }
            (Type::Set(element), Some(0)) => Value::set((**element).clone(), []),
            (Type::Set(element), Some(1)) => Value::set((**element).clone(), [item(element)]),
            (Type::Map(element), Some(0)) => Value::map((**element).clone(), BTreeMap::new()),
            _ => self.into(),
        }
    }
}

impl From<Unknown> for Value {
    fn from(unknown: Unknown) -> Self {
        Value::Unknown(Arc::new(unknown))
    }
}

impl Value {
    /// A list of the items that this one will have, if nothing in it is unknown but attributes of
    /// resources.
    pub(crate) fn certain_items(&self) -> Option<Value> {
        let is_certain = |item: &Value| match item {
            Value::Unknown(unknown) => unknown.is_sure_attribute(),
            item => item.is_wholly_known(),
        };
        match self {
            Value::List(_) | Value::Tuple(_) | Value::Set(_) => {
                self.children().all(is_certain).then(|| self.clone())
            }
            Value::Unknown(unknown) => unknown.items.as_deref().cloned(),
            _ => None,
        }
    }
}
