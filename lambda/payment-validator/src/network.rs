//! Issuer ranges of the card networks.
//!
//! Source: ISO/IEC 7812-1:2017 for the form; the ranges as collected at
//! <https://en.wikipedia.org/wiki/Payment_card_number#Issuer_identification_number_(IIN)> (state of 2024-07-19), brought
//! to six digits. Where ranges overlap the narrower one stands first.

/// A card network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "proper names")]
pub enum Network {
    AmericanExpress,
    Diners,
    Discover,
    Elo,
    Hipercard,
    Jcb,
    Maestro,
    Mastercard,
    Mir,
    RuPay,
    Troy,
    Uatp,
    UnionPay,
    Visa,
}

/// A run of issuer identification numbers, by their first six digits.
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

const FROM_14: &[usize] = &[14, 15, 16, 17, 18, 19];
const FROM_16: &[usize] = &[16, 17, 18, 19];

const fn range(first: u32, last: u32, network: Network, lengths: &'static [usize]) -> Range {
    Range { first, last, network, lengths }
}

/// All ranges; the first that holds a number is its own.
pub const RANGES: &[Range] = &[
    range(100_000, 199_999, Network::Uatp, &[15]),
    range(220_000, 220_499, Network::Mir, FROM_16),
    range(222_100, 272_099, Network::Mastercard, &[16]),
    range(300_000, 305_999, Network::Diners, FROM_14),
    range(309_500, 309_599, Network::Diners, FROM_14),
    range(340_000, 349_999, Network::AmericanExpress, &[15]),
    range(352_800, 358_999, Network::Jcb, FROM_16),
    range(360_000, 369_999, Network::Diners, FROM_14),
    range(370_000, 379_999, Network::AmericanExpress, &[15]),
    range(380_000, 399_999, Network::Diners, FROM_14),
    range(400_000, 499_999, Network::Visa, &[13, 16, 19]),
    range(508_500, 508_999, Network::RuPay, &[16]),
    range(500_000, 509_999, Network::Maestro, ANY_LENGTH),
    range(510_000, 559_999, Network::Mastercard, &[16]),
    range(560_000, 589_999, Network::Maestro, ANY_LENGTH),
    range(601_100, 601_199, Network::Discover, FROM_16),
    range(606_282, 606_282, Network::Hipercard, &[16]),
    range(606_985, 608_500, Network::RuPay, &[16]),
    range(622_126, 622_925, Network::Discover, FROM_16),
    range(620_000, 629_999, Network::UnionPay, FROM_16),
    range(630_400, 630_499, Network::Maestro, ANY_LENGTH),
    range(636_297, 636_297, Network::Elo, &[16]),
    range(636_368, 636_368, Network::Elo, &[16]),
    range(639_000, 639_099, Network::Maestro, ANY_LENGTH),
    range(644_000, 659_999, Network::Discover, FROM_16),
    range(670_000, 679_999, Network::Maestro, ANY_LENGTH),
    range(810_000, 817_199, Network::UnionPay, FROM_16),
    range(817_200, 829_999, Network::RuPay, &[16]),
    range(979_200, 979_299, Network::Troy, &[16]),
];

/// The range that a card number of digits begins in.
pub fn range_of(digits: &str) -> Option<&'static Range> {
    let leading: u32 = digits.get(..6)?.parse().ok()?;
    RANGES.iter().find(|range| (range.first..=range.last).contains(&leading))
}
