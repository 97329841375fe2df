//! Refuses what the two syntaxes cannot both say, or what Terraform would read otherwise than it was meant.

use std::collections::HashSet;

use anyhow::{Context, Result, bail, ensure};
use hcl::expr::{Operation, TemplateExpr, TraversalOperator};
use hcl::template::Element;
use hcl::{Attribute, Block, BlockLabel, Body, Expression, ObjectKey, Template};

use super::{escape, verbatim::is_verbatim};

/// # Errors
/// Names the block, the argument and the reason.
pub(super) fn check(body: &Body) -> Result<()> {
    labelled_once(body)?;
    structures(body, &[])
}

/// The names of one block or object so far. There are few: hashing would cost more than looking through them.
#[derive(Default)]
struct Seen<'a>(Vec<&'a str>);

impl<'a> Seen<'a> {
    fn insert(&mut self, name: &'a str) -> bool {
        let is_new = !self.contains(name);
        self.0.push(name);
        is_new
    }

    fn contains(&self, name: &str) -> bool {
        self.0.contains(&name)
    }
}

/// Terraform takes a second `provider "aws"` for an alias; of anything else there is one per address.
fn labelled_once(body: &Body) -> Result<()> {
    let mut seen = HashSet::new();
    for block in body.blocks().filter(|b| !b.labels.is_empty() && b.identifier() != "provider") {
        ensure!(seen.insert(address(block)), "{} is declared twice", address(block));
    }
    Ok(())
}

/// `blocks` are the types of the enclosing blocks, outermost first.
fn structures(body: &Body, blocks: &[&str]) -> Result<()> {
    let mut arguments = Seen::default();
    for Attribute { key, expr } in body.attributes() {
        ensure!(arguments.insert(key.as_str()), "the argument `{key}` is set twice");
        argument(expr, is_verbatim(blocks, key)).with_context(|| format!("in the argument `{key}`"))?;
    }
    let mut labels: Vec<(&str, usize)> = Vec::new();
    for block in body.blocks() {
        let name = block.identifier();
        ensure!(!arguments.contains(name), "`{name}` is both an argument and a block");
        match labels.iter().find(|(other, _)| *other == name) {
            Some((_, expected)) => {
                ensure!(block.labels.len() == *expected, "`{name}` blocks differ in their number of labels")
            }
            None => labels.push((name, block.labels.len())),
        }
        let escaped = block.labels.iter().map(BlockLabel::as_str).find(|label| !escape::is_text(label));
        ensure!(escaped.is_none(), "the label `{}` of a `{name}` block is not a name", escaped.unwrap_or_default());
        ensure!(name != "provisioner", "provisioners are not supported: their order matters");
        structures(block.body(), &[blocks, &[name]].concat()).with_context(|| format!("in {}", address(block)))?;
    }
    Ok(())
}

fn argument(expr: &Expression, verbatim: bool) -> Result<()> {
    match expr {
        Expression::TemplateExpr(t) if verbatim => bail!("Terraform takes `{t}` as it is here, without interpolation"),
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
            keys_once(object.keys())?;
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
        Expression::Conditional(c) => [&c.cond_expr, &c.true_expr, &c.false_expr].into_iter().try_for_each(expression),
        Expression::Operation(operation) => match operation.as_ref() {
            Operation::Unary(op) => expression(&op.expr),
            Operation::Binary(op) => [&op.lhs_expr, &op.rhs_expr].into_iter().try_for_each(expression),
        },
        Expression::ForExpr(f) => {
            let parts = [Some(&f.collection_expr), f.key_expr.as_ref(), Some(&f.value_expr), f.cond_expr.as_ref()];
            parts.into_iter().flatten().try_for_each(expression)
        }
        _ => Ok(()),
    }
}

fn keys_once<'a>(keys: impl Iterator<Item = &'a ObjectKey>) -> Result<()> {
    let mut seen = Seen::default();
    for key in keys {
        let name = match key {
            ObjectKey::Identifier(name) => name.as_str(),
            ObjectKey::Expression(Expression::String(name)) => name,
            ObjectKey::Expression(computed) => {
                expression(computed)?;
                continue;
            }
            _ => continue,
        };
        ensure!(seen.insert(name), "the key `{name}` is set twice");
    }
    Ok(())
}

fn template_expr(template: &TemplateExpr) -> Result<()> {
    let TemplateExpr::QuotedString(source) = template else {
        bail!("heredocs are not supported: use a quoted template, it may hold newlines");
    };
    if escape::is_plain(source) {
        return Ok(());
    }
    let parsed = Template::from_expr(template).with_context(|| format!("`{source}` is not a template"))?;
    // hcl-rs keeps the backslash escapes inside a directive and decodes those outside.
    let directive = parsed.elements().iter().any(|element| matches!(element, Element::Directive(_)));
    ensure!(!directive, "template directives are not supported: use a conditional in `{source}`");
    Ok(())
}
