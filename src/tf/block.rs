//! [`Block`]: what a generated struct writes, and the checks that need the values: required arguments, block counts.

use std::ops::RangeInclusive;

use hcl::structure::{Attribute, Block as HclBlock, Structure};

use super::attr::Argument;

/// A Terraform block with named arguments. The implementations are generated from the provider's schema.
///
/// Arguments that are computed only, and deprecated ones, have no field: setting one does not compile.
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

/// Collects the content of a block and the problems found in it.
#[derive(Debug, Default)]
pub struct BlockWriter {
    /// Where in the resource the writer stands, as `health_check.`; empty at its top.
    place: String,
    structures: Vec<Structure>,
    problems: Vec<String>,
}

impl BlockWriter {
    /// An argument that may be left out.
    pub fn optional(&mut self, name: &'static str, argument: impl Argument) {
        if let Some(expression) = argument.expression() {
            self.structures.push(Attribute::new(name, expression).into());
        }
    }

    /// An argument that the provider requires.
    pub fn required(&mut self, name: &'static str, argument: impl Argument) {
        match argument.expression() {
            Some(expression) => self.structures.push(Attribute::new(name, expression).into()),
            None => self.problems.push(format!("the required argument `{}{name}` is not set", self.place)),
        }
    }

    /// Nested blocks, of which the provider takes as many as `allowed` says.
    pub fn blocks<B: Block>(&mut self, name: &'static str, blocks: Blocks<B>, allowed: RangeInclusive<usize>) {
        let count = blocks.0.len();
        if !allowed.contains(&count) {
            let (least, most) = (allowed.start(), allowed.end());
            let place = format!("{}{name}", self.place);
            self.problems.push(match most {
                &usize::MAX => format!("`{place}` stands {count} times, at least {least} needed"),
                _ => format!("`{place}` stands {count} times, {least} to {most} allowed"),
            });
        }
        for block in blocks.0 {
            let mut inner = BlockWriter { place: format!("{}{name}.", self.place), ..BlockWriter::default() };
            block.write(&mut inner);
            self.problems.append(&mut inner.problems);
            self.structures.push(HclBlock::builder(name).add_structures(inner.structures).build().into());
        }
    }

    /// What was written, or every problem found.
    pub(crate) fn finish(self) -> Result<Vec<Structure>, Vec<String>> {
        if self.problems.is_empty() { Ok(self.structures) } else { Err(self.problems) }
    }
}

/// A block in the words of HCL: `block!(AwsVpc { cidr_block: "10.0.0.0/16", enable_dns_hostnames: true })`.
#[macro_export]
macro_rules! block {
    ($type:path { $($field:ident : $value:expr),* $(,)? }) => {{
        #[allow(unused_mut)]
        let mut block = <$type as ::std::default::Default>::default();
        $( block.$field = ::std::convert::Into::into($value); )*
        block
    }};
}
