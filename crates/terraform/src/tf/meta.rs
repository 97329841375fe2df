//! [`Meta`]: Terraform's own arguments of a resource: `depends_on` and `lifecycle`.

use hcl::Identifier;
use hcl::expr::Expression;
use hcl::structure::{Block, Structure};

use super::block::argument;
use super::reference::path;
use super::{Declared, Handle};

/// The meta-arguments of one resource. Start with [`meta`].
#[derive(Debug, Clone, Default)]
pub struct Meta {
    depends_on: Vec<Expression>,
    create_before_destroy: bool,
    ignore_changes: Vec<Expression>,
    replace_triggered_by: Vec<Expression>,
}

/// No meta-arguments yet.
pub fn meta() -> Meta {
    Meta::default()
}

impl Meta {
    /// Created after, and destroyed before, another resource to which no argument refers.
    pub fn depends_on<D: Declared>(mut self, handle: &Handle<D>) -> Self {
        self.depends_on.push(handle.address().expression());
        self
    }

    /// A replacement is created before the old one is destroyed.
    pub fn create_before_destroy(mut self) -> Self {
        self.create_before_destroy = true;
        self
    }

    /// An argument that something else changes in operation, as autoscaling does `desired_count`.
    pub fn ignore_changes(mut self, argument: &str) -> Self {
        self.ignore_changes.push(path([argument]));
        self
    }

    /// Replaced whenever another resource is replaced.
    pub fn replace_triggered_by<D: Declared>(mut self, handle: &Handle<D>) -> Self {
        self.replace_triggered_by.push(handle.address().expression());
        self
    }

    pub(crate) fn structures(self) -> Vec<Structure> {
        let mut lifecycle = Vec::<Structure>::new();
        if self.create_before_destroy {
            lifecycle.push(argument("create_before_destroy", true));
        }
        push_list(&mut lifecycle, "ignore_changes", self.ignore_changes);
        push_list(&mut lifecycle, "replace_triggered_by", self.replace_triggered_by);

        let mut structures = Vec::new();
        push_list(&mut structures, "depends_on", self.depends_on);
        if !lifecycle.is_empty() {
            structures.push(
                Block::builder(Identifier::unchecked("lifecycle"))
                    .add_structures(lifecycle)
                    .build()
                    .into(),
            );
        }
        structures
    }
}

pub(super) fn push_list(
    structures: &mut Vec<Structure>,
    name: &'static str,
    expressions: Vec<Expression>,
) {
    if !expressions.is_empty() {
        structures.push(argument(name, expressions));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{THING, parsed, thing};
    use super::super::{Module, root::Nothing};
    use super::*;

    fn written(
        with: impl FnOnce(Meta, &Handle<super::super::testing::Thing>) -> Meta,
    ) -> hcl::Body {
        let mut module = Module::new::<Nothing>("m", "");
        let first = module.resource("first", thing()).unwrap();
        module.resource_with("second", thing(), with(meta(), &first)).unwrap();
        hcl::Body(module.main().0[1..].to_vec())
    }

    fn expected(meta: &str) -> hcl::Body {
        parsed(&format!("resource \"test_thing\" \"second\" {{\n{THING}\n{meta}}}"))
    }

    #[test]
    fn a_resource_without_meta_arguments_has_none() {
        assert_eq!(written(|meta, _| meta), expected(""));
    }

    #[test]
    fn depends_on_names_the_resource() {
        assert_eq!(written(Meta::depends_on), expected("depends_on = [test_thing.first]\n"));
    }

    #[test]
    fn the_life_cycle_is_one_block() {
        let body = written(|meta, first| {
            meta.create_before_destroy()
                .ignore_changes("size")
                .ignore_changes("zones")
                .replace_triggered_by(first)
        });
        let lifecycle = "lifecycle {
            create_before_destroy = true
            ignore_changes = [size, zones]
            replace_triggered_by = [test_thing.first]
        }\n";
        assert_eq!(body, expected(lifecycle));
    }
}
