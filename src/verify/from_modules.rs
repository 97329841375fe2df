//! The inventory of modules that were not planned yet: what Terraform would say of them, as far as it can be known without it.
//!
//! Differs from a plan in one point: arguments that are left out are absent, where a plan has the provider's default. Rules treat both
//! alike, since they state the default of what is absent.

mod evaluate;
pub(super) mod references;
mod template;

use std::collections::{BTreeMap, HashMap};

use hcl::structure::{Block, Body, Structure};
use hcl::{BlockLabel, Expression};
use serde_json::{Map, Value, json};

use super::Inventory;
use super::plan::{
    Action, Change, Configuration, Mode, ModuleCall, ModuleConfiguration, OutputConfiguration, Plan, ResourceChange,
    ResourceConfiguration,
};
use crate::tf::{DeclareError, Module, Root};
use evaluate::Evaluated;
use references::references;

/// One module with what it is called with.
#[derive(Debug)]
struct Scope<'m> {
    /// As `module.network`; empty for the root.
    address: String,
    blocks: HashMap<String, &'m Body>,
    arguments: HashMap<&'m str, &'m Expression>,
    outputs: HashMap<&'m str, &'m Expression>,
}

/// The root and the modules it calls, by their names; the root's is empty.
type Scopes<'m> = HashMap<&'m str, Scope<'m>>;

impl Inventory {
    /// The inventory of a stack as it is declared.
    ///
    /// # Errors
    /// When a module cannot be declared.
    pub fn from_modules(root: &Root) -> Result<Self, DeclareError> {
        let modules = root.modules()?;
        Ok(Self::of_declared(root, &modules.iter().collect::<Vec<_>>()))
    }

    /// The inventory of a stack whose modules, those that `root` calls, are declared already.
    pub fn of_declared(root: &Root, modules: &[&Module]) -> Self {
        let calls: HashMap<&str, &Body> = labelled(root.main(), "module").collect();
        let scopes: Scopes = modules
            .iter()
            .map(|module| (module.name(), Scope::of_module(module, calls.get(module.name()).copied())))
            .chain([("", Scope::of_root(root))])
            .collect();
        let mut plan = Plan { configuration: Some(Configuration::default()), ..Plan::default() };
        let mut changes = Vec::new();
        let tags = default_tags(root.main());
        for (name, body) in modules.iter().map(|module| (module.name(), module.main())).chain([("", root.main())]) {
            changes.extend(blocks(body).map(|block| change(&scopes, name, &block, &tags)));
        }
        plan.resource_changes = Some(changes);
        plan.configuration = Some(Configuration { root_module: root_configuration(root, modules, &calls) });
        Self::from_plan(plan)
    }
}

impl<'m> Scope<'m> {
    fn of_module(module: &'m Module, call: Option<&'m Body>) -> Self {
        Self {
            address: format!("module.{}", module.name()),
            blocks: blocks(module.main()).map(|block| (block.address(), block.body)).collect(),
            arguments: call
                .into_iter()
                .flat_map(|call| call.attributes())
                .map(|argument| (argument.key(), argument.expr()))
                .collect(),
            outputs: values(module.output_blocks(), "output", "value"),
        }
    }

    /// The root's variables have their defaults.
    fn of_root(root: &'m Root) -> Self {
        Self {
            address: String::new(),
            blocks: blocks(root.main()).map(|block| (block.address(), block.body)).collect(),
            arguments: values(root.variable_blocks(), "variable", "default"),
            outputs: HashMap::new(),
        }
    }
}

/// A `resource` or `data` block.
struct Declared<'m> {
    mode: Mode,
    kind: &'m str,
    name: &'m str,
    body: &'m Body,
}

impl Declared<'_> {
    fn address(&self) -> String {
        let data = if self.mode == Mode::Data { "data." } else { "" };
        format!("{data}{}.{}", self.kind, self.name)
    }
}

fn blocks(body: &Body) -> impl Iterator<Item = Declared<'_>> {
    body.blocks().filter_map(|block| {
        let mode = match block.identifier() {
            "resource" => Mode::Managed,
            "data" => Mode::Data,
            _ => return None,
        };
        let [kind, name] = block.labels() else { return None };
        Some(Declared { mode, kind: kind.as_str(), name: name.as_str(), body: block.body() })
    })
}

/// The blocks of one type, by their first label.
fn labelled<'m>(body: &'m Body, kind: &'m str) -> impl Iterator<Item = (&'m str, &'m Body)> {
    let blocks = body.blocks().filter(move |block| block.identifier() == kind);
    blocks.filter_map(|block: &Block| Some((BlockLabel::as_str(block.labels().first()?), block.body())))
}

