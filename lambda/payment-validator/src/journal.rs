use std::{io::Write, str::FromStr};

use serde::Serialize;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// Severity of a log line; `LOG_LEVEL` takes its upper-case name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Level {
    /// Details of the run.
    Debug,
    /// Every decision.
    Info,
    /// Nothing of this function; set to hear of errors only.
    Warn,
    /// An invocation that could not be answered.
    Error,
}

impl FromStr for Level {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.to_ascii_uppercase().as_str() {
            "TRACE" | "DEBUG" => Ok(Self::Debug),
            "INFO" => Ok(Self::Info),
            "WARN" => Ok(Self::Warn),
            "ERROR" | "FATAL" => Ok(Self::Error),
            _ => Err("LOG_LEVEL must be TRACE, DEBUG, INFO, WARN, ERROR or FATAL; INFO is used"
                .to_owned()),
        }
    }
}

/// Writes one JSON object a line. What may be logged is what the crate's own line types hold: no
/// masked value can be serialized.
pub struct Journal<W> {
    out: W,
    level: Level,
    lines: Vec<u8>,
}

#[derive(Serialize)]
struct Line<T> {
    timestamp: String,
    level: Level,
    message: &'static str,
    #[serde(flatten)]
    details: T,
}

impl<W: Write> Journal<W> {
    /// A journal that writes lines of `level` and above to `out`.
    pub fn new(out: W, level: Level) -> Self {
        Self { out, level, lines: Vec::new() }
    }

    /// Keeps a log line until [`Self::flush`], unless its level is below the journal's.
    pub fn log(
        &mut self,
        level: Level,
        at: OffsetDateTime,
        message: &'static str,
        details: impl Serialize,
    ) {
        if level >= self.level {
            let timestamp = at.format(&Rfc3339).unwrap_or_default();
            self.write(&Line { timestamp, level, message, details });
        }
    }

    /// Keeps `value` as one line until [`Self::flush`].
    pub(crate) fn write(&mut self, value: &impl Serialize) {
        let start = self.lines.len();
        match serde_json::to_writer(&mut self.lines, value) {
            Ok(()) => self.lines.push(b'\n'),
            Err(_) => self.lines.truncate(start),
        }
    }

    /// Writes the lines kept, at once. An output that is gone leaves nobody to tell, and must not
    /// fail a payment.
    pub fn flush(&mut self) {
        _ = self.out.write_all(&self.lines).and_then(|()| self.out.flush());
        self.lines.clear();
    }
}
