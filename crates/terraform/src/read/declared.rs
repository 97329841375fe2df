//! Converts what [`crate::tf`] declares into the form that the readers produce, so that it is
//! evaluated without being written to files first.

use hcl::expr::{
    BinaryOperator, ObjectKey, Operation, TemplateExpr, TraversalOperator, UnaryOperator,
};
use hcl::structure::Structure;
use hcl::{Expression, Identifier};

use super::native::{Where, template};
use super::{Attribute, Block, Body, Item, Label, Result};
use crate::diagnostic::Diagnostic;
use crate::expr::{
    Base, Binary, Call, Expr, For, If, Key, Kind, Operator, Path, Splat, Step, Unary,
};
use crate::number::Number;
use crate::source::Span;

/// The content of a file that is declared.
///
/// # Errors
/// A template that is none.
pub fn body(body: &hcl::Body) -> Result<Body> {
    let items = body.0.iter().map(|structure| {
        Ok(match structure {
            Structure::Attribute(attribute) => Item::Attribute(Attribute {
                name: attribute.key().into(),
                value: expr(attribute.expr())?,
                span: Span::NONE,
            }),
            Structure::Block(block) => Item::Block(Block {
                kind: block.identifier().into(),
                labels: block
                    .labels()
                    .iter()
                    .map(|label| Label { name: label.as_str().into(), span: Span::NONE })
                    .collect(),
                body: self::body(block.body())?,
                span: Span::NONE,
            }),
        })
    });
    Ok(Body { items: items.collect::<Result<_>>()? })
}

/// An expression that is declared.
///
/// # Errors
/// A template that is none.
pub fn expr(expression: &Expression) -> Result<Expr> {
    let kind = match expression {
        Expression::Null => Kind::Null,
        Expression::Bool(value) => Kind::Bool(*value),
        Expression::Number(number) => Kind::Number(parsed(&number.to_string())?),
        Expression::String(text) => Kind::String(crate::value::normalized(text)),
        Expression::Array(items) => Kind::List(items.iter().map(expr).collect::<Result<_>>()?),
        Expression::Object(object) => Kind::Map(
            object
                .iter()
                .map(|(key, value)| Ok((self::key(key)?, expr(value)?)))
                .collect::<Result<_>>()?,
        ),
        Expression::TemplateExpr(text) => {
            return match text.as_ref() {
                TemplateExpr::QuotedString(text) => template(text, Where::Within(Span::NONE)),
                TemplateExpr::Heredoc(heredoc) => {
                    template(&heredoc.template, Where::Within(Span::NONE))
                }
            };
        }
        Expression::Variable(name) => {
            Kind::Path(Path { base: Base::Name(name.as_str().into()), steps: Vec::new() })
        }
        Expression::Traversal(path) => {
            let base = match &path.expr {
                Expression::Variable(name) => Base::Name(name.as_str().into()),
                other => Base::Expr(Box::new(expr(other)?)),
            };
            Kind::Path(Path { base, steps: steps(&path.operators)? })
        }
        Expression::FuncCall(call) => {
            let names = call.name.namespace.iter().chain([&call.name.name]).map(Identifier::as_str);
            let arguments = call.args.iter().map(expr).collect::<Result<_>>()?;
            Kind::Call(Call {
                name: names.collect::<Vec<_>>().join("::").into(),
                arguments,
                expand: call.expand_final,
            })
        }
        Expression::Parenthesis(inner) => Kind::Parentheses(Box::new(expr(inner)?)),
        Expression::Conditional(choice) => Kind::If(Box::new(If {
            condition: expr(&choice.cond_expr)?,
            then: expr(&choice.true_expr)?,
            otherwise: expr(&choice.false_expr)?,
        })),
        Expression::Operation(operation) => match operation.as_ref() {
            Operation::Unary(unary) => {
                let operator =
                    if unary.operator == UnaryOperator::Neg { Unary::Negate } else { Unary::Not };
                Kind::Unary(operator, Box::new(expr(&unary.expr)?))
            }
            Operation::Binary(binary) => Kind::Binary(Box::new(Binary {
                operator: operator(binary.operator),
                left: expr(&binary.lhs_expr)?,
                right: expr(&binary.rhs_expr)?,
            })),
        },
        Expression::ForExpr(walk) => Kind::For(Box::new(For {
            key: walk.key_var.as_ref().map(|name| name.as_str().into()),
            value: walk.value_var.as_str().into(),
            collection: expr(&walk.collection_expr)?,
            result_key: walk.key_expr.as_ref().map(expr).transpose()?,
            result: expr(&walk.value_expr)?,
            group: walk.grouping,
            condition: walk.cond_expr.as_ref().map(expr).transpose()?,
        })),
        other => {
            let detail = format!("The expression {other} is of a kind that is not declared.");
            return Err(Diagnostic::new(Span::NONE, "Invalid expression", detail));
        }
    };
    Ok(kind.into())
}

