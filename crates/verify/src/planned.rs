//! [`Planned`]: what a plan says of one value, where "not known yet" is an answer of its own.

/// A value in a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planned<T> {
    /// Not set: the provider's default holds, or there is none.
    Absent,
    /// Known only after the apply.
    Unknown,
    /// This value.
    Known(T),
}

use Planned::{Absent, Known, Unknown};

impl<T> Planned<T> {
    /// The value, if it is known.
    pub fn known(self) -> Option<T> {
        match self {
            Known(value) => Some(value),
            Absent | Unknown => None,
        }
    }

    /// The value that holds where none is set: the provider's or AWS's default.
    pub fn or(self, default: T) -> Self {
        match self {
            Absent => Known(default),
            planned => planned,
        }
    }

    /// What follows from the value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Planned<U> {
        match self {
            Absent => Absent,
            Unknown => Unknown,
            Known(value) => Known(f(value)),
        }
    }

    /// What follows from the value, which may itself be absent or unknown.
    pub fn and_then<U>(self, f: impl FnOnce(T) -> Planned<U>) -> Planned<U> {
        match self {
            Absent => Absent,
            Unknown => Unknown,
            Known(value) => f(value),
        }
    }

    /// Whether something is set, be it known or not.
    pub fn is_set(&self) -> bool {
        !matches!(self, Absent)
    }

    /// Whether the value is known only after the apply.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Unknown)
    }
}

impl Planned<bool> {
    /// Both hold: known to be false as soon as one is. What is not set does not hold.
    pub fn and(self, other: Self) -> Self {
        match (self.or(false), other.or(false)) {
            (Known(false), _) | (_, Known(false)) => Known(false),
            (Known(true), Known(true)) => Known(true),
            _ => Unknown,
        }
    }

    /// One of them holds: known to be true as soon as one is. What is not set does not hold.
    pub fn or_else(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }

    /// The opposite. What is not set does not hold, so its opposite does.
    #[allow(clippy::should_implement_trait, reason = "three answers are not a bool")]
    pub fn not(self) -> Self {
        self.or(false).map(|holds| !holds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_value_decides_nothing_that_a_known_one_has_not_decided() {
        assert_eq!(Unknown.and(Known(false)), Known(false));
        assert_eq!(Unknown.and(Known(true)), Unknown);
        assert_eq!(Unknown.or_else(Known(true)), Known(true));
        assert_eq!(Unknown.or_else(Known(false)), Unknown);
        assert_eq!(Unknown.not(), Unknown);
    }

    #[test]
    fn what_is_not_set_does_not_hold() {
        assert_eq!(Absent.and(Known(true)), Known(false));
        assert_eq!(Absent.not(), Known(true));
    }
}
