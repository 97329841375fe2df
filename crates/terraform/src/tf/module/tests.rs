use super::super::root::Nothing;
use super::super::testing::{THING, Thing, parsed, thing};
use super::*;
use crate::tf::Ref;

crate::ports! {
    /// Outputs of the module under test.
    pub struct Outputs {
        /// The thing.
        thing_id: String,
        /// Another thing, if there is one.
        other_id: Option<String>,
    }
}

fn module() -> Module {
    Module::new::<Nothing>("m", "")
}

fn message<T: std::fmt::Debug>(result: Result<T, DeclareError>) -> String {
    result.unwrap_err().to_string()
}

#[test]
fn resources_and_data_sources_are_written_in_declared_order() {
    let mut module = module();
    module.resource("b", thing()).unwrap();
    module.data("a", thing()).unwrap();
    let expected = format!(
        "resource \"test_thing\" \"b\" {{\n{THING}\n}}\ndata \"test_thing\" \"a\" \
         {{\n{THING}\n}}\n"
    );
    assert_eq!(*module.main(), parsed(&expected));
}

#[test]
fn a_handle_refers_to_attributes_of_its_resource() {
    let mut module = module();
    let resource: Ref<String> = module.resource("a", thing()).unwrap().id();
    let data: Ref<String> = module.data("a", thing()).unwrap().id();
    assert_eq!(resource.expression().to_string(), "test_thing.a.id");
    assert_eq!(data.expression().to_string(), "data.test_thing.a.id");
}

#[test]
fn an_address_is_there_once() {
    let mut module = module();
    module.resource("a", thing()).unwrap();
    module.data("a", thing()).expect("a data source is another address");
    assert_eq!(message(module.resource("a", thing())), "`test_thing.a` is declared twice");
    assert_eq!(message(module.data("a", thing())), "`data.test_thing.a` is declared twice");
}

#[test]
fn a_label_that_terraform_does_not_take_is_refused() {
    for label in ["", "1a", "a b", "a.b", "${a}", "a\"b"] {
        assert!(
            message(module().resource(label, thing()))
                .starts_with(&format!("`{label}` is not a valid")),
            "{label}"
        );
    }
    module().resource("a_1-b", thing()).expect("letters, digits, `_` and `-`");
}

#[test]
fn an_incomplete_resource_is_refused_by_address_and_leaves_nothing_behind() {
    let mut module = module();
    let expected = "`test_thing.a`: the required argument `name` is not set; `part` occurs 0 \
                    times, 1 to 2 allowed";
    assert_eq!(message(module.resource("a", Thing::default())), expected);
    assert_eq!(*module.main(), Body::default());
    module.resource("a", thing()).expect("the address is still free");
}

#[test]
fn resources_are_counted_by_type_and_data_sources_are_not() {
    let mut module = module();
    for name in ["a", "b"] {
        module.resource(name, thing()).unwrap();
    }
    module.data("c", thing()).unwrap();
    assert_eq!(module.resource_counts(), BTreeMap::from([("test_thing", 2)]));
}

#[test]
fn an_output_waits_for_what_it_depends_on() {
    let mut module = module();
    let first = module.resource("first", thing()).unwrap();
    module.output_depends_on("thing_id", &first);
    module
        .outputs(Outputs { thing_id: first.id().into(), other_id: super::super::Attr::Unset })
        .unwrap();
    let expected = "
        output \"thing_id\" {
          description = \"The thing.\"
          value       = test_thing.first.id
          depends_on  = [test_thing.first]
        }
        output \"other_id\" {
          description = \"Another thing, if there is one.\"
          value       = null
        }
    ";
    assert_eq!(*module.output_blocks(), parsed(expected));
}

#[test]
fn an_output_that_does_not_exist_can_wait_for_nothing() {
    let mut module = module();
    let first = module.resource("first", thing()).unwrap();
    module.output_depends_on("thing_arn", &first);
    let outputs = Outputs { thing_id: "a".into(), other_id: "b".into() };
    assert_eq!(message(module.outputs(outputs)), "module `m` has no output `thing_arn`");
}

#[test]
fn an_output_that_is_never_null_needs_a_value() {
    let outputs =
        Outputs { thing_id: super::super::Attr::Unset, other_id: super::super::Attr::Unset };
    assert_eq!(message(module().outputs(outputs)), "`outputs of m`: `thing_id` is not set");
}
