//! Answers expressions: lines of JSON in, lines of JSON out, as the differential test against Terraform has them.
//!
//! `cargo run --release -p paytf-terraform --example evaluate -- FOLDER`, where the expressions stand in FOLDER. In:
//! `{"id", "expr", "constraint"?}`. Out: `{"id", "ok", "json"?, "type"?, "unknown"?, "infinite"?, "error"?}`.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value as Json, json};
use terraform::diagnostic::Diagnostic;
use terraform::eval::{Budget, Evaluator};
use terraform::expr::{Expr, Kind, Reference, Step};
use terraform::names::Names;
use terraform::read::native::{self, Where};
use terraform::source::{FileId, Source, Sources, Span};
use terraform::types::Type;
use terraform::value::{Cause, Causes, Unknown, Value};

struct Context {
    folder: PathBuf,
    variables: BTreeMap<Arc<str>, Value>,
    locals: BTreeMap<Arc<str>, Expr>,
    done: RefCell<BTreeMap<Arc<str>, Value>>,
    resources: BTreeMap<Arc<str>, Value>,
    budget: Budget,
}

fn resource(address: &str, input: Value) -> Value {
    let of = input.ty();
    let id: Value = Unknown::new(Type::String, Causes::one(Cause::attribute(address, "id"))).not_null().into();
    let output = Value::unknown(of, Cause::attribute(address, "output"));
    Value::object([("id", id), ("input", input), ("output", output), ("triggers_replace", Value::NULL)])
}

impl Context {
    fn read(folder: &Path) -> anyhow::Result<Context> {
        let mut context = Context {
            folder: folder.to_owned(),
            variables: BTreeMap::new(),
            locals: BTreeMap::new(),
            done: RefCell::default(),
            resources: BTreeMap::new(),
            budget: Budget::default(),
        };
        let text = std::fs::read_to_string(folder.join("context.tf"))?;
        let mut sources = Sources::default();
        let file: FileId = sources.add(Source::new("context.tf", text.clone()));
        let body = native::body(&text, file).map_err(|fault| anyhow::anyhow!("{fault}"))?;
        for block in body.blocks() {
            match &*block.kind {
                "locals" => {
                    for attribute in block.body.attributes() {
                        context.locals.insert(attribute.name.clone(), attribute.value.clone());
                    }
                }
                "variable" => {
                    let default = &block.body.attribute("default").unwrap().value;
                    let of = &block.body.attribute("type").unwrap().value;
                    let value =
                        terraform::eval::evaluate(default, &context).map_err(|fault| anyhow::anyhow!("{fault}"))?;
                    let of =
                        terraform::constraint::Constraint::parse(of).map_err(|fault| anyhow::anyhow!("{fault}"))?;
                    let sensitive = block.body.attribute("sensitive").is_some();
                    context.variables.insert(block.labels[0].name.clone(), of.apply(&value)?.marked(sensitive));
                }
                _ => {}
            }
        }
        let counted = |index: usize| resource(&format!("terraform_data.c[{index}]"), format!("c{index}").into());
        let each = |key: &str, value: &str| resource(&format!("terraform_data.e[{key:?}]"), value.into());
        context.resources.insert("u".into(), resource("terraform_data.u", "in".into()));
        context.resources.insert("c".into(), Value::tuple((0..3).map(counted)));
        context.resources.insert("z".into(), Value::tuple([]));
        context.resources.insert("e".into(), Value::object([("a", each("a", "A")), ("b", each("b", "B"))]));
        Ok(context)
    }
}

impl Names for Context {
    fn resolve(&self, root: &str, steps: &[Step], span: Span) -> terraform::read::Result<(Value, usize)> {
        let Some(Step::Attribute(name)) = steps.first() else {
            return Err(Diagnostic::new(span, "Invalid reference", root));
        };
        let found = match root {
            "var" => self.variables.get(name).cloned(),
            "local" => self.done.borrow().get(name).cloned(),
            "terraform_data" => self.resources.get(name).cloned(),
            "path" if matches!(&**name, "module" | "root") => Some(".".into()),
            "path" if &**name == "cwd" => Some(Value::unknown(Type::String, Cause::Other("path.cwd".into()))),
            "terraform" if &**name == "workspace" => Some("default".into()),
            _ => None,
        };
        if let Some(found) = found {
            return Ok((found, 1));
        }
        if root == "local"
            && let Some(expr) = self.locals.get(name)
        {
            let value =
                Evaluator::new(self, &self.budget).evaluate(expr).map_err(|mut faults| Box::new(faults.remove(0)))?;
            self.done.borrow_mut().insert(name.clone(), value.clone());
            return Ok((value, 1));
        }
        Err(Diagnostic::new(span, "Reference to undeclared", format!("{root}.{name}")))
    }

