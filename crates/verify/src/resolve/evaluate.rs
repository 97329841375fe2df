//! Evaluates what is written in the configuration, with marks for what is known only after the apply. What cannot be evaluated is
//! an error, never a guess.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use hcl::eval::{Context, ErrorKind, Evaluate};
use hcl::{Expression, Map, Value};

use super::functions::{context, set};
use super::marker::{attributes, json};
use super::memory::Recalled;
use super::needs::{Need, needs};
use super::{MAX_DEPTH, Resolver};
use crate::plan::{Key, Mode};
use crate::source::Written;

/// More than any value of a stack has parts: one that is made to double at each step ends here.
const MAX_PARTS: usize = 100_000;

/// A value, or why there is none.
pub type Evaluated = Result<Arc<Value>, String>;

impl<'a> Resolver<'a> {
    /// What an expression is here.
    pub(super) fn evaluate(&self, written: &Expression) -> Result<Value, String> {
        let mut context = context();
        let mut missing = Vec::new();
        for (name, value) in self.names(written, &mut missing) {
            context.declare_var(name.as_str(), value);
        }
        self.declare_own(&mut context, written);
        // What is missing may stand in a branch that is not taken.
        written.evaluate(&context).map_err(|error| missing.into_iter().next().unwrap_or_else(|| problem(error.kind())))
    }

    /// What is written in this module.
    pub(super) fn written(&self) -> Option<&'a Written> {
        self.inventory.modules.get(self.module.module).map(|module| &module.written)
    }

    fn declare_own(&self, context: &mut Context, written: &Expression) {
        match self.key {
            Some(Key::Index(index)) => {
                context.declare_var("count", Value::from_iter([("index".to_owned(), Value::from(*index))]));
            }
            Some(Key::Name(name)) => {
                let mut each: Map<String, Value> = Map::from_iter([("key".to_owned(), Value::from(name.as_str()))]);
                each.extend(self.each(name, written).map(|value| ("value".to_owned(), value)));
                context.declare_var("each", Value::Object(each));
            }
            None => {}
        }
    }

    /// What `each.value` is; looked for only where it is used.
    fn each(&self, name: &str, written: &Expression) -> Option<Value> {
        let for_each = self.each_of?;
        if self.depth >= MAX_DEPTH || std::ptr::eq(for_each, written) {
            return None;
        }
        match self.within().evaluate(for_each).ok()? {
            Value::Object(map) => map.get(name).cloned(),
            // Of a set, the values are the keys.
            Value::Array(_) => Some(Value::from(name)),
            _ => None,
        }
    }

    /// Everything that an expression needs, below the names it begins with.
    fn names(&self, written: &Expression, missing: &mut Vec<String>) -> Map<String, Value> {
        let mut names: Map<String, Value> = Map::new();
        let mut outputs: BTreeMap<String, Vec<Option<String>>> = BTreeMap::new();
        let mut seen = HashSet::new();
        for need in needs(written).into_iter().filter(|need| seen.insert(need.clone())) {
            let (path, value) = match &need {
                Need::Variable(name) => (format!("var.{name}"), self.variable_value(name)),
                Need::Local(name) => (format!("local.{name}"), self.local_value(name)),
                Need::Block(block) => (block.clone(), self.block_value(block)),
                Need::Output(call, name) => {
                    outputs.entry(call.clone()).or_default().push(name.clone());
                    continue;
                }
            };
            match value {
                Ok(value) => put(&mut names, &path, value.as_ref().clone()),
                Err(why) => missing.push(why),
            }
        }
        for (call, outputs) in outputs {
            put(&mut names, &format!("module.{call}"), self.call_value(&call, &outputs, missing));
        }
        names
    }

    fn variable_value(&self, name: &str) -> Evaluated {
        self.remembered("var", name, || {
            let given = match (self.caller(), &self.module.parent) {
                (Some((caller, _)), _) => {
                    let call = format!("module.{}", self.module.call);
                    let written = caller.written().and_then(|written| written.at(&call, name));
                    written.map(|written| caller.evaluate(written)).transpose()?
                }
                (None, Some(_)) => return Err(format!("`var.{name}` is not known")),
                (None, None) => None,
            };
            let value = match given {
                // Whether nothing stands for the default, `nullable` says.
                Some(Value::Null) => return Err(format!("`var.{name}` is given nothing")),
                Some(given) => given,
                None => self.argument(name).map(json).ok_or_else(|| format!("`var.{name}` is not known"))?,
            };
            self.converted(name, value)
        })
    }

    /// A set is in an order of its own.
    fn converted(&self, name: &str, value: Value) -> Result<Value, String> {
        let kind = self.written().and_then(|written| written.get(&format!("var.{name}")));
        let text = kind.and_then(|kind| hcl::format::to_string(kind).ok()).unwrap_or_default();
        match kind {
            Some(Expression::FuncCall(kind)) if kind.name.name.as_str() == "set" => set(value),
            _ if text.contains("set(") => Err(format!("`var.{name}` has sets within")),
            _ => Ok(value),
        }
    }

    fn local_value(&self, name: &str) -> Evaluated {
        self.remembered("local", name, || {
            let written = self.written().and_then(|written| written.get(&format!("local.{name}")));
            self.within().evaluate(written.ok_or_else(|| format!("`local.{name}` is not in the source"))?)
        })
    }

    /// A call with the outputs that are needed; those that cannot be evaluated are left out.
    fn call_value(&self, call: &str, outputs: &[Option<String>], missing: &mut Vec<String>) -> Value {
        let mut instances = Vec::new();
        for inner in self.called(call, None) {
            let Some(module) = self.inventory.modules.get(inner.module.module) else { continue };
            let is_needed =
                |name: &&String| outputs.iter().any(|output| output.as_ref().is_none_or(|output| output == *name));
            let mut values: Map<String, Value> = Map::new();
            for name in module.outputs.keys().filter(is_needed) {
                let value = inner.remembered("output", name, || {
                    let written = module.written.get(&format!("output.{name}"));
                    inner.evaluate(written.ok_or_else(|| format!("the source of `module.{call}` is not there"))?)
                });
                match value {
                    Ok(value) => drop(values.insert(name.clone(), value.as_ref().clone())),
                    Err(why) => missing.push(why),
                }
            }
            instances.push((inner.module.key.clone(), Value::Object(values)));
        }
        keyed(instances).unwrap_or_default()
    }

    /// The instances of a block, as Terraform has them: one, a list by `count`, or a map by `for_each`.
    fn block_value(&self, block: &str) -> Evaluated {
        self.remembered("block", block, || {
            let entries = self.inventory.instances_of(&self.module.address, block);
            let instances: Vec<_> =
                entries.iter().map(|entry| (entry.key.clone(), attributes(entry, entry.mode == Mode::Data))).collect();
            let repeats = |argument| self.written().is_some_and(|written| written.at(block, argument).is_some());
            match keyed(instances) {
                Some(value) => Ok(value),
                None if entries.is_empty() && repeats("count") => Ok(Value::Array(Vec::new())),
                None if entries.is_empty() && repeats("for_each") => Ok(Value::Object(Map::new())),
                None => Err(format!("not every instance of `{block}` is in the plan")),
            }
        })
    }

    /// A value that is found once for each module instance.
    fn remembered(&self, kind: &str, name: &str, find: impl FnOnce() -> Result<Value, String>) -> Evaluated {
        let of = format!("{kind}.{name} in {}", self.module.address);
        match self.inventory.memory.values.recall(&of) {
            Recalled::Known(known) => return known,
            Recalled::Circle => return Err(format!("`{kind}.{name}` refers to itself")),
            Recalled::Nothing => {}
        }
        if self.depth >= MAX_DEPTH {
            return Err(format!("`{kind}.{name}` goes through more than {MAX_DEPTH} variables and outputs"));
        }
        self.inventory.memory.values.find(&of, || {
            let value = find()?;
            let is_small = parts(&value, MAX_PARTS) > 0;
            is_small.then(|| Arc::new(value)).ok_or_else(|| format!("`{kind}.{name}` has more than {MAX_PARTS} parts"))
        })
    }
}

