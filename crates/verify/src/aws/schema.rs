//! What the provider's schema says that Terraform needs to evaluate a configuration: which
//! arguments are strings, and which names are blocks, since in JSON syntax a block looks like the
//! value of an argument.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use terraform::configuration::Known;
use terraform::configuration::declared::{Mode, ResourceName};
use terraform::types::Type;

/// What the schema says of a type.
struct OfType {
    strings: &'static str,
    blocks: &'static str,
}

/// Each type, as the provider's schema has it: its strings, then its blocks.
static SCHEMA: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("../../data/schema.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' ')).collect()
});

fn of_type(resource: &ResourceName) -> Option<OfType> {
    let line = match resource.mode {
        Mode::Data => SCHEMA.get(format!("data.{}", resource.kind).as_str()),
        Mode::Managed | Mode::Ephemeral => SCHEMA.get(&*resource.kind),
    };
    let (strings, blocks) = line?.split_once('|')?;
    Some(OfType { strings, blocks })
}

/// What the provider's schema says of a configuration.
pub struct Schema;

impl Known for Schema {
    /// Where that is a string: what looks like a number or a bool is none.
    fn attribute_type(&self, resource: &ResourceName, attribute: &str) -> Option<Type> {
        of_type(resource)
            .is_some_and(|of| of.strings.split(' ').any(|name| name == attribute))
            .then_some(Type::String)
    }

    fn is_block(&self, resource: &ResourceName, path: &[Arc<str>]) -> bool {
        // Filters of six types have blocks called `tags`; on the resource itself it is always the
        // map.
        if let [only] = path
            && &**only == "tags"
        {
            return false;
        }
        let of = of_type(resource);
        path.last().is_some_and(|name| {
            of.is_some_and(|of| of.blocks.split(' ').any(|block| *block == **name))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_told_from_maps_at_any_depth() {
        let name = |mode, kind: &str| ResourceName { mode, kind: kind.into(), name: "x".into() };
        let path = |steps: &[&str]| steps.iter().map(|step| Arc::from(*step)).collect::<Vec<_>>();
        let bucket = name(Mode::Managed, "aws_s3_bucket_lifecycle_configuration");
        assert!(Schema.is_block(&bucket, &path(&["rule"])));
        assert!(Schema.is_block(&bucket, &path(&["rule", "filter", "and"])));
        assert!(!Schema.is_block(&bucket, &path(&["rule", "filter", "and", "tags"])));
        assert!(
            Schema.is_block(&name(Mode::Data, "aws_iam_policy_document"), &path(&["statement"]))
        );
        assert!(!Schema.is_block(&name(Mode::Managed, "aws_transfer_workflow"), &path(&["tags"])));
        assert!(!Schema.is_block(&name(Mode::Managed, "random_id"), &path(&["keepers"])));
    }
}
