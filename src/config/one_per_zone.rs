//! Lists with an entry for each availability zone.

use crate::cidr::ZONE_COUNT;
use serde::de::{Deserialize, Deserializer, Error};

/// Reads a list of exactly one entry per zone. serde by itself leaves what is too much in a list
/// unread.
pub(super) fn one_per_zone<'de, D, T>(deserializer: D) -> Result<Option<[T; ZONE_COUNT]>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let given = Vec::deserialize(deserializer)?;
    let refusal = |given: Vec<T>| {
        let count = given.len();
        D::Error::custom(format!(
            "{count} are given; allowed: exactly {ZONE_COUNT}, one for each availability zone"
        ))
    };
    given.try_into().map(Some).map_err(refusal)
}
