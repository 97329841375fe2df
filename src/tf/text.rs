//! [`text!`](crate::text): strings that join literals and references, as `"arn:aws:s3:::${aws_s3_bucket.logs.id}/*"`.

use hcl::Number;
use hcl::expr::{Expression, TemplateExpr};

use super::{Attr, Ref};

/// One part of a joined string.
#[derive(Debug, Clone)]
pub enum Part {
    /// Text that stands for itself, `${` included.
    Literal(String),
    /// A value Terraform fills in.
    Interpolation(Expression),
}

impl From<&str> for Part {
    fn from(text: &str) -> Self {
        Part::Literal(text.to_owned())
    }
}

impl From<String> for Part {
    fn from(text: String) -> Self {
        Part::Literal(text)
    }
}

impl<T> From<Ref<T>> for Part {
    fn from(reference: Ref<T>) -> Self {
        Part::Interpolation(reference.into_expression())
    }
}

impl<T> From<&Ref<T>> for Part {
    fn from(reference: &Ref<T>) -> Self {
        reference.clone().into()
    }
}

impl From<Attr<String>> for Part {
    fn from(attribute: Attr<String>) -> Self {
        match attribute {
            Attr::Unset => Part::Literal(String::new()),
            Attr::Value(text) => Part::Literal(text),
            Attr::Ref(reference) => reference.into(),
        }
    }
}

impl From<Attr<Number>> for Part {
    fn from(attribute: Attr<Number>) -> Self {
        match attribute {
            Attr::Unset => Part::Literal(String::new()),
            Attr::Value(number) => Part::Literal(number.to_string()),
            Attr::Ref(reference) => reference.into(),
        }
    }
}

impl<T> From<&Attr<T>> for Part
where
    T: Clone,
    Part: From<Attr<T>>,
{
    fn from(attribute: &Attr<T>) -> Self {
        attribute.clone().into()
    }
}

/// Joins the parts: a plain string when all are literal, a template when not.
///
/// The template holds its source as Terraform's JSON wants it: literals without backslash escapes, markers escaped.
pub fn join<const N: usize>(parts: [Part; N]) -> Attr<String> {
    let (mut source, mut text, mut interpolated) = (String::new(), String::new(), false);
    for part in parts {
        match part {
            Part::Literal(literal) => text.push_str(&literal),
            Part::Interpolation(expression) => {
                source.push_str(&guard_end(&escape(&std::mem::take(&mut text))));
                source.push_str(&interpolation(&expression));
                interpolated = true;
            }
        }
    }
    if !interpolated {
        return Attr::Value(text);
    }
    source.push_str(&escape(&text));
    Attr::Ref(Ref::new(TemplateExpr::QuotedString(source).into()))
}

/// A template inside a template would only nest quotes: its source continues the outer one.
fn interpolation(expression: &Expression) -> String {
    match expression {
        Expression::TemplateExpr(inner) => guard_end(&inner.to_string()),
        other => format!("${{{other}}}"),
    }
}

/// A `$` or `%` right before an interpolation or a brace would read as a marker: it becomes an interpolation itself.
fn guard_end(source: &str) -> String {
    let rest = source.trim_end_matches(['$', '%']);
    match &source[rest.len()..] {
        "" => source.to_owned(),
        signs => format!("{rest}${{\"{signs}\"}}"),
    }
}

fn escape(text: &str) -> String {
    text.replace("${", "$${").replace("%{", "%%{")
}

/// Joins literals and references into one string argument: `text!("vpc-", &var.environment_suffix)`.
#[macro_export]
macro_rules! text {
    ($($part:expr),+ $(,)?) => { $crate::tf::text::join([$($crate::tf::text::Part::from($part)),+]) };
}
