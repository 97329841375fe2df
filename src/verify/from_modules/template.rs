//! The parts of a template, read without the parser where it is simple: nearly all are, and parsing takes longer than all the rest.

use std::borrow::Cow;

use hcl::Expression;
use hcl::expr::TemplateExpr;
use hcl::template::{Element, Template};

use crate::render::is_plain;

/// One part of a template.
pub enum Part<'t> {
    /// Text that stands for itself.
    Literal(Cow<'t, str>),
    /// A path of names, as `var.suffix`.
    Path(&'t str),
    /// Any other expression.
    Expression(Expression),
}

/// The parts, in their order; `None` where the template cannot be read, or has directives.
pub fn parts(template: &TemplateExpr) -> Option<Vec<Part<'_>>> {
    match template {
        TemplateExpr::QuotedString(source) if is_plain(source) => plain_parts(source),
        _ => None,
    }
    .or_else(|| parsed_parts(template))
}

fn plain_parts(source: &str) -> Option<Vec<Part<'_>>> {
    let (first, rest) = source.split_once("${").map_or((source, None), |(first, rest)| (first, Some(rest)));
    let mut parts = vec![Part::Literal(first.into())];
    for part in rest.into_iter().flat_map(|rest| rest.split("${")) {
        let (path, text) = part.split_once('}')?;
        parts.extend([Part::Path(names(path)?), Part::Literal(text.into())]);
    }
    Some(parts)
}

/// `path`, if it is several names joined by dots: neither a literal as `true` nor with an index as `list.0`.
fn names(path: &str) -> Option<&str> {
    let is_name = |name: &str| name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    (path.contains('.') && path.split('.').all(is_name)).then_some(path)
}

fn parsed_parts(template: &TemplateExpr) -> Option<Vec<Part<'_>>> {
    let template = Template::from_expr(template).ok()?;
    let parts = template.elements().iter().map(|element| match element {
        Element::Literal(text) => Some(Part::Literal(text.clone().into())),
        Element::Interpolation(interpolation) => Some(Part::Expression(interpolation.expr.clone())),
        Element::Directive(_) => None,
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts in one line each: `text`, `<path>` or `(expression)`.
    fn read(source: &str, parts: impl Fn(&TemplateExpr) -> Option<Vec<Part<'_>>>) -> Option<String> {
        let template = TemplateExpr::QuotedString(source.to_owned());
        let shown = parts(&template)?.into_iter().map(|part| match part {
            Part::Literal(text) => text.into_owned(),
            Part::Path(path) => format!("<{path}>"),
            Part::Expression(expression) => format!("<{expression}>"),
        });
        Some(shown.collect())
    }

    #[test]
    fn what_is_read_without_the_parser_is_what_the_parser_reads() {
        for source in ["", "plain", "${a.b}", "x-${var.suffix}/${aws_lb.main.arn}:y", "${a.b}${c.d}"] {
            assert!(matches!(read(source, parts), Some(text) if Some(&text) == read(source, parsed_parts).as_ref()));
        }
    }

    #[test]
    fn what_is_no_path_of_names_is_left_to_the_parser() {
        for source in ["${true}", "${a}", "${a.0.b}", "${a[0].b}", "$${a.b}", "${upper(a.b)}", "\n"] {
            let template = TemplateExpr::QuotedString(source.to_owned());
            let parts = parts(&template).unwrap();
            assert!(parts.iter().all(|part| !matches!(part, Part::Path(_))), "{source}");
        }
        assert!(read("%{ if a }b%{ endif }", parts).is_none());
    }
}
