//! What an expression needs for its evaluation.

use hcl::Expression;
use hcl::expr::{Traversal, TraversalOperator};

use crate::expression::for_each_part;

/// Something outside of an expression.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Need {
    /// A variable.
    Variable(String),
    /// A local value.
    Local(String),
    /// An output of a called module; without a name, all of them.
    Output(String, Option<String>),
    /// The instances of a block: `aws_subnet.app` or `data.aws_vpc.main`.
    Block(String),
}

/// What an expression needs, in its order.
pub fn needs(expression: &Expression) -> Vec<Need> {
    let mut found = Vec::new();
    collect(expression, &mut found);
    found
}

fn collect(expression: &Expression, found: &mut Vec<Need>) {
    match expression {
        Expression::Traversal(traversal) => in_traversal(traversal, found),
        Expression::ForExpr(each) => {
            let always = [&each.collection_expr, &each.value_expr];
            always.into_iter().chain(&each.key_expr).chain(&each.cond_expr).for_each(|part| collect(part, found));
        }
        other => for_each_part(other, |part| collect(part, found)),
    }
}

fn in_traversal(traversal: &Traversal, found: &mut Vec<Need>) {
    match &traversal.expr {
        Expression::Variable(root) => found.extend(need(root.as_str(), &traversal.operators)),
        other => collect(other, found),
    }
    for operator in &traversal.operators {
        if let TraversalOperator::Index(index) = operator {
            collect(index, found);
        }
    }
}

fn need(root: &str, operators: &[TraversalOperator]) -> Option<Need> {
    let mut names = operators.iter().map(|operator| match operator {
        TraversalOperator::GetAttr(name) => Some(name.as_str().to_owned()),
        _ => None,
    });
    let first = names.next()??;
    match root {
        "var" => Some(Need::Variable(first)),
        "local" => Some(Need::Local(first)),
        // After an index or a splat, the first name is an output's; `module.a[*]` and the like are all of them.
        "module" => Some(Need::Output(first, names.flatten().next())),
        "data" => Some(Need::Block(format!("data.{first}.{}", names.next()??))),
        "each" | "count" | "path" | "terraform" | "self" => None,
        kind => Some(Need::Block(format!("{kind}.{first}"))),
    }
}
