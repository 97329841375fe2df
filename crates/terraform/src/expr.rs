//! [`Expr`]: an expression of Terraform's language, parsed once, with its place in the file.

mod references;

use std::sync::Arc;

use crate::number::Number;
use crate::source::Span;
pub use references::{Reference, references_of};

/// An expression and where it was read; [`Span::NONE`] when it was declared.
#[derive(Debug, Clone)]
pub struct Expr {
    /// The kind.
    pub kind: Kind,
    /// Where it was read.
    pub span: Span,
}

/// What an expression is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text without holes: a quoted string or a heredoc without interpolations, unescaped and in
    /// NFC.
    String(Arc<str>),
    /// `[a, b]`.
    List(Vec<Expr>),
    /// `{ a = b }`, in the order of the text; a key that is there twice is there twice.
    Map(Vec<(Key, Expr)>),
    /// A text with holes. A single [`Part::Value`] is the value itself, not its text: `"${[1]}"` is
    /// a list. (A value that is the only part that is left, but not all that was written,
    /// follows an empty [`Part::Text`].)
    Template(Vec<Part>),
    /// `aws_vpc.main[0].id`, `f(x)[*].y`, and a lone `x`.
    Path(Path),
    /// `f(a, b...)`.
    Call(Call),
    /// `condition ? then : otherwise`.
    If(Box<If>),
    /// `[for …]` and `{for …}`.
    For(Box<For>),
    /// `a + b`.
    Binary(Box<Binary>),
    /// `-a`, `!a`.
    Unary(Unary, Box<Expr>),
    /// `(a)`: another expression than `a` for the key of an object, and nowhere else.
    Parentheses(Box<Expr>),
}

/// A key of an object.
#[derive(Debug, Clone)]
pub enum Key {
    /// A bare word, or a name in JSON syntax.
    Name(Arc<str>),
    /// A text in quotes, without holes: in a value the same as a bare word, but no name of an
    /// attribute in a type.
    Text(Arc<str>),
    /// `(var.x)`, `"a-${b}"`, `5`: evaluated, then converted to a string. A path without
    /// parentheses, `aws.west`, is no key of a value: Terraform takes it only where names are
    /// meant, as in `providers`.
    Expr(Expr),
    /// The same of JSON syntax, where no key of an object may say what another one says.
    Template(Expr),
}

/// A part of a text with holes.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// What stands for itself; `$${` is already `${` here, and whitespace that `~` or `<<-` take
    /// away is gone.
    Text(Arc<str>),
    /// `${…}`.
    Value(Expr),
    /// `%{ if condition }…%{ else }…%{ endif }`.
    If {
        /// The condition.
        condition: Expr,
        /// The text there if it is true.
        then: Vec<Part>,
        /// The text there if not: nothing without `else`.
        otherwise: Vec<Part>,
    },
    /// `%{ for key, value in collection }…%{ endfor }`.
    For {
        /// The name of the key or index, where it has one.
        key: Option<Arc<str>>,
        /// The name of the element.
        value: Arc<str>,
        /// What is walked through.
        collection: Expr,
        /// The text there for each element.
        body: Vec<Part>,
    },
}

/// A name or a value, and the steps into it.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// The name that it begins with.
    pub base: Base,
    /// The steps, from left to right.
    pub steps: Vec<Step>,
}

/// Where a path begins.
#[derive(Debug, Clone, PartialEq)]
pub enum Base {
    /// A name: `var`, `aws_vpc`, or one that a `for` gives.
    Name(Arc<str>),
    /// Any other expression.
    Expr(Box<Expr>),
}

/// A step of a path.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// `.name`.
    Attribute(Arc<str>),
    /// `[index]`, and `.0`.
    Index(Expr),
    /// `[*]` or `.*`, with the steps that are taken into each element; what follows it in the path
    /// is taken into the whole result.
    Splat(Splat),
}

/// `[*].a[0]` takes all further steps into each element, `.*.a[0]` attributes only.
#[derive(Debug, Clone, PartialEq)]
pub struct Splat {
    /// The steps that are taken into each element.
    pub each: Vec<Step>,
    /// Whether it is `.*`.
    pub attributes_only: bool,
}

/// A call of a function.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// The name, with its namespace where one is written: `core::upper`.
    pub name: Arc<str>,
    /// The arguments.
    pub arguments: Vec<Expr>,
    /// Whether the last argument is a list of further arguments: `max(list...)`.
    pub expand: bool,
}

/// `condition ? then : otherwise`.
#[derive(Debug, Clone, PartialEq)]
pub struct If {
    /// The condition.
    pub condition: Expr,
    /// The value if it is true.
    pub then: Expr,
    /// The value if it is false.
    pub otherwise: Expr,
}

/// `[for key, value in collection : result if condition]` and `{for … : name => result...}`.
#[derive(Debug, Clone, PartialEq)]
pub struct For {
    /// The name of the key or index, where it has one.
    pub key: Option<Arc<str>>,
    /// The name of the element.
    pub value: Arc<str>,
    /// What is walked through.
    pub collection: Expr,
    /// The key of the result: an object is made; without it, a list.
    pub result_key: Option<Expr>,
    /// The result for each element.
    pub result: Expr,
    /// Whether results of one key are grouped in a list: `...`.
    pub group: bool,
    /// Which elements count.
    pub condition: Option<Expr>,
}

/// Two operands.
#[derive(Debug, Clone, PartialEq)]
pub struct Binary {
    /// What is done with them.
    pub operator: Operator,
    /// The left operand.
    pub left: Expr,
    /// The right operand.
    pub right: Expr,
}

/// An operator of two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Operator {
    Or,
    And,
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}

/// An operator of one operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Unary {
    Negate,
    Not,
}

impl Expr {
    /// The path `root.step.step…`, without a place.
    pub fn path<'a>(root: &str, steps: impl IntoIterator<Item = &'a str>) -> Self {
        let steps = steps.into_iter().map(|name| Step::Attribute(name.into())).collect();
        Kind::Path(Path { base: Base::Name(root.into()), steps }).into()
    }

    /// The expression within its parentheses.
    pub fn bare(&self) -> &Expr {
        let mut expr = self;
        while let Kind::Parentheses(inner) = &expr.kind {
            expr = inner;
        }
        expr
    }
}

/// A bare word and a text in quotes are equal if they name the same attribute.
impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Key::Name(one) | Key::Text(one), Key::Name(other) | Key::Text(other)) => one == other,
            (Key::Expr(one), Key::Expr(other)) | (Key::Template(one), Key::Template(other)) => {
                one == other
            }
            _ => false,
        }
    }
}

/// Two expressions are equal if they say the same, wherever they are.
impl PartialEq for Expr {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

impl From<Kind> for Expr {
    fn from(kind: Kind) -> Self {
        Expr { kind, span: Span::NONE }
    }
}