    fn check(&self, reference: &Reference) -> terraform::read::Result<()> {
        let fault = || Err(Diagnostic::new(reference.span, "Reference to undeclared", reference.root.to_string()));
        let Some(Step::Attribute(name)) = reference.steps.first() else { return fault() };
        let there = match &**reference.root {
            "var" => self.variables.contains_key(name),
            "local" => self.locals.contains_key(name),
            "terraform_data" => {
                let attribute = reference.steps[1..].iter().find_map(|step| match step {
                    Step::Attribute(name) => Some(&**name),
                    _ => None,
                });
                let known = attribute.is_none_or(|name| matches!(name, "id" | "input" | "output" | "triggers_replace"));
                self.resources.contains_key(name) && (known || matches!(&**name, "c" | "e" | "z"))
            }
            "path" => matches!(&**name, "module" | "root" | "cwd"),
            "terraform" => matches!(&**name, "workspace"),
            "module" => true,
            _ => false,
        };
        if there { Ok(()) } else { fault() }
    }

    fn folder(&self) -> &Path {
        &self.folder
    }
}

/// What is unknown in a value: true, or a structure of true.
fn unknown(value: &Value) -> Json {
    match value {
        Value::Unknown(_) | Value::Template(_) => Json::Bool(true),
        Value::Sensitive(value) => unknown(value),
        Value::Map(_) | Value::Object(_) => {
            let entries = value.as_entries().into_iter().flatten();
            Json::Object(
                entries
                    .map(|(name, value)| (name.to_string(), unknown(value)))
                    .filter(|(_, u)| *u != json!(false))
                    .collect(),
            )
        }
        Value::List(_) | Value::Tuple(_) | Value::Set(_) => value.children().map(unknown).collect(),
        _ => Json::Bool(false),
    }
}

/// The value as `jsonencode` writes it, null where it is unknown.
fn written(value: &Value) -> Value {
    match value {
        Value::Unknown(_) | Value::Template(_) => Value::NULL,
        Value::Sensitive(value) => written(value),
        Value::List(list) | Value::Set(list) => Value::tuple(list.items.iter().map(written)),
        Value::Tuple(items) => Value::tuple(items.iter().map(written)),
        Value::Map(map) => Value::object(map.items.iter().map(|(name, value)| (name.clone(), written(value)))),
        Value::Object(object) => Value::object(object.iter().map(|(name, value)| (name.clone(), written(value)))),
        other => other.clone(),
    }
}

fn infinite(value: &Value) -> bool {
    matches!(value, Value::Number(number) if number.is_infinite())
        || matches!(value, Value::Sensitive(value) if infinite(value))
        || value.children().any(infinite)
}

fn answer(context: &Context, id: &str, text: &str, constraint: Option<&str>) -> Json {
    let error = |fault: &Diagnostic| json!({"id": id, "ok": false, "error": fault.to_string()});
    let budget = Budget::default();
    let place = Where::Within(Span::NONE);
    let expr = match native::expression(&format!("(\n{text}\n)"), place) {
        Ok(expr) => expr,
        Err(fault) => return error(&fault),
    };
    let value = match constraint {
        None => Evaluator::new(context, &budget).evaluate(&expr),
        Some(_) => Evaluator::new(&terraform::names::NoNames, &budget).evaluate(&expr),
    };
    let mut value = match value {
        Ok(value) => value,
        Err(faults) => return error(&faults[0]),
    };
    if let Some(constraint) = constraint {
        let of = native::expression(constraint, place).and_then(|expr| terraform::constraint::Constraint::parse(&expr));
        match of.map(|of| of.apply(&value)) {
            Ok(Ok(applied)) => value = applied,
            Ok(Err(reason)) => return json!({"id": id, "ok": false, "error": reason.to_string()}),
            Err(fault) => return error(&fault),
        }
    }
    let mut line = json!({"id": id, "ok": true, "type": value.ty().to_json()});
    if infinite(&value) {
        line["infinite"] = match &value {
            Value::Number(number) => number.to_string().into(),
            _ => "inside".into(),
        };
        return line;
    }
    if !value.is_wholly_known() {
        line["unknown"] = unknown(&value);
        line["causes"] = value.causes().iter().map(ToString::to_string).collect();
    }
    let expr: Expr =
        Kind::Call(terraform::expr::Call { name: "jsonencode".into(), arguments: vec![], expand: false }).into();
    let _ = expr;
    let none = |_: &str, _: &Value, _: &str| Ok(Value::NULL);
    let within = terraform::functions::FunctionContext {
        folder: &context.folder,
        readable: &context.folder,
        template: &none,
        budget: &budget,
    };
    let json = terraform::functions::find("jsonencode").map(|encode| encode.call(&[written(&value)], &within));
    match json {
        Some(Ok(json)) => line["json"] = json.as_str().unwrap_or_default().into(),
        other => line["json"] = format!("{:?}", other.map(|result| result.err())).into(),
    }
    line
}

fn main() -> anyhow::Result<()> {
    let folder = std::env::args().nth(1).ok_or_else(|| anyhow::anyhow!("usage: evaluate FOLDER"))?;
    let context = Context::read(Path::new(&folder))?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let case: Json = serde_json::from_str(&line?)?;
        let (id, text) = (case["id"].as_str().unwrap_or_default(), case["expr"].as_str().unwrap_or_default());
        writeln!(out, "{}", answer(&context, id, text, case["constraint"].as_str()))?;
    }
    Ok(())
}