/// One argument of each block of one type, by the block's label.
fn values<'m>(body: &'m Body, kind: &'m str, argument: &str) -> HashMap<&'m str, &'m Expression> {
    let value =
        |body: &'m Body| body.attributes().find(|attribute| attribute.key() == argument).map(|found| found.expr());
    labelled(body, kind).filter_map(|(label, body)| Some((label, value(body)?))).collect()
}

fn default_tags(root: &Body) -> Map<String, Value> {
    let provider = labelled(root, "provider").map(|(_, body)| body);
    let blocks = provider.flat_map(Body::blocks).filter(|block| block.identifier() == "default_tags");
    let tags = blocks.flat_map(|block| block.body().attributes()).find(|argument| argument.key() == "tags");
    match tags.map(|tags| Evaluated::of(&HashMap::new(), "", tags.expr()).value) {
        Some(Value::Object(tags)) => tags,
        _ => Map::new(),
    }
}

fn change(scopes: &Scopes, module: &str, block: &Declared, tags: &Map<String, Value>) -> ResourceChange<'static> {
    let address = scopes[module].address.clone();
    let Evaluated { mut value, unknown } = evaluate::block(scopes, module, block.body);
    // The provider adds its own tags to those of every resource that takes tags.
    if let Some(own) = value.get("tags").and_then(Value::as_object).cloned() {
        value["tags_all"] = Value::Object(tags.clone().into_iter().chain(own).collect());
    }
    let dot = if address.is_empty() { "" } else { "." };
    ResourceChange {
        address: format!("{address}{dot}{}", block.address()),
        module_address: address,
        mode: block.mode,
        kind: block.kind.to_owned(),
        name: block.name.to_owned(),
        index: None,
        deposed: None,
        change: Change {
            actions: vec![if block.mode == Mode::Data { Action::Read } else { Action::Create }],
            before: None,
            after: value,
            after_unknown: unknown,
            after_sensitive: Value::Null,
        },
    }
}

fn root_configuration(root: &Root, modules: &[&Module], calls: &HashMap<&str, &Body>) -> ModuleConfiguration {
    let call = |module: &Module| ModuleCall {
        source: String::new(),
        expressions: calls.get(module.name()).map_or(Value::Null, |call| expressions(call)),
        for_each_expression: Value::Null,
        depends_on: calls.get(module.name()).map(|call| depends_on(call)).unwrap_or_default(),
        module: configuration(module.main(), module.output_blocks()),
    };
    ModuleConfiguration {
        module_calls: modules.iter().map(|module| (module.name().to_owned(), call(module))).collect(),
        ..configuration(root.main(), root.output_blocks())
    }
}

fn configuration(main: &Body, outputs: &Body) -> ModuleConfiguration {
    let resource = |block: Declared| ResourceConfiguration {
        address: block.address(),
        // The stack has one provider configuration.
        provider_config_key: "aws".to_owned(),
        expressions: expressions(block.body),
        for_each_expression: Value::Null,
        depends_on: depends_on(block.body),
    };
    let outputs: BTreeMap<_, _> = values(outputs, "output", "value")
        .into_iter()
        .map(|(name, value)| (name.to_owned(), OutputConfiguration { expression: expression(value) }))
        .collect();
    ModuleConfiguration { resources: blocks(main).map(resource).collect(), outputs, ..ModuleConfiguration::default() }
}

fn depends_on(body: &Body) -> Vec<String> {
    let argument = body.attributes().find(|attribute| attribute.key() == "depends_on");
    argument.map(|argument| references(argument.expr())).unwrap_or_default()
}

/// The expressions of a block, as a plan has them: nested blocks in lists, even where there is only one.
fn expressions(body: &Body) -> Value {
    let mut map = Map::new();
    for structure in body {
        match structure {
            Structure::Attribute(argument) => {
                map.insert(argument.key().to_owned(), expression(argument.expr()));
            }
            Structure::Block(block) => {
                let blocks = map.entry(block.identifier()).or_insert_with(|| json!([]));
                if let Some(blocks) = blocks.as_array_mut() {
                    blocks.push(expressions(block.body()));
                }
            }
        }
    }
    Value::Object(map)
}

fn expression(expression: &Expression) -> Value {
    let references = references(expression);
    if references.is_empty() {
        json!({"constant_value": constant(expression)})
    } else {
        json!({"references": references})
    }
}

/// What is written, of a single value: by it a block of a set is known again.
fn constant(expression: &Expression) -> Value {
    match expression {
        Expression::String(text) => Value::String(text.clone()),
        Expression::Bool(flag) => Value::Bool(*flag),
        _ => Value::Null,
    }
}
