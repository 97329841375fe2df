use super::*;

fn written(argument: impl Argument) -> String {
    argument.expression().map_or("nothing".to_owned(), |expression| expression.to_string())
}

fn text(argument: impl Into<Attr<String>>) -> String {
    written(argument.into())
}

fn number(argument: impl Into<Attr<Number>>) -> String {
    written(argument.into())
}

fn list(argument: impl Into<List<String>>) -> String {
    argument
        .into()
        .expression()
        .map_or("nothing".to_owned(), |list| hcl::format::to_string(&list).unwrap())
}

fn ids() -> Ref<Vec<String>> {
    Ref::variable("ids")
}

#[test]
fn an_unset_argument_is_not_written() {
    assert_eq!(written(Attr::<String>::Unset), "nothing");
    assert_eq!(written(List::<String>::Unset), "nothing");
    assert_eq!(written(Map::<String>::Unset), "nothing");
}

#[test]
fn text_and_references_need_no_wrapping() {
    let (owned, reference) = ("a".to_owned(), Ref::<String>::variable("a"));
    let attribute = Attr::from(&reference);
    assert_eq!(
        (text("a"), text(&owned), text(owned.clone())),
        ("\"a\"".into(), "\"a\"".into(), "\"a\"".into())
    );
    assert_eq!(
        (text(&attribute), text(&reference), text(reference)),
        ("var.a".into(), "var.a".into(), "var.a".into())
    );
}

#[test]
fn every_integer_becomes_a_number() {
    assert_eq!([number(-1_i32), number(i64::MIN)], ["-1".to_owned(), i64::MIN.to_string()]);
    assert_eq!([number(1_u8), number(2_u16), number(3_u32), number(4_usize)], ["1", "2", "3", "4"]);
    assert_eq!(number(u64::MAX), u64::MAX.to_string());
}

#[test]
fn a_list_takes_values_references_and_both() {
    let both = [Attr::from("a"), Ref::<String>::variable("b").into()];
    assert_eq!(list(both), "[\n  \"a\",\n  var.b\n]");
    assert_eq!(list(vec!["a".to_owned()]), "[\n  \"a\"\n]");
    assert_eq!((list(Vec::<String>::new()), list(ids())), ("[]".into(), "var.ids".into()));
}

#[test]
fn an_element_of_a_list_is_a_value_or_a_reference() {
    assert_eq!(written(List::<String>::from(["a", "b"]).at(1)), "\"b\"");
    assert_eq!(written(List::from(ids()).at(2)), "var.ids[2]");
    assert_eq!(written(List::<String>::Unset.at(0)), "nothing");
}

#[test]
fn a_map_keeps_its_order_and_quotes_keys_that_are_no_names() {
    let map: Map<String> = [("Name", Attr::from("a")), ("aws:k", Ref::variable("b").into())].into();
    let object = map.expression().unwrap();
    assert_eq!(
        hcl::format::to_string(&object).unwrap(),
        "{\n  Name = \"a\"\n  \"aws:k\" = var.b\n}"
    );
}