/// Puts a value below names that are joined by dots.
fn put(names: &mut Map<String, Value>, path: &str, value: Value) {
    match path.split_once('.') {
        None => drop(names.insert(path.to_owned(), value)),
        Some((first, rest)) => {
            let below = names.entry(first.to_owned()).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(below) = below {
                put(below, rest, value);
            }
        }
    }
}

/// Instances by their keys; `None` where some are missing.
fn keyed(mut instances: Vec<(Option<Key>, Value)>) -> Option<Value> {
    if let [(None, _)] = instances[..] {
        return instances.pop().map(|(_, value)| value);
    }
    let is_list = instances.iter().enumerate().all(|(place, (key, _))| *key == Some(Key::Index(place as u64)));
    if is_list && !instances.is_empty() {
        return Some(instances.into_iter().map(|(_, value)| value).collect());
    }
    let named = instances.into_iter().map(|(key, value)| match key {
        Some(Key::Name(name)) => Some((name, value)),
        _ => None,
    });
    let map: Map<String, Value> = named.collect::<Option<_>>()?;
    (!map.is_empty()).then_some(Value::Object(map))
}

/// What is left of a number when the parts of a value are taken from it; nothing where there are more.
fn parts(value: &Value, left: usize) -> usize {
    let left = left.saturating_sub(1);
    match value {
        Value::Array(items) => items.iter().fold(left, |left, item| if left == 0 { 0 } else { parts(item, left) }),
        Value::Object(map) => map.values().fold(left, |left, item| if left == 0 { 0 } else { parts(item, left) }),
        _ => left,
    }
}

/// Why an evaluation ends, without any value: it may be a secret.
fn problem(kind: &ErrorKind) -> String {
    match kind {
        ErrorKind::UndefinedVar(name) => format!("`{name}` is not known"),
        ErrorKind::UndefinedFunc(name) => format!("`{}()` is not evaluated here", name.name),
        ErrorKind::FuncCall(name, why) => match name.name.as_str().strip_prefix("paytf_") {
            Some(_) => why.clone(),
            None => format!("`{}()`: {why}", name.name),
        },
        ErrorKind::Index(_) | ErrorKind::NoSuchKey(_) => "an index names no instance".to_owned(),
        _ => "it is not known before the apply".to_owned(),
    }
}
