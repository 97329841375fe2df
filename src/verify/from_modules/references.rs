//! The references in an expression, as a plan lists them.

use hcl::expr::TemplateExpr;
use hcl::template::{Element, Template};
use hcl::{Expression, ObjectKey};

/// The references in an expression, in their order.
pub fn references(expression: &Expression) -> Vec<String> {
    let mut found = Vec::new();
    collect(expression, &mut found);
    found
}

fn collect(expression: &Expression, found: &mut Vec<String>) {
    match expression {
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
        Expression::TemplateExpr(template) => parts(template).iter().for_each(|part| collect(part, found)),
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

/// The expressions that a template has in it.
fn parts(template: &TemplateExpr) -> Vec<Expression> {
    let Ok(template) = Template::from_expr(template) else { return Vec::new() };
    let interpolated = template.elements().iter().filter_map(|element| match element {
        Element::Interpolation(interpolation) => Some(interpolation.expr.clone()),
        _ => None,
    });
    interpolated.collect()
}
