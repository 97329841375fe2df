//! The names and tags of all resources, and the maximum length of each name in AWS.
//!
//! A name is `<resource-type>[-<purpose>]-<environment-suffix>`. A bucket name is global, so it
//! carries the account id as well: `s3-<purpose>-<account-id>-<environment-suffix>`.

mod suffix;

pub use suffix::{Suffix, SuffixError};
pub use verify::NameKind as Kind;

use std::borrow::Cow;

/// Characters of a 12-digit account id and the hyphen after it.
const ACCOUNT_ID_PART: usize = 13;

/// The name of one resource, without the environment it is for.
///
/// ```
/// use paytf::naming::{Kind, Name, Suffix};
/// let name = Name::of(Kind::TargetGroup, "api");
/// assert_eq!(name.prefix_part(), "tg-api-");
/// assert_eq!(name.for_suffix(&"staging".parse::<Suffix>()?), "tg-api-staging");
/// # Ok::<(), paytf::naming::SuffixError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Name<'p> {
    kind: Kind,
    purpose: Cow<'p, str>,
}

impl<'p> Name<'p> {
    /// The name of one of several resources of a kind.
    ///
    /// # Panics
    /// When the purpose is not lower-case letters, digits and single inner hyphens, or does not
    /// leave room for the longest suffix. A purpose is written in this program and never comes
    /// from its user.
    pub fn of(kind: Kind, purpose: impl Into<Cow<'p, str>>) -> Self {
        let purpose = purpose.into();
        let well_formed = |part: &str| {
            !part.is_empty()
                && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        assert!(
            purpose.split('-').all(well_formed),
            "{kind:?}: purpose {purpose:?} cannot be part of a name"
        );
        Self { kind, purpose }.checked()
    }

    /// The name of the only resource of a kind.
    pub fn sole(kind: Kind) -> Self {
        Self { kind, purpose: Cow::Borrowed("") }.checked()
    }

    fn checked(self) -> Self {
        let (longest, limit) = (self.longest(), self.kind.max_length());
        assert!(
            longest <= limit,
            "{self:?} reaches {longest} characters with the longest suffix; AWS allows {limit}"
        );
        self
    }

    /// Characters of the name with the longest permitted suffix.
    fn longest(&self) -> usize {
        let account_id = if self.kind.carries_account_id() { ACCOUNT_ID_PART } else { 0 };
        self.prefix_parts().iter().map(|part| part.len()).sum::<usize>()
            + account_id
            + Suffix::MAX_LENGTH
    }

    /// The kind of thing that has the name.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Everything before the suffix (before the account id in a bucket name), with its trailing
    /// hyphen.
    pub fn prefix_part(&self) -> String {
        self.prefix_parts().concat()
    }

    fn prefix_parts(&self) -> [&str; 4] {
        let purpose = self.purpose.as_ref();
        [self.kind.prefix(), "-", purpose, if purpose.is_empty() { "" } else { "-" }]
    }

    /// The whole name in one environment; for a bucket the account id still belongs between the two
    /// parts.
    pub fn for_suffix(&self, suffix: &Suffix) -> String {
        let [kind, hyphen, purpose, end] = self.prefix_parts();
        [kind, hyphen, purpose, end, suffix.as_str()].concat()
    }
}

/// The tag by which a plan says that what it makes is protected against being destroyed
/// (ALL-9).
pub use verify::PROTECTION_TAG;

/// The tags the provider puts on every resource (`default_tags`); a resource itself carries only
/// `Name`.
pub fn default_tags(suffix: &Suffix) -> [(&'static str, String); 4] {
    [
        ("Project", "payment-processing".to_owned()),
        ("Environment", suffix.to_string()),
        ("ManagedBy", "terraform".to_owned()),
        ("DataClass", "payment".to_owned()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn longest_suffix() -> Suffix {
        "abcdefghijklmnop".parse().unwrap()
    }

    #[test]
    fn every_kind_fits_its_limit_with_the_longest_suffix() {
        for kind in Kind::ALL {
            let account_id = if kind.carries_account_id() { ACCOUNT_ID_PART } else { 0 };
            let length = Name::sole(*kind).for_suffix(&longest_suffix()).len() + account_id;
            assert!(
                length <= kind.max_length(),
                "{kind:?} needs {length} of {}",
                kind.max_length()
            );
        }
    }

    #[test]
    fn no_name_starts_with_what_aws_reserves() {
        for kind in Kind::ALL {
            for reserved in
                ["sg-", "internal-", "aws:", "alias/aws", "xn--", "sthree-", "amzn-s3-demo-"]
            {
                assert!(
                    !Name::sole(*kind).prefix_part().starts_with(reserved),
                    "{kind:?} starts with {reserved}"
                );
            }
        }
    }

    #[test]
    fn no_two_kinds_share_a_prefix() {
        let prefixes: std::collections::BTreeSet<_> =
            Kind::ALL.iter().map(|kind| kind.prefix()).collect();
        assert_eq!(prefixes.len(), Kind::ALL.len());
    }

    #[test]
    fn a_bucket_keeps_room_for_the_account_id() {
        let name = Name::of(Kind::S3Bucket, "transaction-logs");
        assert_eq!(
            name.prefix_part() + "123456789012-staging",
            "s3-transaction-logs-123456789012-staging"
        );
        assert_eq!(name.longest(), "s3-transaction-logs-123456789012-abcdefghijklmnop".len());
    }

    #[test]
    fn a_purpose_may_fill_the_limit_exactly() {
        let name = Name::of(Kind::TargetGroup, "twelve-chars");
        assert_eq!(name.for_suffix(&longest_suffix()).len(), Kind::TargetGroup.max_length());
    }

    #[test]
    #[should_panic(expected = "reaches 33 characters with the longest suffix; AWS allows 32")]
    fn a_purpose_that_leaves_no_room_for_the_longest_suffix_is_refused() {
        Name::of(Kind::TargetGroup, "thirteen-char");
    }

    #[test]
    #[should_panic(expected = "cannot be part of a name")]
    fn a_purpose_with_a_double_hyphen_is_refused() {
        Name::of(Kind::Vpc, "a--b");
    }

    #[test]
    fn tags_hold_only_characters_aws_allows() {
        for (key, value) in default_tags(&longest_suffix()) {
            assert!(
                (key.to_owned() + &value)
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || " +-=._:/@".contains(c))
            );
        }
    }
}
