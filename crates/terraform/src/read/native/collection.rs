//! Lists, objects, and `for` expressions, which make one or the other.

use super::super::Result;
use super::Parser;
use super::token::Token;
use crate::expr::{Base, Expr, For, Key, Kind, Path};

impl Parser<'_> {
    pub(super) fn list(&mut self, start: usize) -> Result<Expr> {
        self.next()?;
        if self.is_word("for")? {
            return self.for_expression(start, false);
        }
        let mut items = Vec::new();
        loop {
            if self.take("]")? {
                return Ok(self.expr(Kind::List(items), start));
            }
            items.push(self.expression()?);
            if !self.take(",")? && !self.is_sign("]")? {
                return Err(self.unexpected(
                    "Missing item separator",
                    "Expected a comma to mark the beginning of the next item.",
                ));
            }
        }
    }

    pub(super) fn object(&mut self, start: usize) -> Result<Expr> {
        self.next()?;
        // A `for` may be on a later line, though line ends count in an object.
        let outer = std::mem::replace(&mut self.newlines, false);
        let is_for = self.is_word("for");
        self.newlines = outer;
        match is_for? {
            true => self.nested(false, |inner| inner.for_expression(start, true)),
            false => self.nested(true, |inner| inner.entries(start)),
        }
    }

    fn entries(&mut self, start: usize) -> Result<Expr> {
        let mut entries = Vec::new();
        loop {
            while self.peek()?.token == Token::Newline {
                self.next()?;
            }
            if self.take("}")? {
                return Ok(self.expr(Kind::Map(entries), start));
            }
            let key = self.key()?;
            if !self.take("=")? && !self.take(":")? {
                let detail =
                    "Expected an equals sign (\"=\") to mark the beginning of the attribute value.";
                return Err(self.unexpected("Missing key/value separator", detail));
            }
            let value = self.expression()?;
            entries.push((key, value));
            let next = self.peek()?;
            match next.token {
                Token::Sign(",") | Token::Newline => self.at = next.end,
                Token::Sign("}") => {}
                _ => {
                    let detail =
                        "Expected a newline or comma to mark the beginning of the next attribute.";
                    return Err(self.unexpected("Missing attribute separator", detail));
                }
            }
        }
    }

    fn key(&mut self) -> Result<Key> {
        let key = self.expression()?;
        match &key.kind {
            // `true`, `null` and a lone name are what they say.
            Kind::Bool(_) | Kind::Null => Ok(Key::Name(
                if let Kind::Bool(value) = key.kind { value.to_string() } else { "null".into() }
                    .into(),
            )),
            Kind::String(text) => Ok(Key::Text(text.clone())),
            Kind::Path(Path { base: Base::Name(name), steps }) if steps.is_empty() => {
                Ok(Key::Name(name.clone()))
            }
            _ => Ok(Key::Expr(key)),
        }
    }

    /// From `for` to the closing bracket.
    fn for_expression(&mut self, start: usize, object: bool) -> Result<Expr> {
        const SUMMARY: &str = "Invalid 'for' expression";
        self.next()?;
        let first = self.name(SUMMARY, "For expression requires variable name after 'for'.")?;
        let (key, value) = match self.take(",")? {
            true => (
                Some(first),
                self.name(SUMMARY, "For expression requires value variable name after comma.")?,
            ),
            false => (None, first),
        };
        if !self.take_word("in")? {
            return Err(self.unexpected(
                SUMMARY,
                "For expression requires the 'in' keyword after its name declarations.",
            ));
        }
        let collection = self.expression()?;
        if !self.take(":")? {
            return Err(self.unexpected(
                SUMMARY,
                "For expression requires a colon after the collection expression.",
            ));
        }
        let mut result = self.expression()?;
        let mut result_key = None;
        let arrow = self.peek()?;
        if self.take("=>")? {
            result_key = Some(std::mem::replace(&mut result, self.expression()?));
        }
        if result_key.is_some() != object {
            let detail = match object {
                true => "Key expression is required when building an object.",
                false => "Key expression is not valid when building a tuple.",
            };
            return self.error(arrow.start, arrow.end, SUMMARY, detail);
        }
        let ellipsis = self.peek()?;
        let group = self.take("...")?;
        if group && !object {
            return self.error(
                ellipsis.start,
                ellipsis.end,
                SUMMARY,
                "Grouping ellipsis (...) cannot be used when building a tuple.",
            );
        }
        let condition = match self.take_word("if")? {
            true => Some(self.expression()?),
            false => None,
        };
        let close = if object { "}" } else { "]" };
        if !self.take(close)? {
            return Err(
                self.unexpected(SUMMARY, "Extra characters after the end of the 'for' expression.")
            );
        }
        let walk = For { key, value, collection, result_key, result, group, condition };
        Ok(self.expr(Kind::For(Box::new(walk)), start))
    }
}
