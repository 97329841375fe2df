//! Terraform's native syntax, read once into [`Body`] and [`Expr`].
//!
//! It is read here and not by `hcl-edit` because that parser, good as it is, cannot give what
//! Terraform does: it refuses an object key that is there twice (Terraform takes the last), chains
//! of more than 128 operators and numbers such as `1e1000`; keeps numbers as 64 bits; and joins the
//! pieces of a template that `~` and `<<-` must see apart (hashicorp/hcl trims *tokens*). The
//! grammar is that of the
//! [HCL specification](https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md), with the
//! tokens of Terraform 1.11's scanner.

mod collection;
mod expression;
mod heredoc;
mod steps;
mod structure;
mod template;
mod template_tree;
mod token;

use super::{Body, MAX_DEPTH, MAX_FILE, Result};
use crate::diagnostic::Diagnostic;
use crate::expr::{Expr, Kind, Part};
use crate::source::{FileId, Span};
use token::Token;

/// A file of arguments and blocks: `.tf`, `.tofu`, `.tfvars`.
pub fn body(text: &str, file: FileId) -> Result<Body> {
    let mut parser = Parser::new(text, Where::File(file));
    parser.check_size()?;
    // A byte order mark is no part of the text.
    parser.at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    parser.body(true)
}

/// A single expression, which may go over several lines.
pub fn expression(text: &str, place: Where) -> Result<Expr> {
    let mut parser = Parser::new(text, place);
    parser.check_size()?;
    parser.newlines = false;
    let expr = parser.expression()?;
    match parser.peek()?.token {
        Token::End => Ok(expr),
        _ => Err(parser.unexpected(
            "Extra characters after expression",
            "An expression was successfully parsed, but extra characters were found after it.",
        )),
    }
}

/// The text of a template, as a file for `templatefile` has it, or a string of JSON syntax: a plain
/// string, where nothing is to be filled in.
pub fn template(text: &str, place: Where) -> Result<Expr> {
    let mut parser = Parser::new(text, place);
    parser.check_size()?;
    parser.bare_template()
}

/// Whether a text is a name of Terraform's language: letters, digits, underscores and dashes, the
/// first no digit and no dash.
pub fn is_identifier(text: &str) -> bool {
    !text.is_empty() && token::word(text) == text.len()
}

/// Where the text of a parser is.
#[derive(Debug, Clone, Copy)]
pub enum Where {
    /// It is the whole of a file.
    File(FileId),
    /// It was made from what is there, as the strings of JSON files are: everything in it is there.
    Within(Span),
}

/// The place in a text up to which it is parsed.
struct Parser<'a> {
    text: &'a str,
    at: usize,
    place: Where,
    /// Whether a line's end is a token: it is within a block and an object, it is not within
    /// brackets and parentheses.
    newlines: bool,
    /// How many brackets, blocks and templates are open.
    depth: usize,
    /// How many operators are on one path through what is parsed, since the last bracket.
    operators: usize,
    /// The token at `at`, if it was looked at, with the `newlines` it was looked at with.
    peeked: Option<(usize, bool, token::Spanned)>,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, place: Where) -> Self {
        Parser { text, at: 0, place, newlines: true, depth: 0, operators: 0, peeked: None }
    }

    fn check_size(&self) -> Result<()> {
        if self.text.len() <= MAX_FILE {
            return Ok(());
        }
        let detail = format!("At most {} MiB are read of one file.", MAX_FILE >> 20);
        Err(Diagnostic::new(self.span(0, 0), "File too large", detail))
    }

    fn span(&self, start: usize, end: usize) -> Span {
        match self.place {
            Where::File(file) => Span::new(file, start as u32, end as u32),
            Where::Within(span) => span,
        }
    }

    fn error<T>(&self, start: usize, end: usize, summary: &str, detail: &str) -> Result<T> {
        Err(Diagnostic::new(self.span(start, end), summary, detail))
    }

    /// The next token is none that can be there.
    fn unexpected(&mut self, summary: &str, detail: &str) -> Box<Diagnostic> {
        match self.peek() {
            Ok(next) => Diagnostic::new(self.span(next.start, next.end), summary, detail),
            Err(problem) => problem,
        }
    }

    /// Parses one level deeper, with or without line ends as tokens.
    fn nested<T>(
        &mut self,
        newlines: bool,
        inner: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<T> {
        if self.depth >= MAX_DEPTH {
            let detail =
                format!("At most {MAX_DEPTH} brackets, blocks and templates may be nested.");
            return Err(Diagnostic::new(self.span(self.at, self.at), "Nested too deeply", detail));
        }
        let outer = (self.newlines, std::mem::take(&mut self.operators));
        self.newlines = newlines;
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        self.newlines = outer.0;
        self.operators = self.operators.max(outer.1);
        result
    }
}

/// A template as an expression: without holes, a string.
fn template_expr(parts: Vec<Part>, span: Span) -> Expr {
    let kind = match <[Part; 1]>::try_from(parts) {
        Ok([Part::Text(text)]) => Kind::String(text),
        Ok([part]) => Kind::Template(vec![part]),
        Err(parts) if parts.is_empty() => Kind::String("".into()),
        Err(parts) => Kind::Template(parts),
    };
    Expr { kind, span }
}
