//! The references in an expression, as a plan lists them.

use hcl::Expression;
use hcl::expr::{Traversal, TraversalOperator};

use super::template::{Part, parts};
use crate::verify::expression;

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
        Expression::TemplateExpr(template) => parts(template).into_iter().flatten().for_each(|part| match part {
            Part::Literal(_) => {}
            Part::Path(path) => found.push(path.to_owned()),
            Part::Expression(expression) => collect(&expression, found),
        }),
        Expression::ForExpr(each) => {
            [&each.collection_expr, &each.value_expr].iter().for_each(|part| collect(part, found));
        }
        other => expression::parts(other).into_iter().for_each(|part| collect(part, found)),
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
