//! [`ports!`](crate::ports): what goes into a module and what comes out, declared once for Rust and
//! for Terraform.

use std::collections::BTreeMap;

use hcl::expr::Expression;
use hcl::structure::{Block as HclBlock, Structure};
use hcl::{Identifier, Number};

use super::attr::Argument;
use super::block::argument;
use super::reference::{Ref, path};
use super::{Attr, List, Map};

/// One input variable or output.
#[derive(Debug, Clone, Copy)]
pub struct Port {
    /// Its name in Terraform and in Rust.
    pub name: &'static str,
    /// Its Terraform type constraint, as `list(string)`.
    pub type_constraint: &'static str,
    /// Its description: the field's doc comment.
    pub description: &'static str,
    /// Whether `null` is a permitted value.
    pub nullable: bool,
    /// Conditions (in HCL) that AWS sets on the value, each with the message shown when it is
    /// false.
    pub validations: &'static [(&'static str, &'static str)],
}

/// A struct made by [`ports!`](crate::ports): all inputs or all outputs of a module.
pub trait Ports: Sized {
    /// The ports in declared order.
    const PORTS: &'static [Port];
    /// The struct with every field a reference to `root….<field>`.
    fn references(root: &[&str]) -> Self;
    /// The values of the fields in declared order; `None` for one left unset.
    fn expressions(self) -> Vec<Option<Expression>>;
}

/// A Rust type that can be in [`ports!`](crate::ports).
pub trait PortType {
    /// What the field holds.
    type Field;
    /// Terraform's type constraint.
    const CONSTRAINT: &'static str;
    /// Whether `null` is permitted.
    const NULLABLE: bool = false;
    /// The field as a reference.
    fn reference(expression: Expression) -> Self::Field;
    /// The field's value.
    fn expression(field: Self::Field) -> Option<Expression>;
}

macro_rules! port_types {
    ($($type:ty => $field:ty, $variant:path, $constraint:literal;)*) => { $(
        impl PortType for $type {
            type Field = $field;
            const CONSTRAINT: &'static str = $constraint;
            fn reference(expression: Expression) -> $field {
                $variant(Ref::new(expression))
            }
            fn expression(field: $field) -> Option<Expression> {
                field.expression()
            }
        }
    )* };
}
port_types! {
    String => Attr<String>, Attr::Ref, "string";
    bool => Attr<bool>, Attr::Ref, "bool";
    Number => Attr<Number>, Attr::Ref, "number";
    Vec<String> => List<String>, List::Ref, "list(string)";
    BTreeMap<String, String> => Map<String>, Map::Ref, "map(string)";
}

impl<T: PortType> PortType for Option<T> {
    type Field = T::Field;
    const CONSTRAINT: &'static str = T::CONSTRAINT;
    const NULLABLE: bool = true;
    fn reference(expression: Expression) -> T::Field {
        T::reference(expression)
    }
    fn expression(field: T::Field) -> Option<Expression> {
        T::expression(field)
    }
}

/// Every port with its value; one that was left unset is `null` where it may be.
///
/// # Errors
/// Says of every other port that it is not set.
pub(crate) fn values<P: Ports>(ports: P) -> Result<Vec<(&'static Port, Expression)>, Vec<String>> {
    let (mut values, mut problems) = (Vec::new(), Vec::new());
    for (port, value) in P::PORTS.iter().zip(ports.expressions()) {
        match value.or(port.nullable.then_some(Expression::Null)) {
            Some(value) => values.push((port, value)),
            None => problems.push(format!("`{}` is not set", port.name)),
        }
    }
    if problems.is_empty() { Ok(values) } else { Err(problems) }
}

/// A `variable` block; `default` makes it optional.
pub(crate) fn variable(port: &Port, default: Option<Expression>) -> Structure {
    let mut content: Vec<Structure> = vec![
        argument("description", port.description.trim()),
        argument("type", type_constraint(port.type_constraint)),
    ];
    if let Some(default) = default {
        content.push(argument("default", default));
    }
    if !port.nullable {
        content.push(argument("nullable", false));
    }
    content
        .extend(port.validations.iter().map(|(condition, message)| validation(condition, message)));
    HclBlock::builder(Identifier::unchecked("variable"))
        .add_label(port.name)
        .add_structures(content)
        .build()
        .into()
}

