//! Templates: quoted strings, heredocs and files of them, in pieces as Terraform's scanner cuts
//! them, because `~` and `<<-` take whitespace from pieces.

use std::sync::Arc;

use super::super::Result;
use super::Parser;
use crate::diagnostic::Diagnostic;
use crate::expr::Expr;

/// A piece of a template and the bytes it was read from.
pub(super) struct Piece {
    pub content: Content,
    pub start: usize,
    pub end: usize,
}

pub(super) enum Content {
    Text(String),
    Value(Expr),
    If(Expr),
    Else,
    EndIf,
    For { key: Option<Arc<str>>, value: Arc<str>, collection: Expr },
    EndFor,
}

impl Piece {
    pub fn word(&self) -> &'static str {
        match self.content {
            Content::Else => "else",
            Content::EndIf => "endif",
            Content::EndFor => "endfor",
            _ => "template",
        }
    }
}

/// Collects pieces, and takes whitespace away where `~` says so.
#[derive(Default)]
pub(super) struct Pieces {
    pub list: Vec<Piece>,
    /// `~}` came last: the whitespace at the beginning of the next text goes.
    trim_next: bool,
}

impl Pieces {
    pub fn text(&mut self, text: String, start: usize, end: usize) {
        let text = match std::mem::take(&mut self.trim_next) {
            true => text.trim_start().to_owned(),
            false => text,
        };
        self.list.push(Piece { content: Content::Text(text), start, end });
    }

    fn trim_last(&mut self) {
        if let Some(Piece { content: Content::Text(text), .. }) = self.list.last_mut() {
            text.truncate(text.trim_end().len());
        }
    }
}

