//! The tokens outside of templates.

use super::{Parser, Result};

/// A token; words and numbers are the text between `start` and `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Word,
    Number,
    /// `"`: what follows is a template.
    Quote,
    /// `<<`: what follows is the head of a heredoc.
    Heredoc,
    Newline,
    End,
    /// One of the operators and brackets.
    Sign(&'static str),
    /// A character that begins no token.
    Other,
}

/// A token and where it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spanned {
    pub token: Token,
    pub start: usize,
    pub end: usize,
}

/// Longer ones first.
const SIGNS: &[&str] = &[
    "...", "==", "!=", "=>", ">=", "<=", "&&", "||", "::", "{", "}", "[", "]", "(", ")", ",", ".",
    ":", "?", "=", "!", "<", ">", "+", "-", "*", "/", "%", "~",
];

impl Parser<'_> {
    /// The next token, which stays.
    pub(super) fn peek(&mut self) -> Result<Spanned> {
        if let Some((at, newlines, token)) = self.peeked
            && (at, newlines) == (self.at, self.newlines)
        {
            return Ok(token);
        }
        let start = self.after_space(self.at)?;
        let token = self.token(start);
        self.peeked = Some((self.at, self.newlines, token));
        Ok(token)
    }

    /// The next token.
    pub(super) fn next(&mut self) -> Result<Spanned> {
        let token = self.peek()?;
        self.at = token.end;
        Ok(token)
    }

    /// Takes the sign if it is next.
    pub(super) fn take(&mut self, sign: &'static str) -> Result<bool> {
        let found = self.peek()?.token == Token::Sign(sign);
        if found {
            self.next()?;
        }
        Ok(found)
    }

    /// Takes the word if it is next.
    pub(super) fn take_word(&mut self, word: &str) -> Result<bool> {
        let found = self.is_word(word)?;
        if found {
            self.next()?;
        }
        Ok(found)
    }

    pub(super) fn is_word(&mut self, word: &str) -> Result<bool> {
        let next = self.peek()?;
        Ok(next.token == Token::Word && self.text.get(next.start..next.end) == Some(word))
    }

    pub(super) fn is_sign(&mut self, sign: &'static str) -> Result<bool> {
        Ok(self.peek()?.token == Token::Sign(sign))
    }

    pub(super) fn slice(&self, token: Spanned) -> &str {
        self.text.get(token.start..token.end).unwrap_or_default()
    }

    /// Where spaces and comments end; line ends are passed over too, where they are no tokens.
    fn after_space(&self, from: usize) -> Result<usize> {
        let bytes = self.text.as_bytes();
        let mut at = from;
        loop {
            match bytes.get(at) {
                Some(b' ' | b'\t') => at += 1,
                Some(b'\n') if !self.newlines => at += 1,
                Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => at += 1,
                Some(b'#') => at = self.line_end(at),
                Some(b'/') if bytes.get(at + 1) == Some(&b'/') => at = self.line_end(at),
                Some(b'/') if bytes.get(at + 1) == Some(&b'*') => {
                    match self.text.get(at + 2..).and_then(|rest| rest.find("*/")) {
                        Some(length) => at += 2 + length + 2,
                        None => {
                            return self.error(
                                at,
                                at + 2,
                                "Unclosed comment",
                                "This comment is not closed: add */ where it ends.",
                            );
                        }
                    }
                }
                _ => return Ok(at),
            }
        }
    }

    fn line_end(&self, from: usize) -> usize {
        self.text
            .as_bytes()
            .get(from..)
            .and_then(|rest| rest.iter().position(|byte| *byte == b'\n'))
            .map_or(self.text.len(), |length| from + length)
    }

    fn token(&self, start: usize) -> Spanned {
        let rest = self.text.get(start..).unwrap_or_default();
        let (token, length) = match rest.chars().next() {
            None => (Token::End, 0),
            Some('\n') => (Token::Newline, 1),
            Some('"') => (Token::Quote, 1),
            Some('0'..='9') => (Token::Number, number(rest.as_bytes())),
            Some(first) if unicode_ident::is_xid_start(first) || first == '_' => {
                (Token::Word, word(rest))
            }
            Some('<') if rest.starts_with("<<") => (Token::Heredoc, 2),
            Some(other) => match SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
                Some(sign) => (Token::Sign(sign), sign.len()),
                None => (Token::Other, other.len_utf8()),
            },
        };
        Spanned { token, start, end: start + length }
    }
}

/// The length of the identifier at the beginning of a text; 0 if there is none.
pub(super) fn word(text: &str) -> usize {
    let mut characters = text.char_indices();
    match characters.next() {
        Some((_, first)) if unicode_ident::is_xid_start(first) || first == '_' => {}
        _ => return 0,
    }
    characters
        .find(|(_, c)| !unicode_ident::is_xid_continue(*c) && *c != '-')
        .map_or(text.len(), |(at, _)| at)
}

/// The length of the number at the beginning. HCL takes digits, dots and exponents in any order,
/// and no dot at the end: which of these are no numbers is said later.
/// Source: HCL, `hclsyntax/scan_tokens.rl`, `NumberLit`.
fn number(bytes: &[u8]) -> usize {
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let (mut at, mut length) = (0, 0);
    loop {
        match bytes.get(at) {
            Some(b'.') => {
                at += 1;
                continue;
            }
            Some(b'0'..=b'9') => at += 1,
            Some(b'e' | b'E') => {
                at += 1 + usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
                if !is_digit(at) {
                    return length;
                }
                at += 1;
            }
            _ => return length,
        }
        length = at;
    }
}
