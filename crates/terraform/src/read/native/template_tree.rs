//! The pieces of a template as an expression: the tree of `%{ if }` and `%{ for }`.

use super::super::Result;
use super::template::{Content, Piece, Pieces};
use super::{Parser, template_expr};
use crate::diagnostic::Diagnostic;
use crate::expr::{Expr, Part};
use crate::value::normalized;

impl Parser<'_> {
    /// The pieces as an expression.
    pub(super) fn finish(&mut self, pieces: Pieces, start: usize) -> Result<Expr> {
        let span = self.span(start, self.at);
        let alone = matches!(&*pieces.list, [Piece { content: Content::Value(_), .. }]);
        let mut pieces = pieces.list.into_iter();
        let (mut parts, end) = self.nested(false, |inner| inner.tree(&mut pieces))?;
        if let Some(end) = end {
            let detail = "The control directive that it belongs to is not open here.";
            let summary = format!("Unexpected {} directive", end.word());
            return Err(Diagnostic::new(self.span(end.start, end.end), summary, detail));
        }
        // Nothing but one `${…}` is the value itself, not its text.
        if alone {
            parts.retain(|part| matches!(part, Part::Value(_)));
        }
        Ok(template_expr(parts, span))
    }

    /// The parts up to the end, or up to the piece that ends them.
    fn tree(
        &mut self,
        pieces: &mut std::vec::IntoIter<Piece>,
    ) -> Result<(Vec<Part>, Option<Piece>)> {
        let mut parts = Vec::new();
        let mut text = String::new();
        while let Some(piece) = pieces.next() {
            if let Content::Text(more) = piece.content {
                text.push_str(&more);
                continue;
            }
            if !text.is_empty() {
                parts.push(Part::Text(normalized(&std::mem::take(&mut text))));
            }
            match piece.content {
                Content::Value(value) => parts.push(Part::Value(value)),
                Content::If(condition) => {
                    let (then, mut end) = self.block_of(pieces, piece.start, piece.end)?;
                    let mut otherwise = Vec::new();
                    if matches!(end.content, Content::Else) {
                        (otherwise, end) = self.block_of(pieces, piece.start, piece.end)?;
                    }
                    self.check_end(&end, matches!(end.content, Content::EndIf))?;
                    parts.push(Part::If { condition, then, otherwise });
                }
                Content::For { key, value, collection } => {
                    let (body, end) = self.block_of(pieces, piece.start, piece.end)?;
                    self.check_end(&end, matches!(end.content, Content::EndFor))?;
                    parts.push(Part::For { key, value, collection, body });
                }
                Content::Text(_) | Content::Else | Content::EndIf | Content::EndFor => {
                    return Ok((whole(parts), Some(piece)));
                }
            }
        }
        if !text.is_empty() {
            parts.push(Part::Text(normalized(&text)));
        }
        Ok((whole(parts), None))
    }

    /// The parts of an `if` or a `for`, and what ends them.
    fn block_of(
        &mut self,
        pieces: &mut std::vec::IntoIter<Piece>,
        start: usize,
        end: usize,
    ) -> Result<(Vec<Part>, Piece)> {
        match self.nested(false, |inner| inner.tree(pieces))? {
            (parts, Some(end)) => Ok((parts, end)),
            (_, None) => self.error(
                start,
                end,
                "Unexpected end of template",
                "The directive that begins here is not ended: add %{ endif } or %{ endfor }.",
            ),
        }
    }

    fn check_end(&self, end: &Piece, right: bool) -> Result<()> {
        if right {
            return Ok(());
        }
        let summary = format!("Unexpected {} directive", end.word());
        Err(Diagnostic::new(
            self.span(end.start, end.end),
            summary,
            "It does not end the directive that is open here.",
        ))
    }
}

/// A lone value follows an empty text, so that it is not taken for the value itself.
fn whole(mut parts: Vec<Part>) -> Vec<Part> {
    if let [Part::Value(_)] = &*parts {
        parts.insert(0, Part::Text("".into()));
    }
    parts
}
