//! What stands directly within an expression of the configuration.

use hcl::expr::Operation;
use hcl::{Expression, ObjectKey};

/// The expressions that an expression is made of, in their order. Those in the text of a template and in the indexes of a path are
/// not among them, nor is anything of a `for`, whose parts are not all of one kind.
pub fn parts(expression: &Expression) -> Vec<&Expression> {
    match expression {
        Expression::Array(items) => items.iter().collect(),
        Expression::Object(object) => {
            object.iter().flat_map(|(key, value)| computed(key).into_iter().chain([value])).collect()
        }
        Expression::Parenthesis(inner) => vec![inner],
        Expression::FuncCall(call) => call.args.iter().collect(),
        Expression::Conditional(choice) => vec![&choice.cond_expr, &choice.true_expr, &choice.false_expr],
        Expression::Operation(operation) => match operation.as_ref() {
            Operation::Unary(unary) => vec![&unary.expr],
            Operation::Binary(binary) => vec![&binary.lhs_expr, &binary.rhs_expr],
        },
        _ => Vec::new(),
    }
}

fn computed(key: &ObjectKey) -> Option<&Expression> {
    match key {
        ObjectKey::Expression(key) => Some(key),
        _ => None,
    }
}

/// The name that a key is, where it is written out.
pub fn name(key: &ObjectKey) -> Option<&str> {
    match key {
        ObjectKey::Identifier(name) => Some(name.as_str()),
        ObjectKey::Expression(Expression::String(name)) => Some(name),
        _ => None,
    }
}
