//! Terraform's native syntax.

use anyhow::Result;
use hcl::{Body as HclBody, Structure};

use super::{Body, Section, object, together};

/// The blocks at the top of a file.
pub(super) fn sections(text: &str) -> Result<Vec<Section>> {
    let blocks = hcl::parse(text)?.into_blocks();
    let section = |block: hcl::Block| Section {
        kind: block.identifier.to_string(),
        labels: block.labels.into_iter().map(|label| label.into_inner()).collect(),
        body: body(block.body),
    };
    Ok(blocks.map(section).collect())
}

fn body(content: HclBody) -> Body {
    let mut body = Body::new();
    let mut blocks: indexmap::IndexMap<String, Vec<Body>> = indexmap::IndexMap::new();
    for structure in content {
        match structure {
            Structure::Attribute(attribute) => drop(body.insert(attribute.key.to_string(), attribute.expr)),
            Structure::Block(block) => {
                blocks.entry(block.identifier.to_string()).or_default().push(labelled(block));
            }
        }
    }
    body.extend(blocks.into_iter().map(|(name, bodies)| (name, together(bodies))));
    body
}

/// A nested block; one with labels, as `dynamic "rule"`, holds its content below them.
fn labelled(block: hcl::Block) -> Body {
    let labels = block.labels.into_iter().map(|label| label.into_inner());
    labels.rev().fold(body(block.body), |inner, label| Body::from_iter([(label, object(inner))]))
}
