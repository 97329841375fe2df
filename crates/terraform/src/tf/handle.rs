//! [`Handle`]: a declared resource or data source, with its attributes for others to refer to.

use std::ops::Deref;

use hcl::expr::Expression;

use super::reference::path;
use super::{Block, Ref};

/// A block type of a provider that is declared under an address: a resource type or a data source.
pub trait Declared: Block {
    /// Terraform's name of the type, as `aws_vpc`.
    const TYPE: &'static str;
    /// What others can refer to: a getter for each attribute.
    type Attributes: From<Address>;
}

/// A managed resource type.
pub trait Resource: Declared {}

/// A data source.
pub trait Data: Declared {}

/// Where a resource or data source is declared, within its module.
#[derive(Debug, Clone)]
pub struct Address(pub(super) Vec<String>);

impl Address {
    /// A reference to the attribute `name`; the generated getters state its type.
    pub fn attribute<T>(&self, name: &str) -> Ref<T> {
        Ref::path(self.0.iter().map(String::as_str).chain([name]))
    }

    /// The resource itself, as `depends_on` takes it.
    pub(crate) fn expression(&self) -> Expression {
        path(self.0.iter().map(String::as_str))
    }
}

/// A declared resource or data source; it derefs to the references to its attributes.
#[derive(Debug)]
pub struct Handle<D: Declared> {
    address: Address,
    attributes: D::Attributes,
}

impl<D: Declared> Handle<D> {
    pub(super) fn at(address: Address) -> Self {
        Self { attributes: D::Attributes::from(address.clone()), address }
    }

    /// Where it is declared.
    pub(crate) fn address(&self) -> &Address {
        &self.address
    }
}

impl<D: Declared> Clone for Handle<D> {
    fn clone(&self) -> Self {
        Self::at(self.address.clone())
    }
}

impl<D: Declared> Deref for Handle<D> {
    type Target = D::Attributes;

    fn deref(&self) -> &D::Attributes {
        &self.attributes
    }
}
