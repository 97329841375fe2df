//! [`Stack`]: every resource of a stack by its address, with the values that the stack itself
//! knows.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use indexmap::IndexMap;
use terraform::configuration::declared::Mode;
use terraform::configuration::{Configuration, Instance};

use super::lifecycle::Lifecycle;
use super::normal::Schema;
use super::value::Value;
use super::values::Values;

/// A stack as Terraform would see it.
#[derive(Debug)]
pub struct Stack {
    /// By address, `module.network.aws_vpc.main`.
    pub resources: BTreeMap<String, Resource>,
    /// The outputs of the root module.
    pub outputs: IndexMap<String, Value>,
}

/// A managed resource.
#[derive(Debug)]
pub struct Resource {
    /// Its type, `aws_vpc`.
    pub kind: String,
    /// Its label, `main`.
    pub label: String,
    /// Its arguments.
    pub arguments: IndexMap<String, Value>,
    /// What Terraform does with it.
    pub lifecycle: Lifecycle,
}

impl Stack {
    /// Works out the stack in a folder, with the defaults of its variables.
    ///
    /// # Errors
    /// When it is no folder with a configuration that Terraform would take; names the file and
    /// line.
    pub fn read(folder: &Path) -> Result<Self> {
        let name = folder.display();
        if !folder.is_dir() {
            bail!("{name} is not a folder; give one that `paytf gen` wrote");
        }
        let mut files =
            fs::read_dir(folder).with_context(|| format!("cannot read the stack in {name}"))?;
        if !files.any(|file| {
            file.is_ok_and(|file| is_configuration(&file.file_name().to_string_lossy()))
        }) {
            bail!("{name} holds no .tf or .tf.json file; give a folder that `paytf gen` wrote");
        }
        Self::of(folder).with_context(|| format!("cannot read the stack in {name}"))
    }

    /// Works out a stack from its files as they would be written.
    ///
    /// # Errors
    /// As [`Stack::read`]; `name` is what the stack is called.
    pub fn written<C: AsRef<[u8]>>(
        name: &str,
        files: impl IntoIterator<Item = (String, C)>,
    ) -> Result<Self> {
        let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
        for (path, content) in files {
            let path = folder.path().join(path);
            let written = path
                .parent()
                .map_or(Ok(()), fs::create_dir_all)
                .and_then(|()| fs::write(&path, content));
            written.with_context(|| format!("cannot write {}", path.display()))?;
        }
        Self::of(folder.path()).with_context(|| format!("cannot read the stack of {name}"))
    }

    fn of(folder: &Path) -> Result<Self> {
        let schema = Schema::committed()?;
        let configuration = Configuration::read_for_comparison(folder)?;
        let missing = configuration.missing_modules();
        if !missing.is_empty() {
            bail!("{}: not in the folder; run `terraform init` in it", missing.join(", "));
        }
        let instances = configuration.instances_with(&schema)?;
        let values = Values::new(&configuration, &instances);
        let mut resources = BTreeMap::new();
        for instance in
            instances.by_address.values().filter(|instance| instance.mode() == Mode::Managed)
        {
            let kind = &*instance.name.kind;
            let mut arguments = values.arguments(&instance.arguments)?;
            schema.normalise(kind, &mut arguments);
            if schema.has_tags_all(kind) {
                let default = default_tags(&values, instance)?;
                arguments.insert(
                    "tags_all".to_owned(),
                    tags_all(default.as_ref(), arguments.get("tags")),
                );
            }
            let (kind, label) = (kind.to_owned(), instance.name.name.to_string());
            let resource = Resource { kind, label, arguments, lifecycle: Lifecycle::of(instance) };
            resources.insert(instance.address.to_string(), resource);
        }
        let outputs =
            instances.outputs.iter().map(|(name, value)| Ok((name.to_string(), values.of(value)?)));
        Ok(Stack { resources, outputs: outputs.collect::<Result<_>>()? })
    }

    /// The resources whose replacement is created first: those that say so, and everything that
    /// they need, since it has to be there before them.
    /// Source: Terraform, "The lifecycle Meta-Argument", `create_before_destroy`.
    pub(super) fn created_first(&self) -> BTreeSet<String> {
        let says_so =
            self.resources.iter().filter(|(_, resource)| resource.lifecycle.create_before_destroy);
        let mut waiting: Vec<&str> = says_so.map(|(address, _)| address.as_str()).collect();
        let mut found = BTreeSet::new();
        while let Some(address) = waiting.pop() {
            if let Some(resource) = self.resources.get(address)
                && found.insert(address.to_owned())
            {
                let needed = resource.arguments.values().flat_map(Value::references);
                waiting.extend(needed.map(|reference| reference.address.as_str()));
            }
        }
        found
    }
}

fn is_configuration(name: &str) -> bool {
    [".tf", ".tf.json", ".tofu", ".tofu.json"].iter().any(|end| name.ends_with(end))
}

/// The tags that the provider of an instance puts on everything.
fn default_tags(values: &Values<'_>, instance: &Instance) -> Result<Option<Value>> {
    let Some(block) = instance.provider.arguments.get("default_tags") else { return Ok(None) };
    let block = block.content.to_value();
    // In JSON syntax a block is an object, or a list of one.
    let block = block.as_items().and_then(<[_]>::first).unwrap_or(&block);
    block.get("tags").map(|tags| values.of(tags)).transpose()
}

/// The provider's tags and the resource's own, which win.
/// Source: Terraform AWS provider, "default_tags Configuration Block".
fn tags_all(default: Option<&Value>, own: Option<&Value>) -> Value {
    let mut all = IndexMap::new();
    for tags in [default, own].into_iter().flatten() {
        match tags {
            Value::Map(tags) => all.extend(tags.clone()),
            other => return other.clone(),
        }
    }
    Value::Map(all)
}