fn parsed(text: &str) -> Result<Number> {
    Number::parse(text).map_err(|problem| {
        Diagnostic::new(Span::NONE, "Invalid number", format!("{text}: {problem}."))
    })
}

fn key(key: &ObjectKey) -> Result<Key> {
    Ok(match key {
        ObjectKey::Identifier(name) => Key::Name(name.as_str().into()),
        ObjectKey::Expression(Expression::String(name)) => {
            Key::Name(crate::value::normalized(name))
        }
        ObjectKey::Expression(other) => Key::Expr(expr(other)?),
        other => {
            let detail = format!("The key {other} is of a kind that is not declared.");
            return Err(Diagnostic::new(Span::NONE, "Invalid expression", detail));
        }
    })
}

fn steps(operators: &[TraversalOperator]) -> Result<Vec<Step>> {
    let mut steps = Vec::new();
    let mut rest = operators.iter();
    while let Some(operator) = rest.next() {
        steps.push(match operator {
            TraversalOperator::GetAttr(name) => Step::Attribute(name.as_str().into()),
            TraversalOperator::Index(index) => Step::Index(expr(index)?),
            TraversalOperator::LegacyIndex(index) => {
                Step::Index(Kind::Number(parsed(&index.to_string())?).into())
            }
            TraversalOperator::FullSplat => {
                let each = self::steps(rest.as_slice())?;
                rest = [].iter();
                Step::Splat(Splat { each, attributes_only: false })
            }
            TraversalOperator::AttrSplat => {
                let attribute = |operator: &&TraversalOperator| {
                    matches!(
                        operator,
                        TraversalOperator::GetAttr(_) | TraversalOperator::LegacyIndex(_)
                    )
                };
                let length = rest.clone().take_while(attribute).count();
                let (each, after) = rest.as_slice().split_at(length);
                rest = after.iter();
                Step::Splat(Splat { each: self::steps(each)?, attributes_only: true })
            }
        });
    }
    Ok(steps)
}

fn operator(operator: BinaryOperator) -> Operator {
    match operator {
        BinaryOperator::Eq => Operator::Equal,
        BinaryOperator::NotEq => Operator::NotEqual,
        BinaryOperator::LessEq => Operator::LessOrEqual,
        BinaryOperator::GreaterEq => Operator::GreaterOrEqual,
        BinaryOperator::Less => Operator::Less,
        BinaryOperator::Greater => Operator::Greater,
        BinaryOperator::Plus => Operator::Add,
        BinaryOperator::Minus => Operator::Subtract,
        BinaryOperator::Mul => Operator::Multiply,
        BinaryOperator::Div => Operator::Divide,
        BinaryOperator::Mod => Operator::Modulo,
        BinaryOperator::And => Operator::And,
        BinaryOperator::Or => Operator::Or,
    }
}

/// The blocks of files that are declared.
///
/// # Errors
/// As [`body`].
pub fn blocks<'a>(files: impl IntoIterator<Item = &'a hcl::Body>) -> Result<Vec<Block>> {
    let mut blocks = Vec::new();
    for file in files {
        blocks.extend(body(file)?.items.into_iter().filter_map(|item| match item {
            Item::Block(block) => Some(block),
            Item::Attribute(_) => None,
        }));
    }
    Ok(blocks)
}
