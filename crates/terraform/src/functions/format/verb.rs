//! [`Verb`]: one verb of a format string: `%`, flags, width, `.` precision, `[argument]`, letter.

use super::super::FunctionError;
use super::super::support::{characters, quoted};

/// A width or precision beyond this is an error, as it is one of Go's own formatting.
const WIDEST: usize = 1_000_000;

/// One verb of a format string.
pub struct Verb<'f> {
    /// From `%` to the letter.
    pub raw: &'f str,
    /// Where it begins, in bytes.
    pub offset: usize,
    pub letter: char,
    pub zero: bool,
    pub sharp: bool,
    pub plus: bool,
    pub minus: bool,
    pub space: bool,
    pub width: Option<usize>,
    pub precision: Option<usize>,
}

impl Verb<'_> {
    /// The error for a value that the verb cannot format.
    pub fn unsupported(&self, why: &str) -> FunctionError {
        FunctionError::call(format!(
            "unsupported value for {} at {}: {why}",
            quoted(self.raw),
            self.offset
        ))
    }

    /// Filled up to the width, with zeros even after the text's own sign.
    pub fn padded(&self, text: String) -> String {
        let missing = self.width.unwrap_or(0).saturating_sub(characters(&text).count());
        let padding = if self.zero { "0" } else { " " }.repeat(missing);
        if self.minus { text + &padding } else { padding + &text }
    }
}

/// Reads the verb at the beginning of `text`: it, the argument that it names, and what is after it.
pub fn read<'f>(
    format: &str,
    offset: usize,
    text: &'f str,
) -> Result<(Verb<'f>, Option<usize>, &'f str), FunctionError> {
    let mut rest = &text[1..];
    let mut verb = Verb {
        raw: text,
        offset,
        letter: ' ',
        zero: false,
        sharp: false,
        plus: false,
        minus: false,
        space: false,
        width: None,
        precision: None,
    };
    while let Some(flag) = rest.chars().next().filter(|c| " #+-0".contains(*c)) {
        match flag {
            ' ' => verb.space = true,
            '#' => verb.sharp = true,
            '+' => verb.plus = true,
            '-' => verb.minus = true,
            _ => verb.zero = true,
        }
        rest = &rest[1..];
    }
    fn number<'f>(rest: &mut &'f str) -> &'f str {
        let (digits, after) =
            rest.split_at(rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()));
        *rest = after;
        digits
    }
    let size = |digits: &str| match digits.parse::<usize>() {
        Ok(size) if size <= WIDEST => Ok(size),
        _ if digits.is_empty() => Ok(0),
        _ => Err(FunctionError::call(format!(
            "a width or precision of {digits} is more than the {WIDEST} that are evaluated here"
        ))),
    };
    let width = number(&mut rest);
    if !width.is_empty() {
        verb.width = Some(size(width)?);
    }
    if let Some(after) = rest.strip_prefix('.') {
        rest = after;
        verb.precision = Some(size(number(&mut rest))?);
    }
    let mut argument = None;
    let unrecognized = |rest: &str| match rest.chars().next() {
        Some(c) => FunctionError::call(format!(
            "unrecognized format character {c:?} at offset {}",
            format.len() - rest.len()
        )),
        None => FunctionError::call(format!(
            "invalid format string starting at offset {}",
            format.len()
        )),
    };
    if let Some(after) = rest.strip_prefix('[') {
        rest = after;
        let digits = number(&mut rest);
        if digits.is_empty() || digits.starts_with('0') {
            return Err(unrecognized(rest));
        }
        argument = Some(size(digits)?);
        rest = rest.strip_prefix(']').ok_or_else(|| unrecognized(rest))?;
    }
    match rest.chars().next() {
        Some(letter) if letter.is_ascii_alphabetic() => {
            verb.letter = letter;
            rest = &rest[1..];
            verb.raw = &text[..text.len() - rest.len()];
            Ok((verb, argument, rest))
        }
        _ => Err(unrecognized(rest)),
    }
}
