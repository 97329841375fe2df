//! Settings whose value is one of several keywords.

use serde::de::{Error, Visitor};
use std::{fmt, marker::PhantomData, str::FromStr};

/// Reads a word where it is, so that an error in a list points at the item and not at the list.
pub(in crate::config) struct Word<T> {
    allowed: &'static [&'static str],
    read: PhantomData<T>,
}

impl<T> Word<T> {
    pub fn new(allowed: &'static [&'static str]) -> Self {
        Self { allowed, read: PhantomData }
    }
}

impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Word<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", self.allowed.join("\", \""))
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<T, E> {
        word.parse().map_err(E::custom)
    }
}
