//! The parts of a template, read without the parser where it is simple: nearly all are, and parsing takes longer than all the rest.

use std::borrow::Cow;

use hcl::Expression;
use hcl::expr::TemplateExpr;
use hcl::template::{Element, Template};

use super::step::Step;

/// One part of a template.
pub enum Part<'t> {
    /// Text that stands for itself.
    Literal(Cow<'t, str>),
    /// A path of names and indexes, as `var.suffix` or `var.subnet_ids[0]`.
    Path(&'t str),
    /// Any other expression.
    Expression(Expression),
}

/// The parts, in their order; `None` where the template cannot be read, or has directives.
pub fn parts(template: &TemplateExpr) -> Option<Vec<Part<'_>>> {
    match template {
        TemplateExpr::QuotedString(source) => plain_parts(source),
        TemplateExpr::Heredoc(_) => None,
    }
    .or_else(|| parsed_parts(template))
}

/// The parts of a template that is literal text without any escape, and paths of names.
fn plain_parts(source: &str) -> Option<Vec<Part<'_>>> {
    let (mut parts, mut rest) = (Vec::new(), source);
    loop {
        let (text, others) = rest.split_at(rest.bytes().position(|byte| !is_text(byte)).unwrap_or(rest.len()));
        if !text.is_empty() {
            parts.push(Part::Literal(text.into()));
        }
        if others.is_empty() {
            return Some(parts);
        }
        let (path, after) = others.strip_prefix("${")?.split_once('}')?;
        parts.push(Part::Path(names(path)?));
        rest = after;
    }
}

/// Whether a byte stands for itself in a template. 0xC2 begins, among others, the control characters beyond ASCII.
fn is_text(byte: u8) -> bool {
    !matches!(byte, b'$' | b'%' | b'"' | b'\\' | 0x7f | 0xc2) && byte >= b' '
}

/// `path`, if it is several names joined by dots, of which all but the first can have an index as `ids[0]`: neither a literal as
/// `true` nor with an index as `list.0`.
fn names(path: &str) -> Option<&str> {
    let is_begin = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'_';
    let is_name = |name: &str| {
        name.as_bytes().first().is_some_and(is_begin)
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    let (root, rest) = path.split_once('.')?;
    let is_step = |step: &str| match indexed(step) {
        Some((name, index)) => is_name(name) && index.to_string().len() + name.len() + 2 == step.len(),
        None => is_name(step),
    };
    (is_name(root) && rest.split('.').all(is_step)).then_some(path)
}

/// The steps of a path.
pub fn steps(path: &str) -> impl Iterator<Item = Step<'_>> {
    let steps = path.split('.').map(|step| match indexed(step) {
        Some((name, index)) => [Some(Step::Name(name)), Some(Step::Place(index))],
        None => [Some(Step::Name(step)), None],
    });
    steps.flatten().flatten()
}

/// The name and the index of `ids[0]`.
fn indexed(step: &str) -> Option<(&str, usize)> {
    let (name, index) = step.strip_suffix(']')?.split_once('[')?;
    Some((name, index.parse().ok()?))
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
        for source in [
            "",
            "plain",
            "${a.b}",
            "x-${var.suffix}/${aws_lb.main.arn}:y",
            "${a.b}${c.d}",
            "ä ${a.b_1} §",
            "${a.b[0].c}:${a.b[12]}",
        ] {
            assert!(matches!(read(source, parts), Some(text) if Some(&text) == read(source, parsed_parts).as_ref()));
        }
    }

    #[test]
    fn what_is_no_path_of_names_is_left_to_the_parser() {
        let paths = ["${true}", "${a}", "${a.0.b}", "${a[0].b}", "${a.b[c]}", "$${a.b}", "${upper(a.b)}"];
        for source in paths.into_iter().chain(["\n", "\u{85}"]) {
            let template = TemplateExpr::QuotedString(source.to_owned());
            let parts = parts(&template).unwrap();
            assert!(parts.iter().all(|part| !matches!(part, Part::Path(_))), "{source}");
        }
        for source in ["%{ if a }b%{ endif }", "${a.b", "${a.}", "${a.b[+1]}"] {
            assert!(read(source, parts).is_none(), "{source}");
        }
    }
}
