//! Terraform's JSON configuration syntax.

use std::borrow::Cow;

use anyhow::{Context, Result, bail};
use hcl::expr::TemplateExpr;
use hcl::{Attribute, Block, BlockLabel, Body, Expression, ObjectKey, Structure};
use serde::ser::{Error, Serialize, SerializeMap, Serializer};

use super::check::check;
use super::expression::{inline, surrounded};
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
    let mut json = serde_json::to_string_pretty(&file)
        .context("cannot be written in Terraform's JSON syntax")?;
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

impl Serialize for BodyJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (place, structure) in self.body.0.iter().enumerate() {
            match structure {
                Structure::Attribute(Attribute { key, expr }) => {
                    map.serialize_entry(
                        key.as_str(),
                        &Value { expr, verbatim: is_verbatim(self.blocks, key) },
                    )?;
                }
                Structure::Block(block) => {
                    let name = block.identifier();
                    let is_known =
                        self.blocks_before(place).any(|before| before.identifier() == name);
                    if !is_known {
                        let blocks: Vec<_> =
                            self.body.blocks().filter(|block| block.identifier() == name).collect();
                        let inside = [self.blocks, &[name]].concat();
                        map.serialize_entry(
                            name,
                            &Labelled { blocks: &blocks, label: 0, inside: &inside },
                        )?;
                    }
                }
            }
        }
        map.end()
    }
}

impl BodyJson<'_> {
    /// The blocks of one type are together, where the first of them was declared.
    fn blocks_before(&self, place: usize) -> impl Iterator<Item = &Block> {
        self.body.0[..place].iter().filter_map(Structure::as_block)
    }
}

/// Blocks of one type that share their first `label` labels: the next label nests, the last holds
/// one body or several.
struct Labelled<'a> {
    blocks: &'a [&'a Block],
    label: usize,
    inside: &'a [&'a str],
}

impl Labelled<'_> {
    fn label_of<'b>(&self, block: &'b Block) -> Option<&'b str> {
        block.labels.get(self.label).map(BlockLabel::as_str)
    }
}

impl Serialize for Labelled<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.blocks.iter().all(|block| self.label_of(block).is_none()) {
            return bodies(self.blocks, self.inside, serializer);
        }
        // Stands where the first of its name does. Looked for one by one: a file has few, and each
        // is found soon.
        let first = |block: &&Block| {
            self.blocks.iter().position(|other| self.label_of(other) == self.label_of(block))
        };
        let mut ordered = self.blocks.to_vec();
        ordered.sort_by_cached_key(first);
        let groups = ordered.chunk_by(|a, b| self.label_of(a) == self.label_of(b));
        let next = |blocks| Labelled { blocks, label: self.label + 1, ..*self };
        serializer.collect_map(
            groups.filter_map(|blocks| Some((self.label_of(blocks.first()?)?, next(blocks)))),
        )
    }
}

fn bodies<'a, S: Serializer>(
    blocks: &'a [&Block],
    inside: &'a [&str],
    serializer: S,
) -> Result<S::Ok, S::Error> {
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
            Expression::TemplateExpr(_) if self.verbatim => {
                bail!("a template where Terraform needs plain text")
            }
            Expression::TemplateExpr(template) => match template.as_ref() {
                TemplateExpr::QuotedString(source) => Ok(Cow::Borrowed(source)),
                TemplateExpr::Heredoc(_) => unreachable!("`check` refuses heredocs"),
            },
            reference => {
                let (open, close) = if self.verbatim { ("", "") } else { ("${", "}") };
                let mut text = String::new();
                surrounded(&mut text, open, close, |text| inline(text, reference))?;
                Ok(Cow::Owned(text))
            }
        }
    }
}
