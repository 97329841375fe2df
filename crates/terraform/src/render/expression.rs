//! Expressions in native syntax, spaced as `terraform fmt` does it.

use std::fmt::Write;

use anyhow::{Context, Result, bail};
use hcl::expr::{ForExpr, Object, Operation, TemplateExpr, Traversal, TraversalOperator};
use hcl::template::{Element, Interpolation};
use hcl::{Expression, Identifier, ObjectKey, Template};

use super::escape;

/// Writes `expr` on one line.
///
/// # Errors
/// Names the template that does not parse.
pub(super) fn inline(out: &mut String, expr: &Expression) -> Result<()> {
    match expr {
        Expression::Null => out.push_str("null"),
        Expression::Bool(b) => out.push_str(if *b { "true" } else { "false" }),
        Expression::Number(number) => push(out, number),
        Expression::String(text) => quote(out, text),
        Expression::Array(items) => surrounded(out, "[", "]", |out| list(out, items))?,
        Expression::Object(object) => inline_object(out, object)?,
        Expression::TemplateExpr(source) => template(out, source)?,
        Expression::Variable(name) => out.push_str(name),
        Expression::Traversal(t) => traversal(out, t)?,
        Expression::FuncCall(call) => {
            push(out, &call.name);
            surrounded(out, "(", if call.expand_final { "...)" } else { ")" }, |out| {
                list(out, &call.args)
            })?;
        }
        Expression::Parenthesis(inner) => surrounded(out, "(", ")", |out| inline(out, inner))?,
        Expression::Conditional(c) => {
            operand(out, &c.cond_expr, 1)?;
            surrounded(out, " ? ", " : ", |out| inline(out, &c.true_expr))?;
            inline(out, &c.false_expr)?;
        }
        Expression::Operation(op) => operation(out, op)?,
        Expression::ForExpr(f) => for_expr(out, f)?,
        other => bail!("the expression `{other}` is of a kind unknown here"),
    }
    Ok(())
}

/// Writes `text` as a quoted string.
pub(super) fn quote(out: &mut String, text: &str) {
    out.push('"');
    escape::quoted(out, text);
    out.push('"');
}

pub(super) fn push(out: &mut String, text: impl std::fmt::Display) {
    write!(out, "{text}").expect("writing to a String does not fail");
}

pub(super) fn surrounded(
    out: &mut String,
    open: &str,
    close: &str,
    f: impl FnOnce(&mut String) -> Result<()>,
) -> Result<()> {
    out.push_str(open);
    f(out)?;
    out.push_str(close);
    Ok(())
}

pub(super) fn list(out: &mut String, items: &[Expression]) -> Result<()> {
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        inline(out, item)?;
    }
    Ok(())
}

fn inline_object(out: &mut String, object: &Object<ObjectKey, Expression>) -> Result<()> {
    if object.is_empty() {
        out.push_str("{}");
        return Ok(());
    }
    for (i, (key, value)) in object.iter().enumerate() {
        out.push_str(if i == 0 { "{ " } else { ", " });
        object_key(out, key)?;
        out.push_str(" = ");
        inline(out, value)?;
    }
    out.push_str(" }");
    Ok(())
}

/// A bare name is a key of that name; any other expression is computed only within parentheses.
pub(super) fn object_key(out: &mut String, key: &ObjectKey) -> Result<()> {
    match key {
        ObjectKey::Identifier(name) => out.push_str(name),
        ObjectKey::Expression(Expression::String(text)) if is_bare_key(text) => out.push_str(text),
        ObjectKey::Expression(
            expr @ (Expression::String(_)
            | Expression::TemplateExpr(_)
            | Expression::Parenthesis(_)),
        ) => inline(out, expr)?,
        ObjectKey::Expression(expr) => surrounded(out, "(", ")", |out| inline(out, expr))?,
        other => bail!("the key `{other}` is of a kind unknown here"),
    }
    Ok(())
}

fn is_bare_key(text: &str) -> bool {
    Identifier::new(text).is_ok() && !matches!(text, "for" | "null" | "true" | "false")
}

