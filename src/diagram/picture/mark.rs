//! [`Mark`]: the impact on a part of the picture, in one word.

use verify::loss::Impact;

/// What becomes of something, from best to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// It goes on.
    Survives,
    /// It goes on, worse than before.
    Degraded,
    /// The plan does not show.
    Unknown,
    /// It is gone.
    Lost,
}

impl Mark {
    /// Its name in one word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Survives => "survives",
            Self::Degraded => "degraded",
            Self::Unknown => "not known",
            Self::Lost => "lost",
        }
    }
}

impl From<&Impact> for Mark {
    fn from(impact: &Impact) -> Self {
        match impact {
            Impact::Survives(_) => Self::Survives,
            Impact::Degraded(_) => Self::Degraded,
            Impact::Unknown(_) => Self::Unknown,
            Impact::Lost(_) => Self::Lost,
        }
    }
}
