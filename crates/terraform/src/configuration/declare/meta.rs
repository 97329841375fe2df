//! Reads meta-arguments of resources and module calls, `count`, `for_each` and `depends_on`, and
//! the block `_`, whose content is never a meta-argument.

use super::super::declared::Repeat;
use crate::diagnostic::Diagnostic;
use crate::expr::{Base, Expr, Kind};
use crate::read::{Body, Item, Result};

/// Takes the block `_` out of a body: its arguments and blocks are the provider's or the module's,
/// even if they are named like meta-arguments.
pub fn escaped(body: &mut Body) -> Result<Vec<Item>> {
    let mut escaped = None;
    let mut items = Vec::new();
    for item in std::mem::take(&mut body.items) {
        match item {
            Item::Block(block) if &*block.kind == "_" => {
                if !block.labels.is_empty() || escaped.is_some() {
                    let detail = "A block has one block \"_\" at most, which has no label.";
                    return Err(Diagnostic::new(block.span, "Invalid escaping block", detail));
                }
                escaped = Some(block.body.items);
            }
            item => items.push(item),
        }
    }
    body.items = items;
    Ok(escaped.unwrap_or_default())
}

/// Adds what was escaped to the arguments and blocks that are no meta-arguments.
pub fn unescape(body: &mut Body, escaped: Vec<Item>) -> Result<()> {
    let mut arguments = escaped.iter().filter(|item| matches!(item, Item::Attribute(_)));
    match arguments.find(|argument| body.attribute(argument.name()).is_some()) {
        Some(again) => {
            let detail = format!("The argument \"{}\" was already set.", again.name());
            Err(Diagnostic::new(again.span(), "Duplicate argument", detail))
        }
        None => {
            body.items.extend(escaped);
            Ok(())
        }
    }
}

/// `count` or `for_each`.
pub fn repeat(body: &Body) -> Result<Repeat> {
    match (body.attribute("count"), body.attribute("for_each")) {
        (Some(_), Some(each)) => {
            let detail = "The \"count\" and \"for_each\" meta-arguments are mutually-exclusive, \
                          only one should be used.";
            // Merged from an override file, the count stays.
            match body.attribute("count").map(|count| count.span.file()) == Some(each.span.file()) {
                true => Err(Diagnostic::new(
                    each.span,
                    "Invalid combination of \"count\" and \"for_each\"",
                    detail,
                )),
                false => Ok(body
                    .attribute("count")
                    .map_or(Repeat::Once, |count| Repeat::Count(count.value.clone()))),
            }
        }
        (Some(count), None) => Ok(Repeat::Count(count.value.clone())),
        (None, Some(each)) => Ok(Repeat::ForEach(each.value.clone())),
        (None, None) => Ok(Repeat::Once),
    }
}

/// The elements of `depends_on`: names, which once were written in quotes.
pub fn depends_on(body: &Body) -> Result<Vec<Expr>> {
    let Some(attribute) = body.attribute("depends_on") else { return Ok(Vec::new()) };
    let problem = |span| {
        Diagnostic::new(
            span,
            "Invalid depends_on reference",
            "Only names of resources, modules and other objects of this module are allowed in \
             depends_on, in a list.",
        )
    };
    let Kind::List(items) = &attribute.value.kind else {
        return Err(problem(attribute.value.span));
    };
    let named = items.iter().map(|item| {
        let item = reference(item)?;
        match &item.kind {
            Kind::Path(path) if matches!(path.base, Base::Name(_)) => Ok(item),
            _ => Err(problem(item.span)),
        }
    });
    named.collect()
}

/// A name, which once was written in quotes.
fn reference(expr: &Expr) -> Result<Expr> {
    match &expr.kind {
        Kind::String(text) => {
            crate::read::native::expression(text, crate::read::native::Where::Within(expr.span))
        }
        _ => Ok(expr.clone()),
    }
}
