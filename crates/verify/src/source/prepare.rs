//! Prepares written expressions for their evaluation.
//!
//! Where an operation looks into values, and where the order of a map counts, a function of ours takes its place: it knows values
//! that are known after the apply from others, and no number makes it panic.

use hcl::expr::{BinaryOperator, Conditional, ForExpr, FuncCall, Operation, Traversal, TraversalOperator, UnaryOp};
use hcl::template::{Element, Template};
use hcl::{Expression, ObjectKey};

/// An expression without operations on values and without templates: functions take their place.
pub fn prepared(expression: &Expression) -> Expression {
    match expression {
        Expression::Array(items) => Expression::Array(items.iter().map(prepared).collect()),
        Expression::Object(object) => {
            Expression::Object(object.iter().map(|(key, value)| (in_key(key), prepared(value))).collect())
        }
        Expression::TemplateExpr(written) => match Template::from_expr(written) {
            Ok(template) => in_template(&template),
            Err(_) => call("template", Vec::new()),
        },
        Expression::Traversal(traversal) => in_traversal(traversal).into(),
        Expression::FuncCall(function) => FuncCall {
            name: function.name.clone(),
            args: function.args.iter().map(prepared).collect(),
            expand_final: function.expand_final,
        }
        .into(),
        Expression::Parenthesis(inner) => Expression::Parenthesis(Box::new(prepared(inner))),
        Expression::Conditional(choice) => {
            Conditional::new(prepared(&choice.cond_expr), prepared(&choice.true_expr), prepared(&choice.false_expr))
                .into()
        }
        Expression::Operation(operation) => in_operation(operation),
        Expression::ForExpr(each) => in_for(each).into(),
        other => other.clone(),
    }
}

/// The text of Terraform's JSON syntax: a template.
pub fn template(text: &str) -> Expression {
    match text.parse::<Template>() {
        Ok(template) => in_template(&template),
        Err(_) => call("template", Vec::new()),
    }
}

/// A call to a function of ours, with a name that Terraform has not.
fn call(name: &str, args: Vec<Expression>) -> Expression {
    let name = hcl::expr::FuncName::new(format!("paytf_{name}").as_str());
    FuncCall { name, args, expand_final: false }.into()
}

fn in_key(key: &ObjectKey) -> ObjectKey {
    match key {
        ObjectKey::Expression(key) => ObjectKey::Expression(prepared(key)),
        other => other.clone(),
    }
}

fn in_template(template: &Template) -> Expression {
    let mut parts: Vec<_> = template.elements().iter().map(in_element).collect();
    match (template.elements(), parts.len()) {
        (_, 0) => Expression::String(String::new()),
        ([Element::Literal(_) | Element::Interpolation(_)], _) => parts.remove(0),
        _ => call("text", parts),
    }
}

fn in_element(element: &Element) -> Expression {
    match element {
        Element::Literal(text) => Expression::String(text.clone()),
        Element::Interpolation(interpolation) => prepared(&interpolation.expr),
        // `%{ if … }` chooses, and no resource is named by such a text.
        Element::Directive(_) => call("template", Vec::new()),
    }
}

fn in_traversal(traversal: &Traversal) -> Traversal {
    let operator = |operator: &TraversalOperator| match operator {
        TraversalOperator::Index(index) => TraversalOperator::Index(prepared(index)),
        other => other.clone(),
    };
    Traversal { expr: prepared(&traversal.expr), operators: traversal.operators.iter().map(operator).collect() }
}

fn in_operation(operation: &Operation) -> Expression {
    let binary = match operation {
        Operation::Unary(unary) if unary.operator == hcl::expr::UnaryOperator::Neg => {
            return call("minus", vec![Expression::from(0), prepared(&unary.expr)]);
        }
        Operation::Unary(unary) => return Operation::from(UnaryOp::new(unary.operator, prepared(&unary.expr))).into(),
        Operation::Binary(binary) => binary,
    };
    let sides = vec![prepared(&binary.lhs_expr), prepared(&binary.rhs_expr)];
    let name = match binary.operator {
        BinaryOperator::Eq => "equal",
        BinaryOperator::NotEq => "differ",
        BinaryOperator::LessEq => "at_most",
        BinaryOperator::GreaterEq => "at_least",
        BinaryOperator::Less => "less",
        BinaryOperator::Greater => "more",
        BinaryOperator::Plus => "plus",
        BinaryOperator::Minus => "minus",
        BinaryOperator::Mul => "times",
        BinaryOperator::Div => "divided",
        BinaryOperator::Mod => "remainder",
        BinaryOperator::And => "and",
        BinaryOperator::Or => "or",
    };
    call(name, sides)
}

/// A map is gone through in the order of its keys.
fn in_for(each: &ForExpr) -> ForExpr {
    ForExpr {
        collection_expr: call("ordered", vec![prepared(&each.collection_expr)]),
        key_expr: each.key_expr.as_ref().map(prepared),
        value_expr: prepared(&each.value_expr),
        cond_expr: each.cond_expr.as_ref().map(prepared),
        ..each.clone()
    }
}
