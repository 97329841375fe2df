//! [`Sources`]: the files that were read, and [`Span`]: a place in one of them.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// One file that was read, as it is shown to people: by its path below the folder.
#[derive(Debug, Clone)]
pub struct Source {
    path: PathBuf,
    text: Arc<str>,
    /// The offset of the first byte of each line.
    lines: Vec<u32>,
}

impl Source {
    /// A file of this text. A place beyond 4 GiB cannot be named: the readers refuse files long
    /// before.
    pub fn new(path: impl Into<PathBuf>, text: impl Into<Arc<str>>) -> Self {
        let text = text.into();
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0).chain(breaks.map(|(at, _)| (at + 1) as u32)).collect();
        Source { path: path.into(), text, lines }
    }

    /// Where the file is, as it was named when it was read.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What is in the file.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The line and the column of a byte, both counted from 1, the column in characters.
    pub fn position(&self, offset: u32) -> Position {
        let line = self.lines.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = self.lines.get(line).copied().unwrap_or(0) as usize;
        let before = self.text.get(start..offset as usize).unwrap_or_default();
        Position { line: line as u32 + 1, column: before.chars().count() as u32 + 1 }
    }

    /// The line of this number, counted from 1, without its end.
    pub fn line(&self, line: u32) -> &str {
        let start = (line as usize).checked_sub(1).and_then(|at| self.lines.get(at)).copied();
        let rest = start.and_then(|start| self.text.get(start as usize..)).unwrap_or_default();
        rest.lines().next().unwrap_or_default()
    }
}

/// A line and a column, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The column, in characters.
    pub column: u32,
}

/// One of the files of [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A stretch of a file: the bytes from `start` up to `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file; `None` stands for "not read from a file".
    file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte behind the last one.
    pub end: u32,
}

impl Default for Span {
    fn default() -> Self {
        Span::NONE
    }
}

impl Span {
    /// The place of what was declared, and not read from a file.
    pub const NONE: Span = Span { file: FileId(u32::MAX), start: 0, end: 0 };

    /// The bytes `start..end` of a file.
    pub fn new(file: FileId, start: u32, end: u32) -> Self {
        Span { file, start, end }
    }

    /// The file, unless it was declared.
    pub fn file(self) -> Option<FileId> {
        (self.file.0 != u32::MAX).then_some(self.file)
    }

    /// From the beginning of this one to the end of the other.
    pub fn to(self, other: Span) -> Span {
        Span { end: other.end.max(self.start), ..self }
    }
}

/// All files that were read, in the order in which they were.
#[derive(Debug, Default, Clone)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Keeps a file, and says how spans name it.
    pub fn add(&mut self, source: Source) -> FileId {
        self.0.push(source);
        FileId(self.0.len() as u32 - 1)
    }

    /// The file of this name.
    pub fn get(&self, file: FileId) -> Option<&Source> {
        self.0.get(file.0 as usize)
    }

    /// All files, and how spans name them.
    pub fn all(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.0.iter().enumerate().map(|(place, source)| (FileId(place as u32), source))
    }

    /// All files.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.0.iter()
    }

    /// The file, line and column where a span begins.
    pub fn place(&self, span: Span) -> Option<Location<'_>> {
        let source = self.get(span.file()?)?;
        Some(Location { path: source.path(), position: source.position(span.start) })
    }

    /// The text of a span.
    pub fn text(&self, span: Span) -> Option<&str> {
        self.get(span.file()?)?.text().get(span.start as usize..span.end as usize)
    }
}

/// A file, a line and a column; written as `network.tf:12:3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location<'a> {
    /// The file.
    pub path: &'a Path,
    /// The line and the column in it.
    pub position: Position,
}

impl std::fmt::Display for Location<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}:{}:{}", self.path.display(), self.position.line, self.position.column)
    }
}

/// The path without `.`, and without a name followed by `..`.
pub fn clean(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir
                if matches!(clean.components().next_back(), Some(Component::Normal(_))) =>
            {
                clean.pop();
            }
            other => clean.push(other),
        }
    }
    clean
}
