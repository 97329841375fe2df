//! [`Written`]: the expressions of a module as they are written, of which a plan shows only the references.

use std::collections::HashMap;

use hcl::structure::{Block, Body, Structure};
use hcl::{Expression, ObjectKey};
use serde_json::{Map, Value};

use super::document::Document;
use super::prepare::{prepared, template};
use terraform::tf::attr::key_name;

/// The arguments of blocks, and local values and outputs, each by its address: `aws_subnet.app`, `module.network`, `local.zones`,
/// `output.ids`, `var.zones`. A block is an object; the blocks within it are lists of objects.
#[derive(Debug, Clone, Default)]
pub struct Written(HashMap<String, Expression>);

impl Written {
    /// What the files of a folder say.
    pub fn of(documents: &[Document]) -> Self {
        let mut written = Self::default();
        for document in documents {
            match document {
                Document::Native(body) => body.blocks().for_each(|block| written.add_block(block)),
                Document::Json(document) => written.add_json(document),
            }
        }
        written
    }

    /// What is written at an address.
    pub fn get(&self, address: &str) -> Option<&Expression> {
        self.0.get(address)
    }

    /// The local values, by their names.
    pub fn locals(&self) -> impl Iterator<Item = (&str, &Expression)> {
        self.0.iter().filter_map(|(address, written)| Some((address.strip_prefix("local.")?, written)))
    }

    /// The argument of a block, or of a block within it, at a path of names and numbers; what lies below an expression is part of it.
    pub fn at(&self, address: &str, path: &str) -> Option<&Expression> {
        path.split('.').try_fold(self.get(address)?, |at, step| match at {
            Expression::Object(_) if step.parse::<usize>().is_ok() => Some(entry(at, step).unwrap_or(at)),
            Expression::Object(_) => entry(at, step),
            Expression::Array(items) => items.get(step.parse::<usize>().ok()?),
            // A `dynamic` block stands for any number of blocks.
            Expression::Null => None,
            expression => Some(expression),
        })
    }

    fn add_block(&mut self, block: &Block) {
        let labels: Vec<&str> = block.labels().iter().map(hcl::structure::BlockLabel::as_str).collect();
        match (block.identifier(), &labels[..]) {
            ("locals", []) => {
                for local in block.body().attributes() {
                    self.add(format!("local.{}", local.key()), prepared(local.expr()));
                }
            }
            ("resource", [kind, label]) => self.add(format!("{kind}.{label}"), in_body(block.body())),
            ("data", [kind, label]) => self.add(format!("data.{kind}.{label}"), in_body(block.body())),
            ("module", [call]) => self.add(format!("module.{call}"), in_body(block.body())),
            ("output", [label]) => self.add_part(format!("output.{label}"), &in_body(block.body()), "value"),
            ("variable", [label]) => self.add_part(format!("var.{label}"), &in_body(block.body()), "type"),
            _ => {}
        }
    }

    /// A later file overrides the arguments that it has.
    fn add(&mut self, address: String, written: Expression) {
        match (self.0.get_mut(&address), written) {
            (Some(Expression::Object(arguments)), Expression::Object(later)) if !address.starts_with("local.") => {
                arguments.extend(later);
            }
            (_, written) => {
                self.0.insert(address, written);
            }
        }
    }

    fn add_part(&mut self, address: String, block: &Expression, argument: &str) {
        if let Some(part) = entry(block, argument) {
            self.0.insert(address, part.clone());
        }
    }

    fn add_json(&mut self, document: &Value) {
        for (local, value) in objects(&document["locals"]) {
            self.add(format!("local.{local}"), in_json(value));
        }
        for (block, prefix) in [("resource", ""), ("data", "data.")] {
            for (kind, labels) in objects(&document[block]) {
                for (label, body) in objects(labels) {
                    self.add(format!("{prefix}{kind}.{label}"), in_json(body));
                }
            }
        }
        for (call, body) in objects(&document["module"]) {
            self.add(format!("module.{call}"), in_json(body));
        }
        for (label, body) in objects(&document["output"]) {
            self.add_part(format!("output.{label}"), &in_json(body), "value");
        }
        for (label, body) in objects(&document["variable"]) {
            let kind = body["type"].as_str().and_then(|kind| kind.parse().ok());
            self.0.extend(kind.map(|kind: Expression| (format!("var.{label}"), kind)));
        }
    }
}

