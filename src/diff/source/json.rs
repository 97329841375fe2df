//! Terraform's JSON syntax.

use anyhow::{Result, bail};
use hcl::expr::TemplateExpr;
use hcl::{Expression, Number, ObjectKey};
use serde_json::{Map, Value};

use super::{Body, Section};

/// How many labels a block has.
/// Source: Terraform, "JSON Configuration Syntax", "Block-type-specific Exceptions".
fn labels(kind: &str) -> usize {
    match kind {
        "resource" | "data" => 2,
        "module" | "variable" | "output" | "provider" => 1,
        _ => 0,
    }
}

/// The blocks at the top of a file.
pub(super) fn sections(text: &str) -> Result<Vec<Section>> {
    let file: Map<String, Value> = serde_json::from_str(text)?;
    let mut sections = Vec::new();
    for (kind, value) in file.iter().filter(|(kind, _)| *kind != "//") {
        collect(kind, labels(kind), &mut Vec::new(), value, &mut sections)?;
    }
    Ok(sections)
}

/// Goes down one label for each level of objects; a list holds several blocks with the same labels.
fn collect(kind: &str, deep: usize, path: &mut Vec<String>, value: &Value, sections: &mut Vec<Section>) -> Result<()> {
    match value {
        Value::Array(values) => values.iter().try_for_each(|value| collect(kind, deep, path, value, sections)),
        Value::Object(entries) if deep == 0 => {
            // The values of variables are taken as they are, without templates.
            let read = if kind == "variable" { literal } else { expression };
            let body = entries.iter().filter(|(key, _)| *key != "//").map(|(key, value)| (key.clone(), read(value)));
            sections.push(Section { kind: kind.to_owned(), labels: path.clone(), body: Body::from_iter(body) });
            Ok(())
        }
        Value::Object(entries) => entries.iter().filter(|(label, _)| *label != "//").try_for_each(|(label, value)| {
            path.push(label.clone());
            collect(kind, deep - 1, path, value, sections)?;
            path.pop();
            Ok(())
        }),
        other => bail!("{kind}.{}: expected an object, found {other}", path.join(".")),
    }
}

fn expression(value: &Value) -> Expression {
    match value {
        Value::String(text) if text.contains("${") || text.contains("%{") => {
            Expression::TemplateExpr(Box::new(TemplateExpr::QuotedString(text.clone())))
        }
        other => tree(other, expression),
    }
}

fn literal(value: &Value) -> Expression {
    tree(value, literal)
}

fn tree(value: &Value, inner: fn(&Value) -> Expression) -> Expression {
    match value {
        Value::Null => Expression::Null,
        Value::Bool(value) => (*value).into(),
        Value::Number(number) => Expression::Number(as_hcl(number)),
        Value::String(text) => text.as_str().into(),
        Value::Array(items) => Expression::Array(items.iter().map(inner).collect()),
        Value::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| (ObjectKey::Expression(key.as_str().into()), inner(value)));
            Expression::Object(entries.collect())
        }
    }
}

fn as_hcl(number: &serde_json::Number) -> Number {
    let whole = number.as_u64().map(Number::from).or_else(|| number.as_i64().map(Number::from));
    whole.or_else(|| Number::from_f64(number.as_f64()?)).unwrap_or_else(|| Number::from(0))
}
