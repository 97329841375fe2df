//! Refuses what only one of the two syntaxes can express, and what Terraform would read differently
//! than meant.

use std::collections::HashSet;

use anyhow::{Context, Result, bail, ensure};
use hcl::expr::{Object, Operation, TemplateExpr, TraversalOperator};
use hcl::template::Element;
use hcl::{Attribute, Block, BlockLabel, Body, Expression, ObjectKey, Template};

use super::{escape, verbatim::is_verbatim};
use crate::tf::attr::key_name;

/// # Errors
/// Names the block, the argument and the reason.
pub(super) fn check(body: &Body) -> Result<()> {
    labelled_once(body)?;
    structures(body, &mut Vec::new())
}

/// Terraform takes a second `provider "aws"` for an alias; of anything else there is one per
/// address.
fn labelled_once(body: &Body) -> Result<()> {
    let mut seen = HashSet::new();
    for block in body.blocks().filter(|b| !b.labels.is_empty() && b.identifier() != "provider") {
        ensure!(seen.insert(address(block)), "{} is declared twice", address(block));
    }
    Ok(())
}

/// `blocks` are the types of the enclosing blocks, outermost first. Names are looked for in what is
/// before: a block has few, and hashing would cost more.
fn structures<'a>(body: &'a Body, blocks: &mut Vec<&'a str>) -> Result<()> {
    for (place, Attribute { key, expr }) in body.attributes().enumerate() {
        ensure!(
            body.attributes().take(place).all(|before| before.key != *key),
            "the argument `{key}` is set twice"
        );
        argument(expr, is_verbatim(blocks, key))
            .with_context(|| format!("in the argument `{key}`"))?;
    }
    for block in body.blocks() {
        let name = block.identifier();
        ensure!(
            body.attributes().all(|argument| argument.key() != name),
            "`{name}` is both an argument and a block"
        );
        let first = body.blocks().find(|other| other.identifier() == name).unwrap_or(block);
        ensure!(
            block.labels.len() == first.labels.len(),
            "`{name}` blocks differ in their number of labels"
        );
        let escaped =
            block.labels.iter().map(BlockLabel::as_str).find(|label| !escape::is_text(label));
        ensure!(
            escaped.is_none(),
            "the label `{}` of a `{name}` block is not a name",
            escaped.unwrap_or_default()
        );
        ensure!(name != "provisioner", "provisioners are not supported: their order matters");
        blocks.push(name);
        structures(block.body(), blocks).with_context(|| format!("in {}", address(block)))?;
        blocks.pop();
    }
    Ok(())
}

fn argument(expr: &Expression, verbatim: bool) -> Result<()> {
    match expr {
        Expression::TemplateExpr(t) if verbatim => {
            bail!("Terraform takes `{t}` as it is here, without interpolation")
        }
        expr => expression(expr),
    }
}

fn address(block: &Block) -> String {
    let labels = block.labels.iter().map(BlockLabel::as_str);
    std::iter::once(block.identifier()).chain(labels).collect::<Vec<_>>().join(".")
}

fn expression(expr: &Expression) -> Result<()> {
    match expr {
        Expression::TemplateExpr(template) => template_expr(template),
        Expression::Array(items) => items.iter().try_for_each(expression),
        Expression::Object(object) => {
            keys_once(object)?;
            object.values().try_for_each(expression)
        }
        Expression::Traversal(t) => {
            expression(&t.expr)?;
            t.operators.iter().try_for_each(|operator| match operator {
                TraversalOperator::Index(index) => expression(index),
                _ => Ok(()),
            })
        }
        Expression::FuncCall(call) => call.args.iter().try_for_each(expression),
        Expression::Parenthesis(inner) => expression(inner),
        Expression::Conditional(c) => {
            [&c.cond_expr, &c.true_expr, &c.false_expr].into_iter().try_for_each(expression)
        }
        Expression::Operation(operation) => match operation.as_ref() {
            Operation::Unary(op) => expression(&op.expr),
            Operation::Binary(op) => {
                [&op.lhs_expr, &op.rhs_expr].into_iter().try_for_each(expression)
            }
        },
        Expression::ForExpr(f) => {
            let parts = [
                Some(&f.collection_expr),
                f.key_expr.as_ref(),
                Some(&f.value_expr),
                f.cond_expr.as_ref(),
            ];
            parts.into_iter().flatten().try_for_each(expression)
        }
        _ => Ok(()),
    }
}

fn keys_once(object: &Object<ObjectKey, Expression>) -> Result<()> {
    for (place, key) in object.keys().enumerate() {
        match key_name(key) {
            Some(name) => {
                let is_new = object.keys().take(place).all(|before| key_name(before) != Some(name));
                ensure!(is_new, "the key `{name}` is set twice");
            }
            None => computed(key)?,
        }
    }
    Ok(())
}

fn computed(key: &ObjectKey) -> Result<()> {
    match key {
        ObjectKey::Expression(key) => expression(key),
        _ => Ok(()),
    }
}

fn template_expr(template: &TemplateExpr) -> Result<()> {
    let TemplateExpr::QuotedString(source) = template else {
        bail!("heredocs are not supported: use a quoted template, it may hold newlines");
    };
    if escape::is_plain(source) {
        return Ok(());
    }
    let parsed =
        Template::from_expr(template).with_context(|| format!("`{source}` is not a template"))?;
    // hcl-rs keeps the backslash escapes inside a directive and decodes those outside.
    let directive =
        parsed.elements().iter().any(|element| matches!(element, Element::Directive(_)));
    ensure!(!directive, "template directives are not supported: use a conditional in `{source}`");
    Ok(())
}