/// The entry of an object.
pub fn entry<'e>(object: &'e Expression, key: &str) -> Option<&'e Expression> {
    let Expression::Object(object) = object else { return None };
    object.iter().find(|(other, _)| key_name(other) == Some(key)).map(|(_, value)| value)
}

fn in_body(body: &Body) -> Expression {
    let (mut arguments, mut blocks): (Vec<_>, Vec<(String, Expression)>) = (Vec::new(), Vec::new());
    for structure in body.iter() {
        match structure {
            Structure::Attribute(argument) => arguments.push((argument.key().to_owned(), prepared(argument.expr()))),
            Structure::Block(block) if block.identifier() == "dynamic" => {
                let label = block.labels().first().map(hcl::structure::BlockLabel::as_str).unwrap_or_default();
                arguments.push((label.to_owned(), Expression::Null));
            }
            Structure::Block(block) => {
                let inner = in_body(block.body());
                match blocks.iter_mut().find(|(label, _)| label == block.identifier()) {
                    Some((_, Expression::Array(items))) => items.push(inner),
                    _ => blocks.push((block.identifier().to_owned(), Expression::Array(vec![inner]))),
                }
            }
        }
    }
    // What a `dynamic` block may add to counts before the blocks beside it.
    let all = blocks.into_iter().chain(arguments);
    Expression::Object(all.map(|(key, value)| (ObjectKey::from(key.as_str()), value)).collect())
}

/// In Terraform's JSON syntax a block is one object or a list of them.
fn objects(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let several = value.as_array().into_iter().flatten();
    several.chain([value]).filter_map(Value::as_object).flat_map(Map::iter).filter(|(name, _)| *name != "//")
}

fn in_json(value: &Value) -> Expression {
    match value {
        Value::String(text) => template(text),
        Value::Array(items) => Expression::Array(items.iter().map(in_json).collect()),
        Value::Object(map) => {
            let entry = |(key, value): (&String, &Value)| {
                (ObjectKey::Expression(Expression::String(key.clone())), in_json(value))
            };
            Expression::Object(map.iter().map(entry).collect())
        }
        Value::Null => Expression::Null,
        Value::Bool(is) => Expression::Bool(*is),
        Value::Number(number) => hcl::Number::from_f64(number.as_f64().unwrap_or_default())
            .map_or(Expression::Null, |float| Expression::Number(number.as_i64().map_or(float, hcl::Number::from))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn native(text: &str) -> Written {
        Written::of(&[Document::Native(hcl::parse(text).unwrap())])
    }

    #[test]
    fn both_syntaxes_say_the_same_of_arguments_blocks_calls_outputs_and_locals() {
        let native = native(
            "locals {\n a = x.y[0]\n}\nresource \"k\" \"n\" {\n b = x.y.id\n route {\n to = x.z.id\n }\n}\nmodule \"m\" {\n c = [x.y]\n}\noutput \"o\" {\n value = x.y\n}",
        );
        let json = serde_json::json!({
            "locals": {"a": "${x.y[0]}"},
            "resource": [{"k": {"n": {"b": "${x.y.id}", "route": {"to": "${x.z.id}"}}}}],
            "module": {"m": {"c": ["${x.y}"]}},
            "output": {"o": {"value": "${x.y}"}},
        });
        let json = Written::of(&[Document::Json(json)]);
        for (address, path) in [("k.n", "b"), ("k.n", "route.0.to"), ("module.m", "c.0")] {
            assert!(native.at(address, path).is_some(), "{address} {path}");
            assert_eq!(native.at(address, path), json.at(address, path), "{address} {path}");
        }
        for address in ["local.a", "output.o"] {
            assert!(native.get(address).is_some(), "{address}");
            assert_eq!(native.get(address), json.get(address), "{address}");
        }
    }

    #[test]
    fn of_blocks_beside_a_dynamic_one_nothing_is_said() {
        let written =
            native("resource \"k\" \"n\" {\n route {\n to = 1\n }\n dynamic \"route\" {\n for_each = x\n }\n}");
        assert_eq!(written.at("k.n", "route.0.to"), None);
    }
}
