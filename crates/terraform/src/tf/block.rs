//! [`Block`]: what a generated struct writes, and the checks that need the values: required
//! arguments, block counts.

use std::ops::RangeInclusive;

use hcl::structure::{Attribute, Block as HclBlock, Structure};
use hcl::{Expression, Identifier};

use super::attr::Argument;

/// A Terraform block with named arguments. The implementations are made of tables
/// ([`types`](super::types)) that are generated from the provider's schema.
///
/// Arguments that are computed only, and deprecated ones, have no field: setting one does not
/// compile.
pub trait Block: Default {
    /// Writes the arguments and nested blocks, and reports what is missing.
    fn write(self, out: &mut BlockWriter);
}

/// The nested blocks of one name.
#[derive(Debug, Clone)]
pub struct Blocks<B>(Vec<B>);

impl<B> Default for Blocks<B> {
    fn default() -> Self {
        Blocks(Vec::new())
    }
}

impl<B> From<B> for Blocks<B> {
    fn from(block: B) -> Self {
        Blocks(vec![block])
    }
}

impl<B> From<Vec<B>> for Blocks<B> {
    fn from(blocks: Vec<B>) -> Self {
        Blocks(blocks)
    }
}

impl<B> From<Option<B>> for Blocks<B> {
    fn from(block: Option<B>) -> Self {
        Blocks(block.into_iter().collect())
    }
}

impl<B, const N: usize> From<[B; N]> for Blocks<B> {
    fn from(blocks: [B; N]) -> Self {
        Blocks(blocks.into())
    }
}

/// An argument whose name this program writes: nothing is looked for in it that Terraform would not
/// take.
pub(super) fn argument(name: &'static str, value: impl Into<Expression>) -> Structure {
    Attribute::new(Identifier::unchecked(name), value).into()
}

/// Collects the content of a block and the problems found in it.
#[derive(Debug, Default)]
pub struct BlockWriter {
    /// Where in the resource the writer is, as `health_check.`; empty at its top.
    place: String,
    structures: Vec<Structure>,
    problems: Vec<String>,
}

impl BlockWriter {
    /// An argument that may be left out.
    pub fn optional(&mut self, name: &'static str, argument: impl Argument) {
        self.set_optional(name, argument.expression());
    }

    /// An argument that the provider requires.
    pub fn required(&mut self, name: &'static str, argument: impl Argument) {
        self.set_required(name, argument.expression());
    }

    /// Nested blocks, of which the provider takes as many as `allowed` says.
    pub fn blocks<B: Block>(
        &mut self,
        name: &'static str,
        blocks: Blocks<B>,
        allowed: RangeInclusive<usize>,
    ) {
        self.count(name, blocks.0.len(), allowed);
        for block in blocks.0 {
            let mut inner =
                BlockWriter { place: format!("{}{name}.", self.place), ..BlockWriter::default() };
            block.write(&mut inner);
            self.nest(name, inner);
        }
    }

    // What follows is apart from the generic functions above, so that it is compiled once and not
    // for every type.

    fn set_optional(&mut self, name: &'static str, expression: Option<Expression>) {
        if let Some(expression) = expression {
            self.structures.push(argument(name, expression));
        }
    }

    fn set_required(&mut self, name: &'static str, expression: Option<Expression>) {
        if expression.is_none() {
            self.problems.push(format!("the required argument `{}{name}` is not set", self.place));
        }
        self.set_optional(name, expression);
    }

    fn count(&mut self, name: &'static str, count: usize, allowed: RangeInclusive<usize>) {
        if allowed.contains(&count) {
            return;
        }
        let (least, most) = (allowed.start(), allowed.end());
        let place = format!("{}{name}", self.place);
        self.problems.push(match most {
            &usize::MAX => format!("`{place}` occurs {count} times, at least {least} needed"),
            _ => format!("`{place}` occurs {count} times, {least} to {most} allowed"),
        });
    }

    fn nest(&mut self, name: &'static str, mut inner: BlockWriter) {
        self.problems.append(&mut inner.problems);
        let block = HclBlock::builder(Identifier::unchecked(name)).add_structures(inner.structures);
        self.structures.push(block.build().into());
    }

    /// What was written, or every problem found.
    pub fn finish(self) -> Result<Vec<Structure>, Vec<String>> {
        if self.problems.is_empty() { Ok(self.structures) } else { Err(self.problems) }
    }
}

/// A block in the words of HCL.
#[macro_export]
macro_rules! block {
    ($type:path { $($field:ident : $value:expr),* $(,)? }) => {{
        #[allow(unused_mut)]
        let mut block = <$type as ::std::default::Default>::default();
        $( block.$field = ::std::convert::Into::into($value); )*
        block
    }};
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Inner, Part, THING, Thing, parsed, thing};
    use super::*;

    fn written(block: impl Block) -> Result<hcl::Body, Vec<String>> {
        let mut writer = BlockWriter::default();
        block.write(&mut writer);
        writer.finish().map(hcl::Body)
    }

    fn problems(block: impl Block) -> Vec<String> {
        written(block).unwrap_err()
    }

    fn part(inner: impl Into<Blocks<Inner>>) -> Part {
        Part { key: "k".into(), inner: inner.into() }
    }

    #[test]
    fn a_complete_block_is_written_in_the_order_of_its_schema() {
        assert_eq!(written(thing()), Ok(parsed(THING)));
    }

    #[test]
    fn an_argument_that_is_a_word_of_rust_has_the_name_that_terraform_has_for_it() {
        let typed =
            block!(Thing { r#type: "t", name: "n", part: part(block!(Inner { value: "v" })) });
        assert_eq!(written(typed), Ok(parsed(&THING.replace("part {", "type = \"t\"\npart {"))));
    }

    #[test]
    fn a_missing_required_argument_is_named_with_its_full_path() {
        let thing = block!(Thing { name: "n", part: part(Inner::default()) });
        assert_eq!(problems(thing), ["the required argument `part.inner.value` is not set"]);
    }

    #[test]
    fn too_few_and_too_many_nested_blocks_are_reported_with_what_is_allowed() {
        assert_eq!(
            problems(block!(Thing { name: "n" })),
            ["`part` occurs 0 times, 1 to 2 allowed"]
        );
        let inner = || block!(Inner { value: "v" });
        let three =
            block!(Thing { name: "n", part: vec![part(inner()), part(inner()), part(inner())] });
        assert_eq!(problems(three), ["`part` occurs 3 times, 1 to 2 allowed"]);
        let bare = block!(Thing { name: "n", part: part(None) });
        assert_eq!(problems(bare), ["`part.inner` occurs 0 times, at least 1 needed"]);
    }

    #[test]
    fn every_problem_is_reported_at_once() {
        let expected = [
            "the required argument `name` is not set",
            "the required argument `part.key` is not set",
            "`part.inner` occurs 0 times, at least 1 needed",
        ];
        assert_eq!(problems(block!(Thing { part: Part::default() })), expected);
    }
}
