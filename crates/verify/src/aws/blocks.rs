//! Which names are blocks: in Terraform's JSON syntax a block looks like the value of an argument.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use terraform::configuration::Known;
use terraform::configuration::declared::{Mode, ResourceName};

/// Each type with the names of the blocks in it, as the provider's schema has them.
static BLOCKS: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let lines = include_str!("../../data/blocks.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' ')).map(|(kind, names)| (kind, names.split(' ').collect())).collect()
});

/// Whether what a path leads to, from the resource on, is a block.
pub fn is_block(resource: &ResourceName, path: &[Arc<str>]) -> bool {
    // Filters of six types have blocks called `tags`; on the resource itself it is always the map.
    if let [only] = path
        && &**only == "tags"
    {
        return false;
    }
    let kind = match resource.mode {
        Mode::Data => format!("data.{}", resource.kind),
        Mode::Managed | Mode::Ephemeral => resource.kind.to_string(),
    };
    let names = BLOCKS.get(kind.as_str());
    path.last().is_some_and(|name| names.is_some_and(|names| names.contains(&&**name)))
}

/// What the provider's schema says of a configuration, and nothing else.
pub struct Schema;

impl Known for Schema {
    fn is_block(&self, resource: &ResourceName, path: &[Arc<str>]) -> bool {
        is_block(resource, path)
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
        assert!(is_block(&bucket, &path(&["rule"])));
        assert!(is_block(&bucket, &path(&["rule", "filter", "and"])));
        assert!(!is_block(&bucket, &path(&["rule", "filter", "and", "tags"])));
        assert!(is_block(&name(Mode::Data, "aws_iam_policy_document"), &path(&["statement"])));
        assert!(!is_block(&name(Mode::Managed, "aws_transfer_workflow"), &path(&["tags"])));
        assert!(!is_block(&name(Mode::Managed, "random_id"), &path(&["keepers"])));
    }
}
