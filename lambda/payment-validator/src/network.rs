//! Card networks, and the ranges of numbers that they issue; `data/networks.toml` has them with
//! their sources.

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

impl Range {
    pub(crate) fn contains(&self, leading: u32) -> bool {
        (self.first..=self.last).contains(&leading)
    }
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
