//! [`text!`](crate::text): strings that join literals and references, as
//! `"arn:aws:s3:::${aws_s3_bucket.logs.id}/*"`.

use std::borrow::Cow;
use std::fmt::Write;

use hcl::Number;
use hcl::expr::{Expression, TemplateExpr, TraversalOperator};

use super::{Attr, Ref};

/// One part of a joined string.
#[derive(Debug, Clone)]
pub enum Part<'a> {
    /// Text that stands for itself, `${` included.
    Literal(Cow<'a, str>),
    /// A value Terraform fills in.
    Interpolation(Cow<'a, Expression>),
}

impl<'a> From<&'a str> for Part<'a> {
    fn from(text: &'a str) -> Self {
        Part::Literal(Cow::Borrowed(text))
    }
}

impl From<String> for Part<'_> {
    fn from(text: String) -> Self {
        Part::Literal(Cow::Owned(text))
    }
}

impl<T> From<Ref<T>> for Part<'_> {
    fn from(reference: Ref<T>) -> Self {
        Part::Interpolation(Cow::Owned(reference.into_expression()))
    }
}

impl<'a, T> From<&'a Ref<T>> for Part<'a> {
    fn from(reference: &'a Ref<T>) -> Self {
        Part::Interpolation(Cow::Borrowed(reference.expression()))
    }
}

impl From<Attr<String>> for Part<'_> {
    fn from(attribute: Attr<String>) -> Self {
        match attribute {
            Attr::Unset => "".into(),
            Attr::Value(text) => text.into(),
            Attr::Ref(reference) => reference.into(),
        }
    }
}

impl<'a> From<&'a Attr<String>> for Part<'a> {
    fn from(attribute: &'a Attr<String>) -> Self {
        match attribute {
            Attr::Unset => "".into(),
            Attr::Value(text) => text.as_str().into(),
            Attr::Ref(reference) => reference.into(),
        }
    }
}

impl From<Attr<Number>> for Part<'_> {
    fn from(attribute: Attr<Number>) -> Self {
        match attribute {
            Attr::Unset => "".into(),
            Attr::Value(number) => number.to_string().into(),
            Attr::Ref(reference) => reference.into(),
        }
    }
}

impl From<&Attr<Number>> for Part<'_> {
    fn from(attribute: &Attr<Number>) -> Self {
        attribute.clone().into()
    }
}

/// Joins the parts: a plain string when all are literal, a template when not.
///
/// The template holds its source as Terraform's JSON wants it: literals without backslash escapes,
/// markers escaped.
pub fn join<const N: usize>(parts: [Part<'_>; N]) -> Attr<String> {
    let (mut source, mut text, mut interpolated) = (String::new(), String::new(), false);
    for part in parts {
        match part {
            Part::Literal(literal) => text.push_str(&literal),
            Part::Interpolation(expression) => {
                push_guarded(&mut source, &markers(&text));
                push_interpolation(&mut source, &expression);
                text.clear();
                interpolated = true;
            }
        }
    }
    if !interpolated {
        return Attr::Value(text);
    }
    source.push_str(&markers(&text));
    Attr::Ref(Ref::new(TemplateExpr::QuotedString(source).into()))
}

/// A template inside a template would only nest quotes: its source continues the outer one.
fn push_interpolation(source: &mut String, expression: &Expression) {
    match expression {
        Expression::TemplateExpr(inner) => match inner.as_ref() {
            TemplateExpr::QuotedString(inner) => push_guarded(source, inner),
            TemplateExpr::Heredoc(inner) => push_guarded(source, &inner.template),
        },
        other => {
            source.push_str("${");
            push_expression(source, other);
            source.push('}');
        }
    }
}

fn push_expression(source: &mut String, expression: &Expression) {
    let start = source.len();
    if !push_names(source, expression) {
        source.truncate(start);
        write!(source, "{expression}").expect("writing to a String does not fail");
    }
}

/// Writes names joined by dots, and says whether the expression is no more than that: nearly all
/// are, and a formatter is made for each other one.
fn push_names(source: &mut String, expression: &Expression) -> bool {
    let Expression::Traversal(path) = expression else { return false };
    let Expression::Variable(root) = &path.expr else { return false };
    source.push_str(root);
    path.operators.iter().all(|operator| match operator {
        TraversalOperator::GetAttr(name) => {
            source.push('.');
            source.push_str(name);
            true
        }
        _ => false,
    })
}

/// A `$` or `%` right before an interpolation or a brace would read as a marker: it becomes an
/// interpolation itself.
fn push_guarded(source: &mut String, part: &str) {
    let rest = part.trim_end_matches(['$', '%']);
    source.push_str(rest);
    let signs = &part[rest.len()..];
    if !signs.is_empty() {
        source.extend(["${\"", signs, "\"}"]);
    }
}

/// A literal as the literal part of a template: markers stand for themselves.
pub(crate) fn markers(text: &str) -> Cow<'_, str> {
    match text.contains('{') {
        true => Cow::Owned(text.replace("${", "$${").replace("%{", "%%{")),
        false => Cow::Borrowed(text),
    }
}

/// Joins literals and references into one string argument: `text!("vpc-",
/// &var.environment_suffix)`.
#[macro_export]
macro_rules! text {
    ($($part:expr),+ $(,)?) => { $crate::tf::text::join([$($crate::tf::text::Part::from($part)),+]) };
}