fn traversal(out: &mut String, traversal: &Traversal) -> Result<()> {
    operand(out, &traversal.expr, TERM)?;
    for operator in &traversal.operators {
        match operator {
            TraversalOperator::AttrSplat => out.push_str(".*"),
            TraversalOperator::FullSplat => out.push_str("[*]"),
            TraversalOperator::GetAttr(name) => {
                out.push('.');
                out.push_str(name);
            }
            TraversalOperator::LegacyIndex(index) => push(out, format_args!(".{index}")),
            TraversalOperator::Index(index) => surrounded(out, "[", "]", |out| inline(out, index))?,
        }
    }
    Ok(())
}

fn operation(out: &mut String, operation: &Operation) -> Result<()> {
    match operation {
        Operation::Unary(op) => {
            out.push_str(op.operator.as_str());
            operand(out, &op.expr, TERM)
        }
        Operation::Binary(op) => {
            let precedence = op.operator.precedence();
            operand(out, &op.lhs_expr, precedence)?;
            push(out, format_args!(" {} ", op.operator));
            operand(out, &op.rhs_expr, precedence + 1)
        }
    }
}

/// The precedence of a unary operation, above every binary one.
const UNARY: u8 = 7;
/// The precedence of what never needs parentheses.
const TERM: u8 = 8;

/// Writes `expr`, in parentheses where it binds less than `precedence`.
fn operand(out: &mut String, expr: &Expression, precedence: u8) -> Result<()> {
    let own = match expr {
        Expression::Conditional(_) => 0,
        Expression::Operation(op) => match op.as_ref() {
            Operation::Unary(_) => UNARY,
            Operation::Binary(op) => op.operator.precedence(),
        },
        Expression::Number(number) if number.as_f64().is_some_and(|n| n < 0.0) => UNARY,
        _ => TERM,
    };
    if own >= precedence {
        inline(out, expr)
    } else {
        surrounded(out, "(", ")", |out| inline(out, expr))
    }
}

fn for_expr(out: &mut String, f: &ForExpr) -> Result<()> {
    let (open, close) = if f.key_expr.is_some() { ("{ ", " }") } else { ("[", "]") };
    surrounded(out, open, close, |out| {
        out.push_str("for ");
        if let Some(key) = &f.key_var {
            push(out, format_args!("{key}, "));
        }
        push(out, format_args!("{} in ", f.value_var));
        inline(out, &f.collection_expr)?;
        out.push_str(" : ");
        if let Some(key) = &f.key_expr {
            inline(out, key)?;
            out.push_str(" => ");
        }
        inline(out, &f.value_expr)?;
        if f.grouping {
            out.push_str("...");
        }
        if let Some(condition) = &f.cond_expr {
            out.push_str(" if ");
            inline(out, condition)?;
        }
        Ok(())
    })
}

pub(super) fn template(out: &mut String, source: &TemplateExpr) -> Result<()> {
    match source {
        TemplateExpr::QuotedString(plain) if escape::is_plain(plain) => {
            surrounded(out, "\"", "\"", |out| {
                out.push_str(plain);
                Ok(())
            })
        }
        source => surrounded(out, "\"", "\"", |out| {
            parse(source)?.elements().iter().try_for_each(|e| element(out, e))
        }),
    }
}

fn element(out: &mut String, element: &Element) -> Result<()> {
    match element {
        Element::Literal(text) => escape::quoted(out, text),
        Element::Interpolation(Interpolation { expr, strip }) => {
            let open = if strip.strip_start() { "${~" } else { "${" };
            let close = if strip.strip_end() { "~}" } else { "}" };
            surrounded(out, open, close, |out| inline(out, expr))?;
        }
        Element::Directive(_) => bail!("template directives are not supported"),
    }
    Ok(())
}

pub(super) fn parse(template: &TemplateExpr) -> Result<Template> {
    Template::from_expr(template).with_context(|| format!("`{template}` is not a template"))
}
