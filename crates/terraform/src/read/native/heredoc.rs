//! Heredocs: `<<END` and `<<-END`.

use super::super::Result;
use super::Parser;
use super::template::{Content, Pieces};
use super::token::word;
use crate::expr::Expr;

impl Parser<'_> {
    /// From `<<` to the line of the end marker, without its line end.
    pub(super) fn heredoc(&mut self) -> Result<Expr> {
        let start = self.next()?.start;
        let flush = self.rest().starts_with('-');
        self.at += usize::from(flush);
        let marker = self.rest().get(..word(self.rest())).unwrap_or_default().to_owned();
        self.at += marker.len();
        self.at += usize::from(self.rest().starts_with("\r\n"));
        if marker.is_empty() || !self.rest().starts_with('\n') {
            let detail = "A heredoc begins with << or <<- and its end marker, an identifier, \
                          which ends the line.";
            return self.error(start, start + 2, "Invalid expression", detail);
        }
        self.at += 1;

        let mut pieces = Pieces::default();
        let mut line_begins = true;
        loop {
            if line_begins && self.ends_here(&marker) {
                break;
            }
            if self.rest().is_empty() {
                return self.unterminated(start);
            }
            line_begins = match self.sequence(&mut pieces)? {
                true => false,
                false => self.line(&mut pieces),
            };
        }
        if flush {
            remove_indent(&mut pieces);
        }
        self.finish(pieces, start)
    }

    /// Whether this line is the end marker; then what follows is its line end.
    fn ends_here(&mut self, marker: &str) -> bool {
        let Some((line, _)) = self.rest().split_once('\n') else { return false };
        let ends = line.trim() == marker;
        if ends {
            self.at += line.strip_suffix('\r').unwrap_or(line).len();
        }
        ends
    }
}

/// Takes the smallest indent of all lines from each, as `<<-` says: lines of whitespace alone do
/// not count, a line that begins with a marker has none, and a line whose line end before it was
/// trimmed away is no line.
fn remove_indent(pieces: &mut Pieces) {
    let mut smallest = usize::MAX;
    let mut indented = Vec::new();
    let mut line_begins = true;
    for (at, piece) in pieces.list.iter().enumerate() {
        let text = match &piece.content {
            Content::Text(text) => Some(text),
            _ => None,
        };
        if std::mem::take(&mut line_begins) {
            let indent =
                text.map_or(0, |text| text.chars().take_while(|c| c.is_whitespace()).count());
            let blank =
                text.is_some_and(|text| text.trim_start().is_empty() && text.ends_with('\n'));
            if !blank {
                smallest = smallest.min(indent);
                indented.push(at);
            }
        }
        line_begins = text.is_some_and(|text| text.ends_with('\n'));
    }
    for at in indented {
        if let Some(Content::Text(text)) = pieces.list.get_mut(at).map(|piece| &mut piece.content) {
            let start = text.char_indices().nth(smallest).map_or(text.len(), |(start, _)| start);
            text.drain(..start);
        }
    }
}
