//! Parses JSON with positions: `serde_json` has the position of an error, but not that of a key or
//! a value.

use std::borrow::Cow;

use super::super::{MAX_DEPTH, Result};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};

/// A value of JSON and where it is.
pub(super) struct Json {
    pub node: Node,
    pub span: Span,
}

pub(super) enum Node {
    Null,
    Bool(bool),
    Number(String),
    String(String),
    Array(Vec<Json>),
    /// In the order of the text; a key that is there twice is there twice.
    Object(Vec<(Key, Json)>),
}

/// A key of an object and where it is.
pub(super) struct Key {
    pub name: String,
    pub span: Span,
}

impl Json {
    /// In words, for messages.
    pub fn what(&self) -> &'static str {
        match self.node {
            Node::Null => "null",
            Node::Bool(_) => "a boolean",
            Node::Number(_) => "a number",
            Node::String(_) => "a string",
            Node::Array(_) => "an array",
            Node::Object(_) => "an object",
        }
    }
}

/// The one value of a file.
pub(super) fn scan(text: &str, file: FileId) -> Result<Json> {
    let mut scanner = Scanner { text, at: 0, file, depth: 0 };
    let value = scanner.value()?;
    scanner.space();
    match scanner.rest().is_empty() {
        true => Ok(value),
        false => scanner
            .error("Extraneous data after value", "Extra characters appear after the JSON value."),
    }
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    file: FileId,
    depth: usize,
}

impl Scanner<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn space(&mut self) {
        self.at += self
            .rest()
            .bytes()
            .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
            .count();
    }

    fn error<T>(&self, summary: &str, detail: &str) -> Result<T> {
        Err(Diagnostic::new(self.span(self.at), summary, detail))
    }

    /// From `start` to here.
    fn span(&self, start: usize) -> Span {
        Span::new(self.file, start as u32, self.at as u32)
    }

    fn take(&mut self, sign: char) -> bool {
        self.space();
        let found = self.rest().starts_with(sign);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self) -> Result<Json> {
        self.space();
        let start = self.at;
        let node = match self.rest().bytes().next() {
            Some(b'{') => self.nested(Self::object)?,
            Some(b'[') => self.nested(Self::array)?,
            Some(b'"') => Node::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.word()?,
        };
        Ok(Json { node, span: self.span(start) })
    }

    fn nested(&mut self, inner: impl FnOnce(&mut Self) -> Result<Node>) -> Result<Node> {
        if self.depth >= MAX_DEPTH {
            return self.error(
                "Nested too deeply",
                &format!("At most {MAX_DEPTH} arrays and objects may be nested."),
            );
        }
        self.depth += 1;
        self.at += 1;
        let node = inner(self)?;
        self.depth -= 1;
        Ok(node)
    }

    fn word(&mut self) -> Result<Node> {
        let words =
            [("null", Node::Null), ("true", Node::Bool(true)), ("false", Node::Bool(false))];
        for (word, node) in words {
            if self.rest().starts_with(word) {
                self.at += word.len();
                return Ok(node);
            }
        }
        self.error(
            "Invalid JSON value",
            "A JSON value is required here: an object, an array, a string, a number, true, false \
             or null.",
        )
    }

    fn number(&mut self) -> Result<Node> {
        let length = self
            .rest()
            .bytes()
            .take_while(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'));
        let text = self.rest().get(..length.count()).unwrap_or_default().to_owned();
        // What a number of JSON is, `serde_json` knows.
        if serde_json::from_str::<serde::de::IgnoredAny>(&text).is_err() {
            return self.error(
                "Invalid JSON number",
                "This is no number of JSON: it may have no leading zero, and needs digits on both \
                 sides of a point.",
            );
        }
        self.at += text.len();
        Ok(Node::Number(text))
    }

    fn string(&mut self) -> Result<String> {
        let length = {
            let mut escaped = false;
            let end = self.rest().bytes().skip(1).position(|byte| {
                let ends = byte == b'"' && !escaped;
                escaped = byte == b'\\' && !escaped;
                ends
            });
            match end {
                Some(length) => length + 2,
                None => {
                    return self.error(
                        "Unclosed JSON string",
                        "There is no closing quote for this string before the end of the file.",
                    );
                }
            }
        };
        let written = self.rest().get(..length).unwrap_or_default();
        let decoded = serde_json::from_str(written)
            .or_else(|_| serde_json::from_str(&without_lone_surrogates(written)));
        match decoded {
            Ok(text) => {
                self.at += length;
                Ok(text)
            }
            Err(_) => self.error(
                "Invalid JSON string",
                "This string has a control character or an escape that JSON does not know.",
            ),
        }
    }

    fn array(&mut self) -> Result<Node> {
        let mut items = Vec::new();
        if self.take(']') {
            return Ok(Node::Array(items));
        }
        loop {
            items.push(self.value()?);
            if self.take(']') {
                return Ok(Node::Array(items));
            }
            if !self.take(',') {
                return self.error(
                    "Missing comma in JSON",
                    "A comma or a closing bracket is required after an element of an array.",
                );
            }
        }
    }

    fn object(&mut self) -> Result<Node> {
        let mut entries = Vec::new();
        if self.take('}') {
            return Ok(Node::Object(entries));
        }
        loop {
            self.space();
            let start = self.at;
            if !self.rest().starts_with('"') {
                return self.error(
                    "Invalid JSON key",
                    "The key of an object is required here, in quotes.",
                );
            }
            let key = Key { name: self.string()?, span: self.span(start) };
            if !self.take(':') {
                return self.error(
                    "Missing colon in JSON",
                    "A colon is required after the key of an object.",
                );
            }
            entries.push((key, self.value()?));
            if self.take('}') {
                return Ok(Node::Object(entries));
            }
            if !self.take(',') {
                return self.error(
                    "Missing comma in JSON",
                    "A comma or a closing brace is required after a value of an object.",
                );
            }
        }
    }
}

/// Half of a pair of surrogates stands for nothing: Terraform makes it U+FFFD, where `serde_json`
/// refuses it.
fn without_lone_surrogates(written: &str) -> Cow<'_, str> {
    let code = |at: usize| {
        let hex = written.get(at..at + 6)?.strip_prefix("\\u")?;
        u32::from_str_radix(hex, 16).ok()
    };
    let mut result = String::new();
    let mut at = 0;
    while let Some(next) = written.get(at..).and_then(|rest| rest.chars().next()) {
        let length = match (code(at), code(at + 6)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0xD800..=0xDFFF), _) => {
                result.push_str("\\uFFFD");
                at += 6;
                continue;
            }
            _ if next == '\\' => {
                1 + written
                    .get(at + 1..)
                    .and_then(|rest| rest.chars().next())
                    .map_or(0, char::len_utf8)
            }
            _ => next.len_utf8(),
        };
        result.push_str(written.get(at..at + length).unwrap_or_default());
        at += length;
    }
    Cow::Owned(result)
}
