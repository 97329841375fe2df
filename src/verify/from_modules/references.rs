//! The references in an expression, as a plan lists them.

use hcl::expr::{Traversal, TraversalOperator};
use hcl::{Expression, ObjectKey};

use super::template::{Part, parts};

/// The references in an expression, in their order.
pub fn references(expression: &Expression) -> Vec<String> {
    let mut found = Vec::new();
    collect(expression, &mut found);
    found
}

fn collect(expression: &Expression, found: &mut Vec<String>) {
    match expression {
        Expression::Traversal(path) if is_path(path) => found.push(written(path)),
        Expression::Traversal(_) | Expression::Variable(_) => found.extend(hcl::format::to_string(expression).ok()),
        Expression::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Expression::Object(object) => object.iter().for_each(|(key, value)| {
            if let ObjectKey::Expression(key) = key {
                collect(key, found);
            }
            collect(value, found);
        }),
        Expression::Parenthesis(inner) => collect(inner, found),
        Expression::FuncCall(call) => call.args.iter().for_each(|argument| collect(argument, found)),
        Expression::TemplateExpr(template) => parts(template).into_iter().flatten().for_each(|part| match part {
            Part::Literal(_) => {}
            Part::Path(path) => found.push(path.to_owned()),
            Part::Expression(expression) => collect(&expression, found),
        }),
        Expression::Conditional(choice) => {
            [&choice.cond_expr, &choice.true_expr, &choice.false_expr].iter().for_each(|part| collect(part, found));
        }
        Expression::Operation(operation) => match operation.as_ref() {
            hcl::expr::Operation::Unary(unary) => collect(&unary.expr, found),
            hcl::expr::Operation::Binary(binary) => {
                [&binary.lhs_expr, &binary.rhs_expr].iter().for_each(|part| collect(part, found));
            }
        },
        Expression::ForExpr(each) => {
            [&each.collection_expr, &each.value_expr].iter().for_each(|part| collect(part, found));
        }
        _ => {}
    }
}

/// Whether a path is names and numbers only, which need no formatter.
fn is_path(path: &Traversal) -> bool {
    let is_simple = |step: &TraversalOperator| {
        matches!(step, TraversalOperator::GetAttr(_) | TraversalOperator::Index(Expression::Number(_)))
    };
    matches!(path.expr, Expression::Variable(_)) && path.operators.iter().all(is_simple)
}

fn written(path: &Traversal) -> String {
    let mut text = String::new();
    if let Expression::Variable(root) = &path.expr {
        text.push_str(root.as_str());
    }
    for step in &path.operators {
        match step {
            TraversalOperator::GetAttr(name) => text.extend([".", name.as_str()]),
            TraversalOperator::Index(index) => text.push_str(&format!("[{index}]")),
            _ => {}
        }
    }
    text
}
