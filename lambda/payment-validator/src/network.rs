//! Issuer ranges of the card networks; `data/networks.toml` has them with their sources.

use crate::data::RANGES;

/// A card network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "proper names")]
pub enum Network {
    AmericanExpress,
    Borica,
    Dankort,
    Diners,
    Discover,
    Elo,
    Gpn,
    Hiper,
    Hipercard,
    Humo,
    InstaPayment,
    InterPayment,
    Jcb,
    LankaPay,
    Maestro,
    Mastercard,
    Mir,
    Napas,
    Naranja,
    Pridnestrovie,
    RuPay,
    TUnion,
    Troy,
    Uatp,
    UkrCard,
    UnionPay,
    UzCard,
    Verve,
    Visa,
}

/// A run of issuer identification numbers, by their first eight digits.
#[derive(Debug)]
pub struct Range {
    first: u32,
    last: u32,
    /// The network that issues in this range.
    pub network: Network,
    /// The lengths its card numbers have, in digits.
    pub lengths: &'static [usize],
}

/// The lengths a card number can have in any network.
pub const ANY_LENGTH: &[usize] = &[12, 13, 14, 15, 16, 17, 18, 19];

pub(crate) const fn range(
    first: u32,
    last: u32,
    network: Network,
    lengths: &'static [usize],
) -> Range {
    Range { first, last, network, lengths }
}

/// All ranges that a card number beginning with these digits is in, the narrowest first. At least
/// eight are needed.
pub fn ranges_of(digits: &str) -> impl Iterator<Item = &'static Range> {
    let leading: Option<u32> = digits.get(..8).and_then(|leading| leading.parse().ok());
    RANGES.iter().filter(move |range| {
        leading.is_some_and(|leading| (range.first..=range.last).contains(&leading))
    })
}

/// The narrowest range that a card number is in and whose numbers are as long.
pub fn range_of(digits: &str) -> Option<&'static Range> {
    ranges_of(digits).find(|range| range.lengths.contains(&digits.len()))
}
