//! The functions and operators whose results follow from the stack alone. `jsonencode` stays, so that a document is
//! compared part by part.

use hcl::Expression;
use hcl::eval::{Context, Evaluate};
use hcl::expr::{BinaryOp, Operation, UnaryOp};
use xxhash_rust::xxh3::xxh3_64;

use crate::diff::term::{Content, Term};
use crate::diff::tree::Tree;

/// The result of a function; the call itself where it is not known.
/// Source: Terraform, "Built-in Functions".
pub(super) fn called(name: &str, arguments: Vec<Term>, tree: &Tree) -> Term {
    known(name, &arguments, tree).unwrap_or_else(|| Term::Call { name: name.to_owned(), arguments })
}

fn known(name: &str, arguments: &[Term], tree: &Tree) -> Option<Term> {
    match (name, arguments) {
        ("tostring", [value]) => value.text().map(Term::String),
        ("tolist" | "toset" | "tomap", [value @ (Term::List(_) | Term::Map(_))]) => Some(value.clone()),
        ("length", [Term::List(items)]) => Some(Term::Number(items.len().into())),
        ("one", [Term::List(items)]) => match items.as_slice() {
            [] => Some(Term::Null),
            [only] => Some(only.clone()),
            _ => None,
        },
        ("element", [Term::List(items), Term::Number(index)]) if !items.is_empty() => {
            items.get(index.as_u64()? as usize % items.len()).cloned()
        }
        ("coalesce", [Term::Null, rest @ ..]) => known(name, rest, tree),
        ("coalesce", [first, ..]) if first.text().is_some_and(|text| !text.is_empty()) => Some(first.clone()),
        ("split", [Term::String(separator), Term::String(text)]) => {
            Some(Term::List(text.split(separator.as_str()).map(|part| Term::String(part.to_owned())).collect()))
        }
        ("filebase64sha256" | "filesha256" | "filemd5", [Term::String(path)]) => {
            let path = path.trim_start_matches("./").to_owned();
            let content = Content(tree.file(&path).map(xxh3_64));
            Some(Term::File { path, content })
        }
        _ => None,
    }
}

/// The result of an operation on what is known.
pub(super) fn computed(operation: &Operation, parts: &[Term]) -> Option<Term> {
    let operation = match (operation, parts) {
        (Operation::Unary(op), [value]) => Operation::from(UnaryOp::new(op.operator, constant(value)?)),
        (Operation::Binary(op), [left, right]) => {
            Operation::from(BinaryOp::new(constant(left)?, op.operator, constant(right)?))
        }
        _ => return None,
    };
    match Expression::from(operation).evaluate(&Context::new()).ok()? {
        hcl::Value::Bool(value) => Some(Term::Bool(value)),
        hcl::Value::Number(number) => Some(Term::Number(number)),
        hcl::Value::String(text) => Some(Term::String(text)),
        _ => None,
    }
}

fn constant(term: &Term) -> Option<Expression> {
    match term {
        Term::Null => Some(Expression::Null),
        Term::Bool(value) => Some(Expression::Bool(*value)),
        Term::Number(number) => Some(Expression::Number(*number)),
        Term::String(text) => Some(Expression::String(text.clone())),
        _ => None,
    }
}
