//! [`Match`]: whether something is so, which a plan may not show.

/// Whether something is so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// It is: the statement.
    Yes(String),
    /// It is not.
    No,
    /// The plan does not show, for this reason.
    Maybe(String),
}

impl Match {
    /// `Yes` or `No`.
    pub fn sure(is: bool) -> Self {
        if is { Self::Yes(String::new()) } else { Self::No }
    }

    /// Both.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Maybe(reason), _) | (_, Self::Maybe(reason)) => Self::Maybe(reason),
            (yes, _) => yes,
        }
    }

    /// One of them.
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes(of), _) | (_, Self::Yes(of)) => Self::Yes(of),
            (Self::Maybe(reason), _) | (_, Self::Maybe(reason)) => Self::Maybe(reason),
            _ => Self::No,
        }
    }

    /// The opposite.
    pub fn not(self) -> Self {
        match self {
            Self::Yes(_) => Self::No,
            Self::No => Self::sure(true),
            maybe => maybe,
        }
    }

    /// The same, of a statement.
    pub(super) fn labelled(self, label: &str) -> Self {
        match self {
            Self::Yes(_) => Self::Yes(label.to_owned()),
            Self::Maybe(reason) => {
                Self::Maybe(format!("whether {label} is meant is not known: {reason}"))
            }
            Self::No => Self::No,
        }
    }
}
