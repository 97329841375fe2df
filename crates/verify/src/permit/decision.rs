//! [`Decision`]: whether a call is allowed.

use super::matching::Match;

/// Whether a call is allowed, and what decides it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// This statement allows it.
    Allowed(String),
    /// This statement denies it, whatever else allows it.
    Denied(String),
    /// No statement allows it, for this reason.
    Missing(String),
    /// The plan does not show, for this reason.
    Unknown(String),
}

impl Decision {
    /// Two calls that are both needed: the worse of the two.
    pub fn and(self, other: Self) -> Self {
        if other.rank() > self.rank() { other } else { self }
    }

    /// Two calls of which one is enough: the better of the two.
    pub fn or(self, other: Self) -> Self {
        if other.rank() < self.rank() { other } else { self }
    }

    /// Whether it is allowed.
    pub fn is_allowed(&self) -> bool {
        matches!(self, Self::Allowed(_))
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Allowed(_) => 0,
            Self::Unknown(_) => 1,
            Self::Missing(_) => 2,
            Self::Denied(_) => 3,
        }
    }

    /// What follows from statements that may allow it; `missing` says that none does.
    pub(super) fn of(found: Match, missing: impl FnOnce() -> String) -> Self {
        match found {
            Match::Yes(statement) => Self::Allowed(statement),
            Match::Maybe(reason) => Self::Unknown(reason),
            Match::No => Self::Missing(missing()),
        }
    }
}
