//! The arguments and blocks that Terraform's own blocks may have. Source:
//! <https://developer.hashicorp.com/terraform/language>, Terraform 1.11, and what OpenTofu 1.11 has
//! beyond it.

use crate::diagnostic::Diagnostic;
use crate::read::{Block, Item, Result};

/// What a block of Terraform's own may hold; `None`: anything (the provider knows).
struct Shape {
    arguments: Option<&'static [&'static str]>,
    required: &'static [&'static str],
    blocks: Option<&'static [&'static str]>,
    labels: usize,
}

fn shape(kind: &str) -> Option<Shape> {
    let closed = |labels, arguments, required, blocks| Shape {
        arguments: Some(arguments),
        required,
        blocks: Some(blocks),
        labels,
    };
    let open = |labels| Shape { arguments: None, required: &[], blocks: None, labels };
    Some(match kind {
        "variable" => closed(
            1,
            &[
                "description",
                "default",
                "type",
                "sensitive",
                "ephemeral",
                "nullable",
                "deprecated",
                "const",
            ],
            &[],
            &["validation"],
        ),
        "output" => closed(
            1,
            &["description", "value", "depends_on", "sensitive", "ephemeral", "deprecated"],
            &["value"],
            &["precondition"],
        ),
        "module" => Shape { required: &["source"], blocks: Some(&["_"]), ..open(1) },
        "resource" | "data" | "ephemeral" => open(2),
        "provider" => open(1),
        "locals" => Shape { blocks: Some(&[]), ..open(0) },
        "terraform" => closed(
            0,
            &["required_version", "language"],
            &[],
            &["backend", "cloud", "required_providers", "provider_meta", "encryption"],
        ),
        "check" => closed(1, &[], &[], &["data", "assert"]),
        "moved" => closed(0, &["from", "to"], &["from", "to"], &[]),
        "import" => closed(0, &["id", "identity", "to", "provider", "for_each"], &["to"], &[]),
        "removed" => closed(0, &["from"], &["from"], &["lifecycle", "provisioner", "connection"]),
        "validation" | "precondition" | "postcondition" | "assert" => {
            closed(0, &["condition", "error_message"], &["condition", "error_message"], &[])
        }
        "lifecycle" => closed(
            0,
            &[
                "create_before_destroy",
                "prevent_destroy",
                "ignore_changes",
                "replace_triggered_by",
                "enabled",
                "destroy",
            ],
            &[],
            &["precondition", "postcondition", "action_trigger"],
        ),
        _ => return None,
    })
}

/// The labels, arguments and blocks of a block.
pub(super) fn check(block: &Block) -> Result<()> {
    let kind = &*block.kind;
    let Some(shape) = shape(kind) else {
        let detail = format!("Blocks of type \"{kind}\" are not expected here.");
        return Err(Diagnostic::new(block.span, "Unsupported block type", detail));
    };
    if block.labels.len() != shape.labels {
        let detail = format!(
            "A {kind} block has {} labels; this one has {}.",
            shape.labels,
            block.labels.len()
        );
        return Err(Diagnostic::new(block.span, "Wrong number of block labels", detail));
    }
    if let Some(missing) = shape.required.iter().find(|name| block.body.attribute(name).is_none()) {
        let detail =
            format!("The argument \"{missing}\" is required, but no definition was found.");
        return Err(Diagnostic::new(block.span, "Missing required argument", detail));
    }
    for item in &block.body.items {
        let (allowed, summary) = match item {
            Item::Attribute(_) => (shape.arguments, "Unsupported argument"),
            Item::Block(_) => (shape.blocks, "Unsupported block type"),
        };
        if allowed.is_some_and(|allowed| !allowed.contains(&&**item.name())) {
            let detail = format!("\"{}\" is not expected in a {kind} block.", item.name());
            return Err(Diagnostic::new(item.span(), summary, detail));
        }
        if let Item::Block(inner) = item
            && matches!(
                kind,
                "resource" | "data" | "ephemeral" | "lifecycle" | "variable" | "output" | "check"
            )
            && matches!(
                &*inner.kind,
                "lifecycle" | "precondition" | "postcondition" | "validation" | "assert"
            )
        {
            check(inner)?;
        }
    }
    Ok(())
}
