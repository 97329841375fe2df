//! [`Body`]: the arguments and blocks of a file or a block, as they are written.

use std::sync::Arc;

use crate::expr::Expr;
use crate::source::Span;

/// The content of a file or a block, in the order of the text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Body {
    /// Arguments and blocks.
    pub items: Vec<Item>,
}

/// An argument or a block.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub enum Item {
    Attribute(Attribute),
    Block(Block),
}

/// `name = value`.
#[derive(Debug, Clone)]
pub struct Attribute {
    /// The name.
    pub name: Arc<str>,
    /// The value.
    pub value: Expr,
    /// Where the name is.
    pub span: Span,
}

/// `kind "label" { … }`.
#[derive(Debug, Clone)]
pub struct Block {
    /// The first word.
    pub kind: Arc<str>,
    /// The labels.
    pub labels: Vec<Label>,
    /// The content.
    pub body: Body,
    /// Where the head is: the first word and the labels.
    pub span: Span,
}

/// A label of a block.
#[derive(Debug, Clone)]
pub struct Label {
    /// What it says, without quotes.
    pub name: Arc<str>,
    /// The place in its file.
    pub span: Span,
}

impl Body {
    /// The argument of this name.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes().find(|attribute| &*attribute.name == name)
    }

    /// All arguments.
    pub fn attributes(&self) -> impl Iterator<Item = &Attribute> {
        self.items.iter().filter_map(|item| match item {
            Item::Attribute(attribute) => Some(attribute),
            Item::Block(_) => None,
        })
    }

    /// All blocks.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.items.iter().filter_map(|item| match item {
            Item::Attribute(_) => None,
            Item::Block(block) => Some(block),
        })
    }

    /// The blocks of this name.
    pub fn blocks_of<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Block> {
        self.blocks().filter(move |block| &*block.kind == kind)
    }
}

impl Item {
    /// The name of the argument or of the block.
    pub fn name(&self) -> &Arc<str> {
        match self {
            Item::Attribute(attribute) => &attribute.name,
            Item::Block(block) => &block.kind,
        }
    }

    /// The place in its file.
    pub fn span(&self) -> Span {
        match self {
            Item::Attribute(attribute) => attribute.span,
            Item::Block(block) => block.span,
        }
    }
}

// Equal is what says the same, wherever it is.

impl PartialEq for Attribute {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.value == other.value
    }
}

impl PartialEq for Block {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind && self.labels == other.labels && self.body == other.body
    }
}

impl PartialEq for Label {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
