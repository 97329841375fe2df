//! Multi-line expressions, broken and aligned as `terraform fmt` does.

use anyhow::Result;
use hcl::Expression;
use hcl::expr::{FuncCall, TemplateExpr};
use hcl::template::Element;

use super::expression::{inline, list, object_key, parse, push, surrounded, template};

/// Columns up to which an array stays on one line.
const MAX_ARRAY_WIDTH: usize = 80;

/// Writes `expr` for reading: objects and long arrays over several lines, `level` is the
/// indentation of the first.
///
/// # Errors
/// As [`inline`].
pub(super) fn multiline(out: &mut String, expr: &Expression, level: usize) -> Result<()> {
    match expr {
        Expression::Object(object) if !object.is_empty() => surrounded(out, "{\n", "}", |out| {
            let entries = object.iter().map(|(key, value)| {
                let mut text = String::new();
                object_key(&mut text, key)?;
                Ok((text, value))
            });
            assignments(out, entries, level + 1)?;
            indent(out, level);
            Ok(())
        }),
        Expression::Array(items) if !items.is_empty() => array(out, items, level),
        Expression::TemplateExpr(source) => multiline_template(out, source, level),
        Expression::FuncCall(call) => match call.as_ref() {
            FuncCall { name, args, expand_final: false } if args.len() == 1 => {
                push(out, name);
                surrounded(out, "(", ")", |out| multiline(out, &args[0], level))
            }
            _ => inline(out, expr),
        },
        _ => inline(out, expr),
    }
}

/// `"${x}"` is `x`, and `terraform fmt` writes it so.
fn multiline_template(out: &mut String, source: &TemplateExpr, level: usize) -> Result<()> {
    match source {
        TemplateExpr::QuotedString(text) if text.starts_with("${") => {
            match parse(source)?.elements() {
                [Element::Interpolation(only)] => multiline(out, &only.expr, level),
                _ => template(out, source),
            }
        }
        _ => template(out, source),
    }
}

/// Writes one `key = value` per line, the equals signs of neighbouring single-line values under
/// each other.
///
/// # Errors
/// As [`inline`].
pub(super) fn assignments<'a, K: AsRef<str>>(
    out: &mut String,
    entries: impl Iterator<Item = Result<(K, &'a Expression)>>,
    level: usize,
) -> Result<()> {
    let mut lines = Vec::new();
    for entry in entries {
        let (key, expr) = entry?;
        let mut value = String::new();
        multiline(&mut value, expr, level)?;
        lines.push((key, value));
    }
    for run in lines.chunk_by(|(_, a), (_, b)| !a.contains('\n') && !b.contains('\n')) {
        let width =
            run.iter().map(|(key, _)| key.as_ref().chars().count()).max().unwrap_or_default();
        for (key, value) in run {
            indent(out, level);
            push(out, format_args!("{:width$} = {value}\n", key.as_ref()));
        }
    }
    Ok(())
}

fn array(out: &mut String, items: &[Expression], level: usize) -> Result<()> {
    let start = out.len();
    surrounded(out, "[", "]", |out| list(out, items))?;
    let holds_objects =
        items.iter().any(|item| matches!(item, Expression::Object(object) if !object.is_empty()));
    if !holds_objects && out.len() - start <= MAX_ARRAY_WIDTH {
        return Ok(());
    }
    out.truncate(start);
    out.push_str("[\n");
    for item in items {
        indent(out, level + 1);
        multiline(out, item, level + 1)?;
        out.push_str(",\n");
    }
    indent(out, level);
    out.push(']');
    Ok(())
}

pub(super) fn indent(out: &mut String, level: usize) {
    for _ in 0..level {
        out.push_str("  ");
    }
}
