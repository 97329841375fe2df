//! Which resources an expression names directly, not by way of a variable, a local value or a module.

use std::collections::BTreeSet;

use hcl::expr::{Operation, TraversalOperator};
use hcl::template::{Element, Interpolation};
use hcl::{Expression, Template};

/// What is no resource type.
const OTHERS: [&str; 9] = ["count", "data", "each", "local", "module", "path", "self", "terraform", "var"];

/// Adds the addresses within their module, `aws_vpc.main`.
pub(super) fn collect(expression: &Expression, names: &mut BTreeSet<String>) {
    let mut each = |inner: &Expression| collect(inner, names);
    match expression {
        Expression::Array(items) => items.iter().for_each(each),
        Expression::Object(entries) => entries.values().for_each(each),
        Expression::FuncCall(call) => call.args.iter().for_each(each),
        Expression::Parenthesis(inner) => each(inner),
        Expression::Conditional(c) => [&c.cond_expr, &c.true_expr, &c.false_expr].into_iter().for_each(each),
        Expression::Operation(operation) => match operation.as_ref() {
            Operation::Unary(op) => each(&op.expr),
            Operation::Binary(op) => [&op.lhs_expr, &op.rhs_expr].into_iter().for_each(each),
        },
        Expression::ForExpr(f) => [&f.collection_expr, &f.value_expr].into_iter().for_each(each),
        Expression::TemplateExpr(template) => {
            for element in Template::from_expr(template).iter().flat_map(|template| template.elements()) {
                if let Element::Interpolation(Interpolation { expr, .. }) = element {
                    each(expr);
                }
            }
        }
        Expression::Traversal(traversal) => match (&traversal.expr, traversal.operators.first()) {
            (Expression::Variable(kind), Some(TraversalOperator::GetAttr(label)))
                if !OTHERS.contains(&kind.as_str()) =>
            {
                names.insert(format!("{}.{label}", kind.as_str()));
            }
            (start, _) => each(start),
        },
        _ => {}
    }
}
