use super::super::testing::parsed;
use super::super::{Module, Ports};
use super::*;

crate::ports! {
    /// Every type a port can have.
    pub struct Inputs {
        /// A name,
        /// on two lines.
        name: String where "length(var.name) < 33" => "At most 32 characters." where "var.name != \
            \"\"" => "Not empty.",
        /// A switch.
        enabled: bool,
        /// A count.
        count_of: Number,
        /// Some ids.
        ids: Vec<String>,
        /// Some tags.
        tags: BTreeMap<String, String>,
        /// A size, if any.
        size: Option<Number>,
    }
}

#[test]
fn a_port_becomes_a_variable_with_type_description_and_validation() {
    let expected = r#"
        variable "name" {
          description = "A name, on two lines."
          type        = string
          nullable    = false
          validation {
            condition     = length(var.name) < 33
            error_message = "At most 32 characters."
          }
          validation {
            condition     = var.name != ""
            error_message = "Not empty."
          }
        }
        variable "enabled" {
          description = "A switch."
          type        = bool
          nullable    = false
        }
        variable "count_of" {
          description = "A count."
          type        = number
          nullable    = false
        }
        variable "ids" {
          description = "Some ids."
          type        = list(string)
          nullable    = false
        }
        variable "tags" {
          description = "Some tags."
          type        = map(string)
          nullable    = false
        }
        variable "size" {
          description = "A size, if any."
          type        = number
        }
    "#;
    assert_eq!(*Module::new::<Inputs>("m", "").variables(), parsed(expected));
}

#[test]
fn every_field_is_a_reference_to_its_port() {
    let written: Vec<_> =
        Inputs::references(&["module", "m"]).expressions().into_iter().flatten().collect();
    let expected = ["name", "enabled", "count_of", "ids", "tags", "size"]
        .map(|name| format!("module.m.{name}"));
    assert_eq!(written.iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
}

#[test]
fn every_unset_port_that_is_never_null_is_reported() {
    let unset = Inputs {
        name: Attr::Unset,
        enabled: Attr::Unset,
        size: Attr::Unset,
        ..Inputs::references(&["var"])
    };
    assert_eq!(values(unset).unwrap_err(), ["`name` is not set", "`enabled` is not set"]);
}

#[test]
fn an_unset_port_that_may_be_null_is_null() {
    let unset = Inputs { size: Attr::Unset, ..Inputs::references(&["var"]) };
    let (port, value) = values(unset).unwrap().pop().unwrap();
    assert_eq!((port.name, value), ("size", Expression::Null));
}
