//! A plan's configuration, read by following references: arguments that only an apply makes known
//! are there from the first plan on. In the JSON syntax each expression is there as it was
//! written.
//! <https://developer.hashicorp.com/terraform/internals/json-format#configuration-representation>

use serde_json::Value;

/// The configuration that a plan was made of.
pub struct Configuration<'a>(pub &'a Value);

/// A resource: its module, its address there, and its arguments.
#[derive(Clone, Copy)]
pub struct Block<'a> {
    pub module: &'a str,
    pub address: &'a str,
    pub arguments: &'a Value,
}

impl<'a> Configuration<'a> {
    /// The resources of one type in every module.
    pub fn blocks(&self, kind: &str) -> Vec<Block<'a>> {
        let calls = self.calls().as_object().into_iter().flatten();
        let all = calls.flat_map(|(module, call)| {
            let resources = call["module"]["resources"].as_array().into_iter().flatten();
            resources.map(move |resource| (module, resource))
        });
        all.filter(|(_, resource)| resource["type"] == kind)
            .map(|(module, resource)| Block {
                module,
                address: resource["address"].as_str().expect("every resource has an address"),
                arguments: &resource["expressions"],
            })
            .collect()
    }

    /// The resource or data source that a resolved reference such as `network/aws_vpc.main.id` is
    /// about.
    pub fn block_of(&self, reference: &str) -> Option<Block<'a>> {
        let (module, path) = reference.split_once('/')?;
        let kind = path.trim_start_matches("data.").split('.').next()?;
        let address = path.rsplit_once('.')?.0;
        self.blocks(kind)
            .into_iter()
            .find(|block| block.module == module && block.address == address)
    }

    /// The value of an argument, with every reference followed to the resource it comes from.
    pub fn value(&self, block: &Block, argument: &str) -> Value {
        self.resolved(block.module, &block.arguments[argument]["constant_value"])
    }

    /// The same as text.
    pub fn text(&self, block: &Block, argument: &str) -> String {
        text(&self.value(block, argument))
    }

    /// An expression with every reference followed.
    pub fn resolved(&self, module: &str, expression: &Value) -> Value {
        match expression {
            Value::String(text) => self.template(module, text),
            Value::Array(items) => items.iter().map(|item| self.resolved(module, item)).collect(),
            Value::Object(entries) => entries
                .iter()
                .map(|(name, item)| (name.clone(), self.resolved(module, item)))
                .collect(),
            other => other.clone(),
        }
    }

    fn template(&self, module: &str, source: &str) -> Value {
        let Some((before, rest)) = source.split_once("${") else { return source.into() };
        let Some((path, after)) = rest.split_once('}') else { return source.into() };
        let value = self.reference(module, path);
        match (before, after) {
            ("", "") => value,
            _ => format!("{before}{}{}", text(&value), text(&self.template(module, after))).into(),
        }
    }

    fn reference(&self, module: &str, path: &str) -> Value {
        let (whole, index) = match path.strip_suffix(']').and_then(|path| path.split_once('[')) {
            Some((whole, index)) => (whole, index.parse::<usize>().ok()),
            None => (path, None),
        };
        let steps: Vec<_> = whole.split('.').collect();
        let value = match (module, &steps[..]) {
            ("", ["var", name]) => self.0["variables"][name]["value"].clone(),
            (_, ["var", name]) => {
                self.resolved("", &self.calls()[module]["expressions"][name]["constant_value"])
            }
            (_, ["module", call, name]) => self.resolved(
                call,
                &self.calls()[call]["module"]["outputs"][name]["expression"]["constant_value"],
            ),
            _ => format!("{module}/{whole}").into(),
        };
        index.map_or(value.clone(), |index| value[index].clone())
    }

    fn calls(&self) -> &'a Value {
        &self.0["configuration"]["root_module"]["module_calls"]
    }
}

/// A value as text; a list of one is that one.
pub fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) if items.len() == 1 => text(&items[0]),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
