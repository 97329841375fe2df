//! Declares a resource or a data source.

use super::checked_conditions;
use super::meta::{depends_on, escaped, repeat, unescape};
use super::provider::provider_name;
use crate::configuration::declared::{Mode, Resource, ResourceName};
use crate::configuration::{builtin, lifecycle};
use crate::diagnostic::Diagnostic;
use crate::read::{Block, Body, Item, Result};

pub(super) fn resource(block: Block) -> Result<Resource> {
    let mode = match &*block.kind {
        "resource" => Mode::Managed,
        "data" => Mode::Data,
        _ => Mode::Ephemeral,
    };
    let mut labels = block.labels.into_iter().map(|label| label.name);
    let name = ResourceName {
        mode,
        kind: labels.next().unwrap_or_default(),
        name: labels.next().unwrap_or_default(),
    };
    let mut body = block.body;
    let escaped = escaped(&mut body)?;
    let lifecycle: Vec<&Block> = body.blocks_of("lifecycle").collect();
    if let [_, second, ..] = &*lifecycle {
        return Err(Diagnostic::new(
            second.span,
            "Duplicate lifecycle block",
            "A resource has one lifecycle block at most.",
        ));
    }
    let lifecycle = lifecycle.first().map(|block| block.body.clone()).unwrap_or_default();
    lifecycle::check(&lifecycle)?;
    body.blocks().try_for_each(lifecycle::check_provisioner)?;
    let provisioners = body
        .blocks()
        .filter(|block| matches!(&*block.kind, "connection" | "provisioner"))
        .map(|block| block.body.clone())
        .map(|mut body| {
            // `when` and `on_failure` are words, not names of something.
            body.items.retain(|item| !matches!(&**item.name(), "when" | "on_failure"));
            body
        });
    let mut resource = Resource {
        repeat: repeat(&body)?,
        provider: body
            .attribute("provider")
            .map(|provider| provider_name(&provider.value))
            .transpose()?,
        depends_on: depends_on(&body)?,
        preconditions: checked_conditions(&lifecycle, "precondition")?,
        postconditions: checked_conditions(&lifecycle, "postcondition")?,
        lifecycle: lifecycle.attributes().cloned().collect(),
        provisioners: provisioners.collect(),
        body: provider_body(body)?,
        name,
        span: block.span,
    };
    unescape(&mut resource.body, escaped)?;
    lifecycle::check_ignored(&resource.name, &lifecycle)?;
    builtin::check(&resource.name, &resource.body, resource.span)?;
    Ok(resource)
}

/// The arguments and blocks without Terraform's own.
fn provider_body(body: Body) -> Result<Body> {
    let mut items = Vec::new();
    for item in body.items {
        match (&item, &**item.name()) {
            (Item::Attribute(_), "count" | "for_each" | "provider" | "depends_on") => {}
            (Item::Block(_), "lifecycle" | "connection" | "provisioner") => {}
            (Item::Attribute(argument), "lifecycle" | "connection" | "provisioner" | "dynamic") => {
                let detail =
                    format!("\"{}\" is a block: write it without an equals sign.", argument.name);
                return Err(Diagnostic::new(argument.span, "Unsupported argument", detail));
            }
            (Item::Block(block), "count" | "for_each" | "provider" | "depends_on") => {
                let detail =
                    format!("\"{}\" is an argument: write it with an equals sign.", block.kind);
                return Err(Diagnostic::new(block.span, "Unsupported block type", detail));
            }
            _ => items.push(item),
        }
    }
    Ok(Body { items })
}
