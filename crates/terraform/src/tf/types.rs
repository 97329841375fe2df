//! [`resource_type!`](crate::resource_type), [`data_source_type!`](crate::data_source_type) and
//! [`block_type!`](crate::block_type): a provider's schema as tables, of which the typed blocks are
//! made.

use std::collections::BTreeMap;
use std::fmt::Debug;

use hcl::{Expression, Number};

use super::attr::{Argument, Attr, List, Map};

/// A type of the provider's schema, and what an argument of this type is set to.
pub trait SchemaType {
    /// What the argument takes.
    type Argument: Argument + Clone + Debug + Default;
}

macro_rules! schema_types {
    ($($value:ty => $argument:ty),* $(,)?) => { $(
        impl SchemaType for $value {
            type Argument = $argument;
        }
    )* };
}
schema_types! {
    String => Attr<String>,
    bool => Attr<bool>,
    Number => Attr<Number>,
    Expression => Attr<Expression>,
    Vec<String> => List<String>,
    Vec<Number> => List<Number>,
    Vec<Expression> => Attr<Expression>,
    BTreeMap<String, String> => Map<String>,
}

/// The name that Terraform has for a field: `type` for `r#type`.
pub fn argument_name(field: &'static str) -> &'static str {
    field.strip_prefix("r#").unwrap_or(field)
}

/// A nested block: its arguments, each `required` or `optional`, and the blocks in it with how many
/// of them the provider takes.
#[macro_export]
macro_rules! block_type {
    (
        $(#[$documentation:meta])* $name:ident
        arguments { $($how:ident $argument:ident: $value:ty,)* }
        blocks { $($block:ident: $inner:ty = $allowed:expr,)* }
    ) => {
        $(#[$documentation])*
        #[derive(Debug, Clone, Default)]
        pub struct $name {
            $(
                #[doc = concat!("An argument, ", stringify!($how), ".")]
                pub $argument: <$value as $crate::tf::types::SchemaType>::Argument,
            )*
            $(
                #[doc = concat!("Nested blocks: ", stringify!($allowed), ".")]
                pub $block: $crate::tf::Blocks<$inner>,
            )*
        }

        impl $crate::tf::Block for $name {
            #[allow(unused_variables)]
            fn write(self, out: &mut $crate::tf::BlockWriter) {
                $( out.$how($crate::tf::types::argument_name(stringify!($argument)), self.$argument); )*
                $( out.blocks(stringify!($block), self.$block, $allowed); )*
            }
        }
    };
}

/// A resource type: a block that is declared under an address, and the attributes that others refer
/// to, beside its arguments.
#[macro_export]
macro_rules! resource_type {
    ($($table:tt)*) => { $crate::declared_type! { Resource $($table)* } };
}

/// A data source, in the same form as a resource type.
#[macro_export]
macro_rules! data_source_type {
    ($($table:tt)*) => { $crate::declared_type! { Data $($table)* } };
}

#[doc(hidden)]
#[macro_export]
macro_rules! declared_type {
    (
        $contract:ident $(#[$documentation:meta])* $name:ident = $type:literal, $attributes:ident
        arguments { $($how:ident $argument:ident: $value:ty,)* }
        blocks { $($blocks:tt)* }
        attributes { $($attribute:ident: $computed:ty,)* }
    ) => {
        $crate::block_type! {
            $(#[$documentation])* $name
            arguments { $($how $argument: $value,)* }
            blocks { $($blocks)* }
        }

        impl $crate::tf::Declared for $name {
            const TYPE: &'static str = $type;
            type Attributes = $attributes;
        }

        impl $crate::tf::$contract for $name {}

        #[doc = concat!("References to the attributes of a declared `", $type, "`.")]
        #[derive(Debug)]
        pub struct $attributes($crate::tf::Address);

        impl From<$crate::tf::Address> for $attributes {
            fn from(address: $crate::tf::Address) -> Self {
                Self(address)
            }
        }

        impl $attributes {
            $(
                #[doc = "What the argument is set to, or what the provider sets it to."]
                pub fn $argument(&self) -> $crate::tf::Ref<$value> {
                    self.0.attribute($crate::tf::types::argument_name(stringify!($argument)))
                }
            )*
            $(
                #[doc = "What the provider says of it."]
                pub fn $attribute(&self) -> $crate::tf::Ref<$computed> {
                    self.0.attribute($crate::tf::types::argument_name(stringify!($attribute)))
                }
            )*
        }
    };
}
