//! Finds card numbers where none may be: in free text and in identifiers.
//!
//! A card number is known by its length (13 to 19 digits), its issuer range and its check digit
//! together, so that most other numbers are let through.

use crate::{
    card,
    digits::{Part, part},
    iban, issuer,
};

/// Whether free text holds a card number, however its digits are written and separated. The digits
/// of an IBAN are those of an account.
pub(crate) fn in_text(text: &str) -> bool {
    let holds_card = |text: &str| runs(text).iter().any(|run| run.holds_card(|_| true));
    holds_card(text) && holds_card(&without_ibans(text))
}

/// Whether an identifier holds a card number. Identifiers are made of numbers, so this asks for
/// more than [`in_text`]: digits are joined across hyphens and underscores only where the groups
/// are those of a card, and what is hexadecimal is not taken for decimal.
pub(crate) fn in_identifier(text: &str) -> bool {
    if text.bytes().filter(u8::is_ascii_digit).count() < LENGTHS[0] {
        return false;
    }
    let mut text = text.to_owned();
    for start in 0..text.len() {
        let Some(uuid) = uuid_at(&text, start).map(str::to_owned) else { continue };
        let digits: String = uuid.chars().filter(char::is_ascii_digit).collect();
        if digits.len() == 32 && decimal_uuid_holds_card(&digits) {
            return true;
        }
        text.replace_range(start..start + uuid.len(), &"x".repeat(uuid.len()));
    }
    runs(&without_hexadecimal(&text)).iter().any(|run| run.holds_card(is_card_layout))
}

/// The lengths of a card number; shorter ones (Maestro has some of 12) are too often something
/// else.
const LENGTHS: [usize; 7] = [13, 14, 15, 16, 17, 18, 19];

/// Digits, in ASCII, with nothing but separators between them.
#[derive(Default)]
struct Run {
    digits: String,
    /// Where groups begin.
    starts: Vec<usize>,
}

fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut run = Run::default();
    let mut begins = true;
    for c in text.chars() {
        match part(c) {
            Part::Digit(digit) => {
                if std::mem::take(&mut begins) {
                    run.starts.push(run.digits.len());
                }
                run.digits.push(digit);
            }
            Part::Separator => begins = true,
            Part::Letter => {
                runs.push(std::mem::take(&mut run));
                begins = true;
            }
        }
    }
    runs.push(run);
    runs.retain(|run| run.digits.len() >= LENGTHS[0]);
    runs
}

impl Run {
    /// Whether a card number begins with a group and ends with one, or with an expiry. Before it
    /// there may be zeros or an expiry. `is_layout` is given the sizes of its groups.
    fn holds_card(&self, is_layout: impl Fn(&[usize]) -> bool) -> bool {
        (0..self.starts.len()).any(|group| {
            let (start, end) = self.bounds(group);
            let digits = &self.digits[start..end];
            let zeros = digits.len() - digits.trim_start_matches('0').len();
            let expiries =
                [4, 6].into_iter().filter(|length| digits.get(..*length).is_some_and(is_expiry));
            [zeros]
                .into_iter()
                .chain(expiries)
                .any(|skipped| self.card_from(group, start + skipped, &is_layout))
        })
    }

    fn bounds(&self, group: usize) -> (usize, usize) {
        let start = self.starts.get(group).copied().unwrap_or(self.digits.len());
        (start, self.starts.get(group + 1).copied().unwrap_or(self.digits.len()))
    }

    /// Whether a card number begins at `start`, which is in `group`.
    fn card_from(&self, group: usize, start: usize, is_layout: &impl Fn(&[usize]) -> bool) -> bool {
        LENGTHS.map(|length| start + length).into_iter().any(|end| {
            self.digits.get(start..end).is_some_and(is_card) && self.ends_at(end) && {
                let groups = (group..self.starts.len()).map(|group| self.bounds(group));
                let sizes = groups.map(|(from, to)| to.min(end).saturating_sub(from.max(start)));
                is_layout(&sizes.filter(|size| *size > 0).collect::<Vec<_>>())
            }
        })
    }

    /// Whether a group ends at `end`, or nothing but an expiry and a verification value is left of
    /// it.
    fn ends_at(&self, end: usize) -> bool {
        let next =
            self.starts.iter().copied().find(|start| *start >= end).unwrap_or(self.digits.len());
        let rest = &self.digits[end..next];
        let expires = |length| {
            rest.get(..length).is_some_and(is_expiry) && matches!(rest.len() - length, 0 | 3 | 4)
        };
        rest.is_empty() || expires(4) || expires(6)
    }
}

fn is_card(digits: &str) -> bool {
    card::passes_luhn(digits) && issuer::range_of(digits).is_some()
}

