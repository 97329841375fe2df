use std::{borrow::Borrow, fmt};

/// A value that no log, error or panic message can show: `Debug` and `Display` print `***`, and it
/// has no `Serialize`.
///
/// ```
/// let number = payment_validator::Masked::new("4111111111111111");
/// assert_eq!(format!("{number} {number:?}"), "*** ***");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Masked<T>(T);

impl<T> Masked<T> {
    /// Hides `value`.
    pub fn new(value: T) -> Self {
        Self(value)
    }

    /// The value itself, for a rule to look at.
    pub fn expose(&self) -> &T {
        &self.0
    }
}

impl Borrow<str> for Masked<String> {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl<T> fmt::Debug for Masked<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl<T> fmt::Display for Masked<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}