impl Parser<'_> {
    /// From the opening quote to the closing one.
    pub(super) fn quoted(&mut self) -> Result<Expr> {
        let start = self.next()?.start;
        let mut pieces = Pieces::default();
        loop {
            match self.rest().chars().next() {
                Some('"') => break,
                None | Some('\n' | '\r') => return self.unterminated(start),
                _ if self.sequence(&mut pieces)? => {}
                _ => self.quoted_text(&mut pieces)?,
            }
        }
        self.at += 1;
        self.finish(pieces, start)
    }

    /// A quoted string in which nothing may be filled in: the label of a block.
    pub(super) fn quoted_without_holes(&mut self) -> Result<Arc<str>> {
        let start = self.peek()?.start;
        match self.quoted()?.kind {
            crate::expr::Kind::String(text) => Ok(text),
            _ => self.error(
                start,
                self.at,
                "Invalid string literal",
                "Template sequences are not allowed in this string. To include a literal \"$\", \
                 double it (as \"$$\") to escape it.",
            ),
        }
    }

    /// The whole text, without quotes.
    pub(super) fn bare_template(&mut self) -> Result<Expr> {
        let mut pieces = Pieces::default();
        while !self.rest().is_empty() {
            if !self.sequence(&mut pieces)? {
                self.line(&mut pieces);
            }
        }
        self.finish(pieces, 0)
    }

    pub(super) fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn unterminated<T>(&self, start: usize) -> Result<T> {
        let detail = "No closing marker was found for the string: a quote on the same line, or \
                      the line of a heredoc's end marker.";
        self.error(start, start + 1, "Unterminated template string", detail)
    }

    /// A piece of a quoted string: a lone sign, an escaped marker, or a run of characters.
    /// (Terraform's scanner has them apart.)
    fn quoted_text(&mut self, pieces: &mut Pieces) -> Result<()> {
        let start = self.at;
        let text = match self.sign() {
            Some(text) => text,
            None => self.run()?,
        };
        pieces.text(text, start, self.at);
        Ok(())
    }

    /// `$${`, `%%{`, or a `$` or `%` that begins nothing.
    fn sign(&mut self) -> Option<String> {
        let rest = self.rest();
        let sign = rest.chars().next().filter(|c| matches!(c, '$' | '%'))?;
        let escaped = rest.get(1..).is_some_and(|after| {
            after.starts_with(sign) && after.get(1..).is_some_and(|after| after.starts_with('{'))
        });
        self.at += if escaped { 3 } else { 1 };
        Some(if escaped { format!("{sign}{{") } else { sign.to_string() })
    }

    /// Characters and escapes of a quoted string, up to a sign, a quote or the line's end.
    fn run(&mut self) -> Result<String> {
        let mut text = String::new();
        while let Some(next) = self.rest().chars().next() {
            match next {
                '$' | '%' | '"' | '\n' | '\r' => break,
                '\\' => text.push(self.escape()?),
                other => {
                    text.push(other);
                    self.at += other.len_utf8();
                }
            }
        }
        Ok(text)
    }

    fn escape(&mut self) -> Result<char> {
        let start = self.at;
        let sign = self.rest().chars().nth(1);
        let digits = match sign {
            Some('u') => 4,
            Some('U') => 8,
            _ => 0,
        };
        let character = match sign {
            Some('n') => Some('\n'),
            Some('r') => Some('\r'),
            Some('t') => Some('\t'),
            Some(same @ ('"' | '\\')) => Some(same),
            Some('u' | 'U') => self
                .rest()
                .get(2..2 + digits)
                .filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
                .and_then(|hex| char::from_u32(u32::from_str_radix(hex, 16).ok()?)),
            _ => None,
        };
        let Some(character) = character else {
            let detail = "The valid escape sequences are \\n, \\r, \\t, \\\", \\\\, \\uNNNN and \
                          \\UNNNNNNNN.";
            return self.error(start, start + 2, "Invalid escape sequence", detail);
        };
        self.at += 2 + digits;
        Ok(character)
    }

    /// A line with its end, or what of it is before a marker: a piece of heredocs and files. Says
    /// whether it ended with the line.
    pub(super) fn line(&mut self, pieces: &mut Pieces) -> bool {
        let start = self.at;
        let mut text = String::new();
        while let Some(next) = self.rest().chars().next() {
            match next {
                '$' | '%' if self.rest().get(1..).is_some_and(|after| after.starts_with('{')) => {
                    break;
                }
                '$' | '%' => text.push_str(&self.sign().unwrap_or_default()),
                other => {
                    text.push(other);
                    self.at += other.len_utf8();
                    if other == '\n' {
                        break;
                    }
                }
            }
        }
        let ended = text.ends_with('\n');
        pieces.text(text, start, self.at);
        ended
    }

    /// `${…}` or `%{…}`, if one is next.
    pub(super) fn sequence(&mut self, pieces: &mut Pieces) -> Result<bool> {
        let start = self.at;
        let control = match self.rest().get(..2) {
            Some("${") => false,
            Some("%{") => true,
            _ => return Ok(false),
        };
        self.at += 2;
        pieces.trim_next = false;
        if self.rest().starts_with('~') {
            self.at += 1;
            pieces.trim_last();
        }
        let content = self.nested(false, |inner| {
            let content =
                if control { inner.control()? } else { Content::Value(inner.expression()?) };
            pieces.trim_next = inner.take("~")?;
            let trim_end = inner.at;
            let close = inner.peek()?;
            match inner.take("}")? && (!pieces.trim_next || close.start == trim_end) {
                true => Ok(content),
                false if control => Err(inner.unexpected(
                    "Extra characters in template control sequence",
                    "Expected a closing brace to end the sequence, but found extra characters.",
                )),
                false => Err(inner.unexpected(
                    "Extra characters after interpolation expression",
                    "Expected a closing brace to end the interpolation expression, but found \
                     extra characters.",
                )),
            }
        })?;
        pieces.list.push(Piece { content, start, end: self.at });
        Ok(true)
    }

    fn control(&mut self) -> Result<Content> {
        const FOR: &str = "Invalid 'for' directive";
        let keyword = self.peek()?;
        let word = self.slice(keyword).to_owned();
        if keyword.token != super::Token::Word {
            return Err(self.unexpected(
                "Invalid template directive",
                "A template directive keyword (\"if\", \"for\", etc) is expected at the beginning \
                 of a %{ sequence.",
            ));
        }
        self.next()?;
        match &*word {
            "if" => Ok(Content::If(self.expression()?)),
            "else" => Ok(Content::Else),
            "endif" => Ok(Content::EndIf),
            "endfor" => Ok(Content::EndFor),
            "for" => {
                let first = self.name(FOR, "For directive requires variable name after 'for'.")?;
                let (key, value) = match self.take(",")? {
                    true => (
                        Some(first),
                        self.name(FOR, "For directive requires value variable name after comma.")?,
                    ),
                    false => (None, first),
                };
                if !self.take_word("in")? {
                    return Err(self.unexpected(
                        FOR,
                        "For directive requires the 'in' keyword after its name declarations.",
                    ));
                }
                Ok(Content::For { key, value, collection: self.expression()? })
            }
            other => {
                let detail = format!("\"{other}\" is not a valid template control keyword.");
                Err(Diagnostic::new(
                    self.span(keyword.start, keyword.end),
                    "Invalid template control keyword",
                    detail,
                ))
            }
        }
    }
}
