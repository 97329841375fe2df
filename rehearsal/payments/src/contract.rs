//! The container's contract, as sentences that any image can be held against: what `README.md`
//! promises is checked here from outside, over the network and by the signals of ECS.

mod program;
mod service;

use std::fmt;

use anyhow::Result;

pub use program::of_program;
pub use service::of_service;

/// A sentence of the contract, and whether it holds.
#[derive(Debug)]
pub struct Finding {
    sentence: &'static str,
    /// What was seen instead.
    broken: Option<String>,
}

impl Finding {
    fn of(sentence: &'static str, seen: Result<()>) -> Self {
        Self { sentence, broken: seen.err().map(|error| format!("{error:#}")) }
    }

    /// Whether the promise holds.
    pub fn holds(&self) -> bool {
        self.broken.is_none()
    }

    /// The promise, in a sentence.
    pub fn sentence(&self) -> &'static str {
        self.sentence
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.broken {
            None => write!(f, "pass  {}", self.sentence),
            Some(seen) => write!(f, "FAIL  {}: {seen}", self.sentence),
        }
    }
}