/// A month and a year from 2020 to 2059, in either order, the year in two or four digits.
fn is_expiry(digits: &str) -> bool {
    let number =
        |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let (months, years) = (1..=12, 20..=59);
    let holds = |month: Option<u32>, year: Option<u32>| {
        month.is_some_and(|month| months.contains(&month))
            && year.is_some_and(|year| years.contains(&year))
    };
    match digits.len() {
        4 => holds(number(0, 2), number(2, 4)) || holds(number(2, 4), number(0, 2)),
        6 => {
            digits.get(2..4) == Some("20") && holds(number(0, 2), number(4, 6))
                || digits.get(..2) == Some("20") && holds(number(4, 6), number(2, 4))
        }
        _ => false,
    }
}

/// The groups that card numbers are printed in, and any small groups of one size, of which the last
/// may be shorter. Larger ones are more often a customer's number and an order's.
fn is_card_layout(sizes: &[usize]) -> bool {
    match sizes {
        [_] | [4, 6, 4 | 5] | [6, 13] | [4, 4, 5] | [4, 3, 3, 3] | [1, 4, 5, 5] => true,
        [first @ 1..=5, .., last] => {
            last <= first && sizes.iter().rev().skip(1).all(|size| size == first)
        }
        _ => false,
    }
}

/// The UUID that begins at `start`: 8-4-4-4-12 hexadecimal digits, with no letter or digit next to
/// them.
fn uuid_at(text: &str, start: usize) -> Option<&str> {
    let uuid = text.get(start..start.checked_add(36)?)?;
    let alphanumeric = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let alone = !alphanumeric(text.get(..start)?.chars().next_back())
        && !alphanumeric(text.get(start + 36..)?.chars().next());
    let has_form = uuid.bytes().enumerate().all(|(at, byte)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    });
    (alone && has_form).then_some(uuid)
}

/// Whether the 32 digits of a UUID without letters hold a card number: from the beginning of a
/// group or after leading zeros, or else up to the end or the zeros there.
fn decimal_uuid_holds_card(digits: &str) -> bool {
    let zeros = digits.len() - digits.trim_start_matches('0').len();
    let starts = [0, zeros, 8, 12, 16, 20];
    let ends = [digits.len(), digits.trim_end_matches('0').len()];
    let from = |start: usize| {
        LENGTHS.into_iter().any(|length| digits.get(start..start + length).is_some_and(is_card))
    };
    let to = |end: usize| {
        LENGTHS.into_iter().any(|length| {
            end.checked_sub(length).and_then(|start| digits.get(start..end)).is_some_and(is_card)
        })
    };
    starts.into_iter().any(from) || ends.into_iter().any(to)
}

/// `text` with a letter for every character of an IBAN that stands alone, in one piece or in groups
/// with spaces.
fn without_ibans(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut veiled = characters.clone();
    let mut start = 0;
    while start < characters.len() {
        let begins =
            start.checked_sub(1).is_none_or(|before| !characters[before].is_alphanumeric());
        match begins.then(|| iban_at(&characters[start..])).flatten() {
            Some(length) => {
                veiled[start..start + length].fill('x');
                start += length;
            }
            None => start += 1,
        }
    }
    veiled.into_iter().collect()
}

/// How many characters the longest IBAN at the beginning takes.
fn iban_at(characters: &[char]) -> Option<usize> {
    if !characters.first()?.is_ascii_uppercase() || !characters.get(2)?.is_ascii_digit() {
        return None;
    }
    let mut compact = String::new();
    let mut longest = None;
    for (at, c) in characters.iter().enumerate() {
        match c {
            ' ' | '\u{A0}' => continue,
            _ if c.is_ascii_alphanumeric() && compact.len() < iban::MAX_LENGTH => compact.push(*c),
            _ => break,
        }
        let ends = characters.get(at + 1).is_none_or(|next| !next.is_alphanumeric());
        longest = if ends && iban::iban(&compact).is_ok() { Some(at + 1) } else { longest };
    }
    longest
}

/// Long hexadecimal words of digits and letters are random, and have runs of decimal digits by
/// chance. In them a card number is looked for only at the beginning and at the end, and in one as
/// long as a UUID (32) nowhere: the other digits are replaced by a letter.
fn without_hexadecimal(text: &str) -> String {
    const LONG: usize = 20;
    let words = text.split_inclusive(|c: char| !c.is_ascii_alphanumeric());
    let veiled = words.map(|word| {
        let bare = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        let is_letter = |c: char| c.is_ascii_alphabetic();
        let hexadecimal =
            bare.contains(is_letter) && bare.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !hexadecimal || bare.len() < LONG {
            return word.to_owned();
        }
        let (first, last) = (bare.find(is_letter).unwrap_or(0), bare.rfind(is_letter).unwrap_or(0));
        let kept = |at: usize| at >= bare.len() || bare.len() != 32 && (at < first || at > last);
        word.char_indices().map(|(at, c)| if kept(at) { c } else { 'x' }).collect()
    });
    veiled.collect()
}
