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
pub fn join<const N: usize>(parts: [Part; N]) -> Attr<String> {
    if parts.iter().all(|part| matches!(part, Part::Literal(_))) {
        return Attr::Value(
            parts.into_iter().map(|part| if let Part::Literal(text) = part { text } else { String::new() }).collect(),
        );
    }
    let template: String = parts.into_iter().map(source).collect();
    Attr::Ref(Ref::new(TemplateExpr::QuotedString(template).into()))
}

/// The part as the source of a quoted template.
fn source(part: Part) -> String {
    match part {
        Part::Literal(text) => escape(&text),
        // A template inside a template would only nest quotes: its source continues this one.
        Part::Interpolation(Expression::TemplateExpr(inner)) if matches!(*inner, TemplateExpr::QuotedString(_)) => {
            inner.to_string()
        }
        Part::Interpolation(expression) => format!("${{{expression}}}"),
    }
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
        .replace('\r', "\\r")
        .replace('\t', "\\t")
        .replace("${", "$${")
        .replace("%{", "%%{")
}

/// Joins literals and references into one string argument: `text!("vpc-", &var.environment_suffix)`.
#[macro_export]
macro_rules! text {
    ($($part:expr),+ $(,)?) => { $crate::tf::text::join([$($crate::tf::text::Part::from($part)),+]) };
}
