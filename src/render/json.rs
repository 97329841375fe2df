//! Terraform's JSON configuration syntax.

use std::borrow::Cow;

use anyhow::{Context, Result, bail};
use hcl::expr::TemplateExpr;
use hcl::{Block, BlockLabel, Body, Expression, ObjectKey, Structure};
use indexmap::IndexMap;
use serde::ser::{Error, Serialize, SerializeMap, Serializer};

use super::check::check;
use super::expression::inline;
use super::{escape, verbatim::is_verbatim};

/// `body` as a `.tf.json` file: two-space indentation, declared order, a newline at the end.
///
/// `header` becomes the property `//`, which Terraform ignores.
///
/// # Errors
/// Names what is declared twice, what JSON syntax cannot say, and templates that do not parse.
pub fn to_json(body: &Body, header: &str) -> Result<String> {
    check(body)?;
    let file = BodyJson { body, blocks: &[] };
    let mut json = serde_json::to_string_pretty(&file).context("cannot be written in Terraform's JSON syntax")?;
    json.push('\n');
    Ok(if header.is_empty() { json } else { headed(header, &json) })
}

/// `json`, a file without a header, with one.
pub(super) fn headed(header: &str, json: &str) -> String {
    let comment = serde_json::Value::from(header);
    match json.strip_prefix("{\n") {
        Some(properties) => format!("{{\n  \"//\": {comment},\n{properties}"),
        None => format!("{{\n  \"//\": {comment}\n}}\n"),
    }
}

/// `blocks` are the types of the enclosing blocks, outermost first.
struct BodyJson<'a> {
    body: &'a Body,
    blocks: &'a [&'a str],
}

enum Property<'a> {
    Argument(&'a Expression),
    Blocks(Vec<&'a Block>),
}

/// The blocks of one type stand together, where the first of them was declared.
fn properties(body: &Body) -> Vec<(&str, Property<'_>)> {
    let mut properties = Vec::new();
    // The place of each block type; a body has few, and hashing would cost more than looking through them.
    let mut places: Vec<(&str, usize)> = Vec::new();
    for structure in body {
        match structure {
            Structure::Attribute(attribute) => {
                properties.push((attribute.key(), Property::Argument(attribute.expr())));
            }
            Structure::Block(block) => {
                let name = block.identifier();
                let known = places.iter().find(|(other, _)| *other == name).map(|(_, place)| *place);
                match known.and_then(|place| properties.get_mut(place)) {
                    Some((_, Property::Blocks(blocks))) => blocks.push(block),
                    _ => {
                        places.push((name, properties.len()));
                        properties.push((name, Property::Blocks(vec![block])));
                    }
                }
            }
        }
    }
    properties
}

impl Serialize for BodyJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, property) in properties(self.body) {
            match property {
                Property::Argument(expr) => {
                    map.serialize_entry(name, &Value { expr, verbatim: is_verbatim(self.blocks, name) })?;
                }
                Property::Blocks(blocks) => {
                    let inside = [self.blocks, &[name]].concat();
                    map.serialize_entry(name, &Labelled { blocks: &blocks, label: 0, inside: &inside })?;
                }
            }
        }
        map.end()
    }
}

/// Blocks of one type that share their first `label` labels: the next label nests, the last holds one body or several.
struct Labelled<'a> {
    blocks: &'a [&'a Block],
    label: usize,
    inside: &'a [&'a str],
}

impl Serialize for Labelled<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut groups: IndexMap<&str, Vec<&Block>> = IndexMap::new();
        for block in self.blocks {
            if let Some(label) = block.labels.get(self.label) {
                groups.entry(BlockLabel::as_str(label)).or_default().push(block);
            }
        }
        if groups.is_empty() {
            return bodies(self.blocks, self.inside, serializer);
        }
        let next = groups.iter().map(|(name, blocks)| (name, Labelled { blocks, label: self.label + 1, ..*self }));
        serializer.collect_map(next)
    }
}

fn bodies<'a, S: Serializer>(blocks: &'a [&Block], inside: &'a [&str], serializer: S) -> Result<S::Ok, S::Error> {
    let body = |block: &&'a Block| BodyJson { body: &block.body, blocks: inside };
    match blocks {
        [only] => body(only).serialize(serializer),
        several => serializer.collect_seq(several.iter().map(body)),
    }
}

/// An expression; `verbatim` where Terraform takes strings as they are.
struct Value<'a> {
    expr: &'a Expression,
    verbatim: bool,
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let of = |expr| Value { expr, ..*self };
        match self.expr {
            Expression::Null => serializer.serialize_unit(),
            Expression::Bool(b) => serializer.serialize_bool(*b),
            Expression::Number(number) => number.serialize(serializer),
            Expression::Array(items) => serializer.collect_seq(items.iter().map(of)),
            Expression::Parenthesis(inner) => of(inner).serialize(serializer),
            Expression::Object(object) => {
                let mut map = serializer.serialize_map(Some(object.len()))?;
                for (key, expr) in object.iter() {
                    map.serialize_entry(&self.key(key).map_err(S::Error::custom)?, &of(expr))?;
                }
                map.end()
            }
            expr => serializer.serialize_str(&self.text(expr).map_err(S::Error::custom)?),
        }
    }
}

impl Value<'_> {
    fn key<'k>(&self, key: &'k ObjectKey) -> Result<Cow<'k, str>> {
        match key {
            ObjectKey::Identifier(name) => Ok(Cow::Borrowed(name.as_str())),
            ObjectKey::Expression(Expression::Parenthesis(inner)) => self.text(inner),
            ObjectKey::Expression(expr) => self.text(expr),
            other => bail!("the key `{other}` is of a kind unknown here"),
        }
    }

    fn text<'e>(&self, expr: &'e Expression) -> Result<Cow<'e, str>> {
        match expr {
            Expression::String(text) if self.verbatim => Ok(Cow::Borrowed(text)),
            Expression::String(text) => Ok(escape::markers(text)),
            Expression::TemplateExpr(_) if self.verbatim => bail!("a template stands where Terraform wants plain text"),
            Expression::TemplateExpr(template) => match template.as_ref() {
                TemplateExpr::QuotedString(source) => Ok(Cow::Borrowed(source)),
                TemplateExpr::Heredoc(_) => unreachable!("`check` refuses heredocs"),
            },
            reference => {
                let mut text = String::new();
                inline(&mut text, reference)?;
                Ok(Cow::Owned(if self.verbatim { text } else { format!("${{{text}}}") }))
            }
        }
    }
}
