use super::super::testing::{Thing, parsed, thing};
use super::super::{Attr, Ref};
use super::*;

/// A tier with one resource.
#[derive(Debug, PartialEq)]
struct Store {
    zones: u8,
}

crate::ports! {
    /// Inputs of the store.
    pub struct Inputs {
        /// Its name.
        name: String,
        /// Its key, if it has one.
        key: Option<String>,
    }
}

crate::ports! {
    /// Outputs of the store.
    pub struct Outputs {
        /// Its id.
        id: String,
    }
}

const STORE: Store = Store { zones: 3 };

impl Tier for Store {
    const NAME: &'static str = "store";
    const DESCRIPTION: &'static str = "A store.";
    type Inputs = Inputs;
    type Outputs = Outputs;

    fn declare(&self, module: &mut Module, var: &Inputs) -> Result<Outputs, DeclareError> {
        let store = module.resource("main", Thing { name: (&var.name).into(), ..thing() })?;
        Ok(Outputs { id: store.id().into() })
    }
}

fn root() -> Root {
    Root::new(parsed("terraform {}").0)
}

#[test]
fn a_tier_is_called_with_its_inputs_and_gives_references_to_its_outputs() {
    let mut root = root();
    let outputs =
        root.tier(STORE, Inputs { name: "s".into(), key: Ref::variable("key").into() }).unwrap();
    let expected = "terraform {}\nmodule \"store\" {\nsource = \"./modules/store\"\nname = \
                    \"s\"\nkey = var.key\n}\n";
    assert_eq!(*root.main(), parsed(expected));
    assert_eq!(outputs.expressions()[0].as_ref().unwrap().to_string(), "module.store.id");
    let module = &root.modules().unwrap()[0];
    assert_eq!((module.name(), module.description()), ("store", "A store."));
    assert!(module.main().blocks().any(|block| block.identifier() == "resource"));
}

#[test]
fn an_input_without_a_value_is_null_or_refused() {
    let mut root = root();
    root.tier(STORE, Inputs { name: "s".into(), key: Attr::Unset }).unwrap();
    let call = root.main().blocks().next_back().unwrap().clone();
    let key = call.body.attributes().find(|attribute| attribute.key() == "key").unwrap();
    assert_eq!(key.expr(), &Expression::Null);

    let error = root.tier(STORE, Inputs { name: Attr::Unset, key: Attr::Unset }).unwrap_err();
    assert_eq!(error.to_string(), "`module.store`: `name` is not set");
}

#[test]
fn a_root_variable_has_its_default_null_or_must_be_set() {
    let mut root = root();
    root.variables(Inputs { name: "n".into(), key: Attr::Unset });
    let required = root.variables(Outputs { id: Attr::Unset });
    let expected = r#"
        variable "name" {
          description = "Its name."
          type        = string
          default     = "n"
          nullable    = false
        }
        variable "key" {
          description = "Its key, if it has one."
          type        = string
          default     = null
        }
        variable "id" {
          description = "Its id."
          type        = string
          nullable    = false
        }
    "#;
    assert_eq!(*root.variable_blocks(), parsed(expected));
    assert_eq!(required.expressions()[0].as_ref().unwrap().to_string(), "var.id");
}

#[test]
fn what_comes_out_of_the_root_has_a_description_and_a_value() {
    let mut root = root();
    root.outputs(outputs_of::<Store>()).unwrap();
    let expected = "output \"id\" {\ndescription = \"Its id.\"\nvalue = module.store.id\n}\n";
    assert_eq!(*root.output_blocks(), parsed(expected));
    assert_eq!(
        root.outputs(Outputs { id: Attr::Unset }).unwrap_err().to_string(),
        "`outputs of the root`: `id` is not set"
    );
}

#[test]
fn a_data_source_of_the_root_is_before_the_calls() {
    let mut root = root();
    root.tier(STORE, Inputs { name: "s".into(), key: Attr::Unset }).unwrap();
    root.data("now", thing()).unwrap();
    let main = root.main();
    let kinds: Vec<_> = main.blocks().map(|block| block.identifier().to_owned()).collect();
    assert_eq!(kinds, ["terraform", "data", "module"]);
}

/// A tier that says of itself what a store does.
#[derive(Debug, PartialEq)]
struct OtherStore {
    zones: u8,
}

impl Tier for OtherStore {
    const NAME: &'static str = "store";
    const DESCRIPTION: &'static str = "A store.";
    type Inputs = Inputs;
    type Outputs = Outputs;

    fn declare(&self, module: &mut Module, var: &Inputs) -> Result<Outputs, DeclareError> {
        STORE.declare(module, var)
    }
}

#[test]
fn a_tier_equals_only_one_of_its_type_with_the_same_settings() {
    let equal = |other: &dyn AnyTier| AnyTier::equals(&STORE, other);
    assert!(equal(&Store { zones: 3 }));
    assert!(!equal(&Store { zones: 2 }));
    assert!(!equal(&OtherStore { zones: 3 }));
}