/// Type constraints are bare keywords and calls, not strings: `string`, `list(string)`.
fn type_constraint(constraint: &str) -> Expression {
    match constraint.strip_suffix(')').and_then(|rest| rest.split_once('(')) {
        Some((collection, element)) => {
            super::call::<()>(collection, [path([element])]).into_expression()
        }
        None => path([constraint]),
    }
}

fn validation(condition: &str, message: &str) -> Structure {
    let condition: Expression = condition.parse().expect("the conditions in ports! are valid HCL");
    HclBlock::builder(Identifier::unchecked("validation"))
        .add_structures([argument("condition", condition), argument("error_message", message)])
        .build()
        .into()
}

/// Declares the inputs or the outputs of a module: the Rust struct, the Terraform blocks and the
/// wiring between them.
///
/// A condition that AWS sets on a value follows it: `name: String where "length(var.name) < 33" =>
/// "…"`.
#[macro_export]
macro_rules! ports {
    ($(#[doc = $doc:literal])* pub struct $name:ident {
        $(
            $(#[doc = $field_doc:literal])+ $field:ident : $type:ty $(
                where $condition:literal => $message:literal
            )*
        ),* $(,)?
    }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone)]
        pub struct $name {
            $( $(#[doc = $field_doc])+ pub $field: <$type as $crate::tf::PortType>::Field, )*
        }

        impl $crate::tf::Ports for $name {
            const PORTS: &'static [$crate::tf::Port] = &[ $( $crate::tf::Port {
                name: stringify!($field),
                type_constraint: <$type as $crate::tf::PortType>::CONSTRAINT,
                description: concat!($($field_doc),+),
                nullable: <$type as $crate::tf::PortType>::NULLABLE,
                validations: &[$(($condition, $message)),*],
            } ),* ];
            #[allow(unused_variables)]
            fn references(root: &[&str]) -> Self {
                $name { $( $field: <$type as $crate::tf::PortType>::reference(
                    $crate::tf::ports::port_path(root, stringify!($field))) ),* }
            }
            fn expressions(self) -> Vec<Option<$crate::tf::Expression>> {
                vec![ $( <$type as $crate::tf::PortType>::expression(self.$field) ),* ]
            }
        }
    };
}

/// The path of one port below `root`.
pub fn port_path(root: &[&str], name: &str) -> Expression {
    path(root.iter().copied().chain([name]))
}

/// All ports of a struct made by [`ports!`](crate::ports), each converted.
///
/// ```
/// # terraform::ports! { /// Inputs.
/// # pub struct Inputs { /// The network.
/// # vpc_id: String, /// Its subnets.
/// # subnet_ids: Vec<String> } }
/// terraform::wire!(Inputs { vpc_id: "vpc-1", subnet_ids: ["subnet-1"] });
/// ```
/// A missing port does not compile,
/// ```compile_fail,E0063
/// # terraform::ports! { /// Inputs.
/// # pub struct Inputs { /// The network.
/// # vpc_id: String, /// Its subnets.
/// # subnet_ids: Vec<String> } }
/// terraform::wire!(Inputs { vpc_id: "vpc-1" });
/// ```
/// an unknown one neither,
/// ```compile_fail,E0560
/// # terraform::ports! { /// Inputs.
/// # pub struct Inputs { /// The network.
/// # vpc_id: String } }
/// terraform::wire!(Inputs { vpc_id: "vpc-1", vpc_name: "main" });
/// ```
/// nor a list where one id is due.
/// ```compile_fail,E0277
/// # terraform::ports! { /// Inputs.
/// # pub struct Inputs { /// The network.
/// # vpc_id: String, /// Its subnets.
/// # subnet_ids: Vec<String> } }
/// # use terraform::tf::Ports;
/// let other = Inputs::references(&["module", "network"]);
/// terraform::wire!(Inputs { vpc_id: other.subnet_ids, subnet_ids: ["subnet-1"] });
/// ```
#[macro_export]
macro_rules! wire {
    ($($type:ident)::+ { $($field:ident : $value:expr),* $(,)? }) => {
        $($type)::+ { $($field: ::std::convert::Into::into($value)),* }
    };
}

#[cfg(test)]
mod tests;
