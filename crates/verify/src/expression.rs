//! What stands directly within an expression of the configuration.

use hcl::expr::Operation;
use hcl::{Expression, ObjectKey};

/// Hands over the expressions that an expression is made of, in their order. Those in the text of a template and in the indexes of a
/// path are not among them, nor is anything of a `for`, whose parts are not all of one kind.
pub fn for_each_part<'e>(expression: &'e Expression, part: impl FnMut(&'e Expression)) {
    match expression {
        Expression::Array(items) => items.iter().for_each(part),
        Expression::Object(object) => {
            object.iter().flat_map(|(key, value)| computed(key).into_iter().chain([value])).for_each(part);
        }
        Expression::Parenthesis(inner) => [&**inner].into_iter().for_each(part),
        Expression::FuncCall(call) => call.args.iter().for_each(part),
        Expression::Conditional(choice) => {
            [&choice.cond_expr, &choice.true_expr, &choice.false_expr].into_iter().for_each(part);
        }
        Expression::Operation(operation) => match operation.as_ref() {
            Operation::Unary(unary) => [&unary.expr].into_iter().for_each(part),
            Operation::Binary(binary) => [&binary.lhs_expr, &binary.rhs_expr].into_iter().for_each(part),
        },
        _ => {}
    }
}

fn computed(key: &ObjectKey) -> Option<&Expression> {
    match key {
        ObjectKey::Expression(key) => Some(key),
        _ => None,
    }
}
