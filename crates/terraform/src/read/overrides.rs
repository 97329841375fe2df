//! [Override files](https://developer.hashicorp.com/terraform/language/files/override): their
//! blocks are merged into those of the same name.

use super::{Attribute, Block, Item, Result};
use crate::diagnostic::Diagnostic;
use crate::expr::{Expr, Key, Kind};

/// Merges a block of an override file into the block of the same kind and name.
///
/// # Errors
/// There is none.
pub(super) fn merge(blocks: &mut Vec<Block>, over: Block) -> Result<()> {
    match &*over.kind {
        "locals" => merge_locals(blocks, over),
        "terraform" => {
            // Only what is required of providers matters here, and that is looked for in all of
            // these blocks.
            if let Some(base) = blocks.iter_mut().find(|block| &*block.kind == "terraform") {
                base.body.items.extend(over.body.items);
            }
            Ok(())
        }
        // Terraform reads them, and does nothing with them.
        "removed" | "ephemeral" => Ok(()),
        "moved" | "import" | "check" => {
            let detail = format!(
                "A {} block can appear only in normal files, not in override files.",
                over.kind
            );
            Err(Diagnostic::new(
                over.span,
                format!("Cannot override '{}' blocks", over.kind),
                detail,
            ))
        }
        "variable" if over.body.blocks().next().is_some() => Err(Diagnostic::new(
            over.span,
            "Can't override validation blocks",
            "Override files cannot override \"validation\" blocks.",
        )),
        _ => {
            let alias = alias(&over);
            let base = blocks.iter_mut().find(|block| {
                block.kind == over.kind
                    && block.labels == over.labels
                    && self::alias(block) == alias
            });
            match base {
                Some(base) => {
                    merge_body(base, over);
                    Ok(())
                }
                None if &*over.kind == "provider" => {
                    blocks.push(over);
                    Ok(())
                }
                None => {
                    let detail = format!(
                        "There is no {} block of this name in the other files, so there is \
                         nothing to override.",
                        over.kind
                    );
                    Err(Diagnostic::new(
                        over.span,
                        format!("Missing base {} to override", over.kind),
                        detail,
                    ))
                }
            }
        }
    }
}

/// Which configuration of a provider a block is.
fn alias(block: &Block) -> Option<&Kind> {
    block
        .body
        .attribute("alias")
        .filter(|_| &*block.kind == "provider")
        .map(|attribute| &attribute.value.kind)
}

fn merge_locals(blocks: &mut [Block], over: Block) -> Result<()> {
    for item in over.body.items {
        let mut items = blocks
            .iter_mut()
            .filter(|block| &*block.kind == "locals")
            .flat_map(|block| &mut block.body.items);
        match items.find(|base| base.name() == item.name()) {
            Some(base) => *base = item,
            None => {
                let detail = format!(
                    "There is no local value named \"{}\" in the other files, so there is nothing \
                     to override.",
                    item.name()
                );
                return Err(Diagnostic::new(
                    item.span(),
                    "Missing base local value definition to override",
                    detail,
                ));
            }
        }
    }
    Ok(())
}

/// Arguments take the place of arguments; blocks of one kind that of all blocks of that kind,
/// dynamic ones too. `lifecycle` is merged.
fn merge_body(base: &mut Block, over: Block) {
    let mut replaced = Vec::new();
    for item in over.body.items {
        let name = nested_kind(&item);
        if let Item::Block(block) = &item
            && &*block.kind == "lifecycle"
            && let Some(Item::Block(lifecycle)) =
                base.body.items.iter_mut().find(|item| &**item.name() == "lifecycle")
        {
            let over = block.clone();
            merge_lifecycle(lifecycle, over);
            continue;
        }
        let was_blocks = base
            .body
            .items
            .iter()
            .any(|item| matches!(item, Item::Block(_)) && nested_kind(item) == name);
        let items = match item {
            // In JSON a block of a provider is not told from an argument; what it overrides is.
            Item::Attribute(attribute) if was_blocks => as_blocks(attribute),
            item => vec![item],
        };
        let first = base.body.items.iter().position(|item| nested_kind(item) == name);
        if !replaced.contains(&name) {
            base.body.items.retain(|item| nested_kind(item) != name);
            replaced.push(name.clone());
            let at = first.unwrap_or(base.body.items.len()).min(base.body.items.len());
            base.body.items.splice(at..at, items);
        } else {
            let at = base
                .body
                .items
                .iter()
                .rposition(|item| nested_kind(item) == name)
                .map_or(base.body.items.len(), |at| at + 1);
            base.body.items.splice(at..at, items);
        }
    }
}

/// The name of the argument, or of the block that a dynamic block makes.
fn nested_kind(item: &Item) -> std::sync::Arc<str> {
    match item {
        Item::Block(block) if &*block.kind == "dynamic" => {
            block.labels.first().map_or_else(|| block.kind.clone(), |label| label.name.clone())
        }
        item => item.name().clone(),
    }
}

/// Settings take the place of settings; conditions are added.
fn merge_lifecycle(base: &mut Block, over: Block) {
    for item in over.body.items {
        let same = base
            .body
            .items
            .iter_mut()
            .find(|base| matches!(base, Item::Attribute(_)) && base.name() == item.name());
        match same {
            Some(base) => *base = item,
            None => base.body.items.push(item),
        }
    }
}

/// An object, or a list of objects, as the blocks that it stands for in JSON.
pub(crate) fn as_blocks(attribute: Attribute) -> Vec<Item> {
    let Attribute { name, value, span } = attribute;
    let objects = match value.kind {
        Kind::List(items) => items,
        kind => vec![Expr { kind, span: value.span }],
    };
    let block = |object: Expr| {
        let Kind::Map(entries) = object.kind else { return None };
        let items = entries.into_iter().filter_map(|(key, value)| match key {
            Key::Name(name) | Key::Text(name) => {
                Some(Item::Attribute(Attribute { name, span: value.span, value }))
            }
            Key::Expr(_) | Key::Template(_) => None,
        });
        let body = super::Body { items: items.collect() };
        Some(Item::Block(Block { kind: name.clone(), labels: Vec::new(), body, span }))
    };
    objects.into_iter().filter_map(block).collect()
}
