//! [`Impact`]: the impact of a zone loss on a resource.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

/// The impact of a zone loss on a resource, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "fate", content = "why", rename_all = "lowercase")]
pub enum Impact {
    /// It goes on, with what is left.
    Survives(String),
    /// It goes on, worse than before.
    Degraded(String),
    /// The plan does not show.
    Unknown(String),
    /// It is gone until someone or something builds it again.
    Lost(String),
}

impl Impact {
    /// The reason.
    pub fn why(&self) -> &str {
        match self {
            Self::Survives(why) | Self::Degraded(why) | Self::Unknown(why) | Self::Lost(why) => why,
        }
    }

    /// The same for another reason.
    pub fn map(self, why: impl FnOnce(String) -> String) -> Self {
        match self {
            Self::Survives(text) => Self::Survives(why(text)),
            Self::Degraded(text) => Self::Degraded(why(text)),
            Self::Unknown(text) => Self::Unknown(why(text)),
            Self::Lost(text) => Self::Lost(why(text)),
        }
    }

    /// Its name in one word.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Survives(_) => "survives",
            Self::Degraded(_) => "degraded",
            Self::Unknown(_) => "unknown",
            Self::Lost(_) => "lost",
        }
    }

    /// How bad it is: 0 for survival.
    pub fn rank(&self) -> u8 {
        match self {
            Self::Survives(_) => 0,
            Self::Degraded(_) => 1,
            Self::Unknown(_) => 2,
            Self::Lost(_) => 3,
        }
    }
}

impl fmt::Display for Impact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.word(), self.why())
    }
}
