//! [`Diagnostic`]: what is wrong, and where; [`Diagnostics`]: several of them with their files, to
//! show the line with a caret.

use std::fmt;
use std::sync::Arc;

use crate::source::{Location, Sources, Span};

/// Something that Terraform would refuse, in Terraform's words where it has some.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong, in a few words: `Unsupported attribute`.
    pub summary: String,
    /// What exactly, what is allowed, and what to do.
    pub detail: String,
    /// The place in the source.
    pub span: Span,
}

impl Diagnostic {
    /// What is wrong at a place. Boxed, because nearly every function of the reader may return one.
    pub fn new(span: Span, summary: impl Into<String>, detail: impl Into<String>) -> Box<Self> {
        Box::new(Diagnostic { summary: summary.into(), detail: detail.into(), span })
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.summary)?;
        if self.detail.is_empty() { Ok(()) } else { write!(out, ": {}", self.detail) }
    }
}

/// Everything that is wrong with a configuration, at least one thing.
#[derive(Debug, Clone)]
pub struct Diagnostics {
    /// What is wrong, in the order in which it was found.
    pub list: Vec<Diagnostic>,
    /// The files that the places are in.
    pub sources: Arc<Sources>,
}

impl Diagnostics {
    /// The file, line and column of one of them, unless it has no place.
    pub fn place(&self, diagnostic: &Diagnostic) -> Option<Location<'_>> {
        self.sources.place(diagnostic.span)
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, diagnostic) in self.list.iter().enumerate() {
            if at > 0 {
                writeln!(out)?;
            }
            write_with_line(out, diagnostic, &self.sources)?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}

/// `main.tf:3:11: Summary: detail`, the line, and carets below what is meant.
fn write_with_line(
    out: &mut fmt::Formatter<'_>,
    diagnostic: &Diagnostic,
    sources: &Sources,
) -> fmt::Result {
    let Some((place, source)) =
        sources.place(diagnostic.span).zip(diagnostic.span.file().and_then(|id| sources.get(id)))
    else {
        return write!(out, "{diagnostic}");
    };
    let (line, column) = (place.position.line, place.position.column as usize);
    let shown = source.line(line);
    if shown.chars().count() > LONGEST_LINE {
        return write!(out, "{place}: {diagnostic}");
    }
    let gutter = " ".repeat(line.to_string().len());
    // A tab stays a tab, so that the caret is below what it points at however wide tabs are.
    let indent: String =
        shown.chars().take(column - 1).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
    let meant = sources
        .text(diagnostic.span)
        .unwrap_or_default()
        .lines()
        .next()
        .unwrap_or_default()
        .chars()
        .count();
    let carets = "^".repeat(meant.max(1));
    write!(out, "{place}: {diagnostic}\n{gutter} |\n{line} | {shown}\n{gutter} | {indent}{carets}")
}

/// Lines beyond this are not shown: they are made by programs, and no caret would be found in them.
const LONGEST_LINE: usize = 240;
