//! Terraform's native syntax, formatted as `terraform fmt` does.

use anyhow::Result;
use hcl::{Block, Body, Structure};

use super::check::check;
use super::expression::quote;
use super::layout::{assignments, indent};

/// `body` as a `.tf` file that `terraform fmt` leaves as it is, with `header` on top as comment
/// lines.
///
/// # Errors
/// Names what is declared twice, what the JSON syntax could not say, and templates that do not
/// parse.
pub fn to_hcl(body: &Body, header: &str) -> Result<String> {
    check(body)?;
    let mut out = String::new();
    write_body(&mut out, body, 0)?;
    Ok(if header.is_empty() { out } else { headed(header, &out) })
}

/// `text`, a file without a header, with one.
pub(super) fn headed(header: &str, text: &str) -> String {
    let mut out = String::with_capacity(header.len() + text.len());
    for line in header.lines() {
        out.push_str(format!("# {line}").trim_end());
        out.push('\n');
    }
    if !text.is_empty() {
        out.push('\n');
    }
    out.push_str(text);
    out
}

fn write_body(out: &mut String, body: &Body, level: usize) -> Result<()> {
    let structures: Vec<_> = body.iter().collect();
    for (i, run) in structures.chunk_by(|a, b| a.is_attribute() && b.is_attribute()).enumerate() {
        if i > 0 {
            out.push('\n');
        }
        match run {
            [Structure::Block(block)] => write_block(out, block, level)?,
            attributes => {
                let attributes = attributes.iter().filter_map(|structure| structure.as_attribute());
                assignments(
                    out,
                    attributes.map(|attribute| Ok((attribute.key(), attribute.expr()))),
                    level,
                )?;
            }
        }
    }
    Ok(())
}

fn write_block(out: &mut String, block: &Block, level: usize) -> Result<()> {
    indent(out, level);
    out.push_str(block.identifier());
    for label in block.labels() {
        out.push(' ');
        quote(out, label.as_str());
    }
    out.push_str(" {");
    if block.body.iter().next().is_some() {
        out.push('\n');
        write_body(out, block.body(), level + 1)?;
        indent(out, level);
    }
    out.push_str("}\n");
    Ok(())
}
