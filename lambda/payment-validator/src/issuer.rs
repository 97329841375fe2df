//! The ranges that a card number is in, which say who issued it.

use crate::data::RANGES;
use crate::network::Range;

/// All ranges that a card number beginning with these digits is in, the narrowest first. At least
/// eight are needed.
pub fn ranges_of(digits: &str) -> impl Iterator<Item = &'static Range> {
    let leading: Option<u32> = digits.get(..8).and_then(|leading| leading.parse().ok());
    RANGES.iter().filter(move |range| leading.is_some_and(|leading| range.contains(leading)))
}

/// The narrowest range that a card number is in and whose numbers are as long.
pub fn range_of(digits: &str) -> Option<&'static Range> {
    ranges_of(digits).find(|range| range.lengths.contains(&digits.len()))
}
