//! Types of variables: taken or refused as Terraform 1.11.4 does (`terraform validate` of a folder
//! with one variable of each), for the reason that Terraform gives.

use terraform::constraint::Constraint;
use terraform::read::native::{self, Where};
use terraform::source::Span;

const TAKEN: &[&str] = &[
    "any",
    "list",
    "map",
    "list(any)",
    "set(any)",
    "list(string...)",
    "tuple([string, any])",
    "object({a = any})",
    "object({a : string})",
    "object({a-b = string})",
    "object({null = string})",
    "object({true = string})",
    "object({a = optional(any, 1)})",
    "object({a = optional(string, 1)})",
    "object({a = optional(string, null)})",
    "object({a = optional(string, \"${1}\")})",
    "object({a = optional(string...)})",
    "object({a = optional(object({b = optional(string)}), {})})",
    "map(object({a = optional(list(string), [\"a\"])}))",
];

/// The beginning of the reason, and the types that are refused for it.
const REFUSED: &[(&str, &[&str])] = &[
    (
        "Object constructor map keys must be attribute names",
        &[
            "object({\"a\" = string})",
            "object({\"\" = string})",
            "object({\"${\"a\"}\" = string})",
            "object({\"a-${1}\" = string})",
            "object({(\"a\") = string})",
            "object({(a) = string})",
            "object({a.b = string})",
            "object({1 = string})",
            "object({1.5 = string})",
            "object({-1 = string})",
            "object({[1] = string})",
            "object({a = string, \"a\" = number})",
        ],
    ),
    ("Object constructor map keys must be unique", &["object({a = string, a = number})"]),
    (
        "Object type constructor requires a map whose keys are attribute names",
        &["object([])", "object(string)", "object({for k in [] : k => k})"],
    ),
    (
        "The object type constructor requires one argument specifying the attribute types and \
         values as a map",
        &["object", "object()", "object({}, {})", "list(object)"],
    ),
    ("Tuple type constructor requires a list of element types", &["tuple(string)", "tuple({})"]),
    (
        "The tuple type constructor requires one argument specifying the element types as a list",
        &["tuple", "tuple()", "tuple([], [])"],
    ),
    (
        "The list type constructor requires one argument specifying the element type",
        &["list()", "list(string, number)", "list(list)"],
    ),
    ("The set type constructor requires one argument specifying the element type", &["set"]),
    ("The keyword \"foo\" is not a valid type specification", &["foo", "object({a = foo})"]),
    ("Keyword \"foo\" is not a valid type constructor", &["foo()", "foo(string)"]),
    ("Keyword \"x::list\" is not a valid type constructor", &["x::list(string)"]),
    ("Primitive type keyword \"string\" does not expect arguments", &["string(1)"]),
    ("Primitive type keyword \"number\" does not expect arguments", &["number()"]),
    ("Primitive type keyword \"bool\" does not expect arguments", &["bool()"]),
    ("Type constraint keyword \"any\" does not expect arguments", &["any(string)"]),
    (
        "Keyword \"optional\" is valid only as a modifier for object type attributes",
        &[
            "optional()",
            "optional(any)",
            "optional(string, 1)",
            "list(optional(string))",
            "tuple([optional(string)])",
            "object({a = optional(optional(string))})",
        ],
    ),
    (
        "Optional attribute modifier requires the attribute type as its argument",
        &["object({a = optional()})"],
    ),
    (
        "Optional attribute modifier expects at most two arguments",
        &["object({a = optional(string, 1, 2)})"],
    ),
    (
        "This default value is not compatible with the attribute's type constraint",
        &[
            "object({a = optional(number, \"x\")})",
            "object({a = optional(list(string), {})})",
            "object({a = optional(object({b = string}), {})})",
        ],
    ),
    ("Variables may not be used here", &["object({a = optional(string, foo)})"]),
    ("Functions may not be called here", &["object({a = optional(string, upper(\"x\"))})"]),
    (
        "Terraform 0.11 and earlier required type constraints",
        &["\"string\"", "\"list\"", "\"number\"", "\"list(string)\""],
    ),
    (
        "A type specification is either a primitive type keyword (bool, number, string) or a \
         complex type constructor call",
        &[
            "1",
            "string.a",
            "\"${string}\"",
            "[string]",
            "{a = string}",
            "(string)",
            "list((string))",
            "object({a = \"string\"})",
        ],
    ),
    ("Expected a comma to mark the beginning of the next item", &["tuple([string...])"]),
];

fn refusal(text: &str) -> Option<String> {
    let expr = native::expression(text, Where::Within(Span::NONE));
    expr.and_then(|expr| Constraint::parse(&expr)).err().map(|problem| problem.detail)
}

#[test]
fn a_type_is_taken_or_refused_as_terraform_does() {
    let mut wrong = String::new();
    for text in TAKEN {
        if let Some(detail) = refusal(text) {
            wrong += &format!("{text} is refused: {detail}\n");
        }
    }
    for (reason, texts) in REFUSED {
        for text in *texts {
            match refusal(text) {
                None => wrong += &format!("{text} is taken\n"),
                Some(detail) if detail.starts_with(reason) => {}
                Some(detail) => wrong += &format!("{text} is refused otherwise: {detail}\n"),
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
