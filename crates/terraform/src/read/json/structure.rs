//! Decides which keys of a JSON file are blocks, and how to read their strings.

use super::super::{Attribute, Block, Body, Item, Label, Result};
use super::scan::{Json, Key, Node};
use super::{Strings, check_once, expr, name};
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// A comment, where arguments are: dropped.
const COMMENT: &str = "//";

/// The blocks that a kind of block may hold, and how many labels each has. `""` is the file.
fn blocks_of(kind: &str) -> &'static [(&'static str, usize)] {
    match kind {
        "" => &[
            ("resource", 2),
            ("data", 2),
            ("ephemeral", 2),
            ("variable", 1),
            ("output", 1),
            ("module", 1),
            ("provider", 1),
            ("check", 1),
            ("locals", 0),
            ("terraform", 0),
            ("moved", 0),
            ("import", 0),
            ("removed", 0),
        ],
        "resource" | "data" | "ephemeral" => {
            &[("lifecycle", 0), ("connection", 0), ("provisioner", 1), ("dynamic", 1), ("_", 0)]
        }
        "content" | "_" => &[("dynamic", 1)],
        "provider" => &[("dynamic", 1), ("_", 0)],
        "module" => &[("_", 0)],
        "dynamic" => &[("content", 0)],
        "provisioner" => &[("connection", 0), ("_", 0)],
        "lifecycle" => &[("precondition", 0), ("postcondition", 0)],
        "output" => &[("precondition", 0), ("postcondition", 0)],
        "variable" => &[("validation", 0)],
        "check" => &[("data", 2), ("assert", 0)],
        "removed" => &[("lifecycle", 0), ("provisioner", 1), ("connection", 0)],
        "terraform" => {
            &[("backend", 1), ("cloud", 0), ("required_providers", 0), ("provider_meta", 1)]
        }
        _ => &[],
    }
}

/// What the strings of an argument are.
fn strings_of(kind: &str, argument: &str) -> Strings {
    match (kind, argument) {
        ("resource" | "data" | "ephemeral" | "module" | "output", "depends_on")
        | ("resource" | "data" | "ephemeral" | "import", "provider")
        | ("module", "providers")
        | ("lifecycle", "ignore_changes" | "replace_triggered_by")
        | ("variable", "type")
        | ("moved" | "removed", "from" | "to")
        | ("import", "to")
        | ("dynamic", "iterator")
        | ("provisioner", "when" | "on_failure") => Strings::Expression,
        ("variable", "default" | "description" | "sensitive" | "ephemeral" | "nullable")
        | ("module", "source" | "version")
        | ("output", "description" | "sensitive" | "ephemeral")
        | ("lifecycle", "create_before_destroy" | "prevent_destroy" | "destroy")
        | ("provider", "alias" | "version")
        | ("terraform" | "backend" | "required_providers", _) => Strings::Literal,
        _ => Strings::Template,
    }
}

pub(super) fn root(json: Json) -> Result<Body> {
    let mut body = Body::default();
    content(json, "", &mut body)?;
    Ok(body)
}

/// An object of arguments only.
pub(super) fn arguments(json: Json, strings: Strings) -> Result<Body> {
    let entries = object(json, "a file of values")?;
    check_once(&entries, "Attribute redefined")?;
    let items = entries.into_iter().map(|(key, value)| argument(&key, value, strings));
    Ok(Body { items: items.collect::<Result<_>>()? })
}

fn argument(key: &Key, value: Json, strings: Strings) -> Result<Item> {
    Ok(Item::Attribute(Attribute { name: name(key), value: expr(value, strings)?, span: key.span }))
}

/// Adds the arguments and blocks of an object, or of each object of an array.
fn content(json: Json, kind: &str, body: &mut Body) -> Result<()> {
    let what = "the arguments of a block";
    let entries = match kind {
        // They have arguments only.
        "locals" | "required_providers" => object(json, what)?,
        _ => objects(json, what)?,
    };
    for (key, value) in entries {
        if key.name == COMMENT {
            continue;
        }
        if let Some((block, labels)) = blocks_of(kind).iter().find(|(block, _)| *block == key.name)
        {
            blocks(value, block, *labels, key.span, &mut Vec::new(), body)?;
            continue;
        }
        if body.attribute(&key.name).is_some() {
            let detail = format!(
                "The argument \"{}\" is already set. Each argument may be set only once.",
                key.name
            );
            return Err(Diagnostic::new(key.span, "Duplicate attribute definition", detail));
        }
        let strings = strings_of(kind, &key.name);
        body.items.push(argument(&key, value, strings)?);
    }
    Ok(())
}

/// Adds the blocks that are below this key, one for each path of labels.
fn blocks(
    json: Json,
    kind: &'static str,
    labels: usize,
    span: Span,
    path: &mut Vec<Label>,
    body: &mut Body,
) -> Result<()> {
    if path.len() < labels {
        let place = json.span;
        let entries = objects(json, "the labels of a block")?;
        if entries.is_empty() {
            let detail = format!("A {kind} block has {labels} labels: a name is required here.");
            return Err(Diagnostic::new(place, "Missing block label", detail));
        }
        for (key, value) in entries {
            path.push(Label { name: name(&key), span: key.span });
            blocks(value, kind, labels, key.span, path, body)?;
            path.pop();
        }
        return Ok(());
    }
    let mut block = |json: Json| {
        let mut inner = Body::default();
        if !matches!(json.node, Node::Null) || kind == "locals" {
            content(json, kind, &mut inner)?;
        }
        let labels = path.clone();
        body.items.push(Item::Block(Block { kind: kind.into(), labels, body: inner, span }));
        Ok(())
    };
    match json.node {
        Node::Null => Ok(()),
        Node::Array(items) => items.into_iter().try_for_each(block),
        Node::Object(_) => block(json),
        _ => {
            let detail = format!(
                "The content of a {kind} block is an object, or an array of objects; this is {}.",
                json.what()
            );
            Err(Diagnostic::new(json.span, "Incorrect JSON value type", detail))
        }
    }
}

/// The entries of an object, or of the objects in an array.
fn objects(json: Json, what: &str) -> Result<Vec<(Key, Json)>> {
    let Node::Array(items) = json.node else { return object(json, what) };
    let each = items.into_iter().map(|item| object(item, what));
    Ok(each.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

fn object(json: Json, what: &str) -> Result<Vec<(Key, Json)>> {
    let found = json.what();
    match json.node {
        Node::Object(entries) => Ok(entries),
        _ => Err(Diagnostic::new(
            json.span,
            "Incorrect JSON value type",
            format!("An object is required here, for {what}; this is {found}."),
        )),
    }
}
