use super::*;

fn number(text: &str) -> Value {
    Number::parse(text).unwrap().into()
}

#[test]
fn a_list_of_any_takes_what_is_common_to_its_elements() {
    let mixed = Value::tuple([number("1"), "x".into(), true.into()]);
    assert_eq!(
        convert(&mixed, &Type::list(Type::Dynamic)).unwrap(),
        Value::strings(["1", "x", "true"])
    );
    let objects = Value::tuple([Value::object([("a", number("1"))]), Value::object::<&str>([])]);
    let list = convert(&objects, &Type::list(Type::Dynamic)).unwrap();
    assert_eq!(list.ty(), Type::list(Type::map(Type::Number)));
}

#[test]
fn only_exact_words_are_bools_and_only_numbers_are_numbers() {
    assert_eq!(convert(&"1".into(), &Type::Bool).unwrap(), true.into());
    assert!(convert(&"True".into(), &Type::Bool).unwrap_err().0.contains("lowercase"));
    assert!(convert(&" 5".into(), &Type::Number).is_err());
    assert!(convert(&true.into(), &Type::Number).is_err());
}

#[test]
fn an_unknown_tuple_has_a_known_length_as_a_list() {
    let cause = crate::value::Cause::attribute("aws_x.y", "z");
    let tuple = Value::unknown(Type::tuple([Type::Number]), cause);
    let Value::Unknown(list) = convert(&tuple, &Type::list(Type::String)).unwrap() else {
        panic!()
    };
    assert_eq!(list.bounds.upper, Some(1.into()));
}
