//! [`Source`]: what one module says, from either of Terraform's syntaxes.

mod json;
mod native;

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use hcl::Expression;
use indexmap::IndexMap;

use super::tree::Tree;
use terraform::tf::attr::key_name;

/// The arguments of a block; its nested blocks are objects, or lists of objects where several have one name.
pub(super) type Body = IndexMap<String, Expression>;

/// A block at the top of a file.
#[derive(Debug)]
pub(super) struct Section {
    pub kind: String,
    pub labels: Vec<String>,
    pub body: Body,
}

/// One module as it is written.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// The defaults of the input variables.
    pub variables: BTreeMap<String, Option<Expression>>,
    pub locals: Body,
    pub outputs: Body,
    /// The modules that it calls.
    pub calls: BTreeMap<String, Body>,
    /// By `aws_vpc.main`; data sources by `data.aws_region.current`.
    pub resources: BTreeMap<String, Body>,
    /// Tags that the provider puts on everything.
    pub default_tags: Option<Expression>,
}

/// Arguments by which one block stands for several, which paytf never writes.
const REPEATING: [&str; 3] = ["count", "for_each", "dynamic"];

impl Source {
    /// Reads the module in `folder`.
    pub fn read(tree: &Tree, folder: &str) -> Result<Self> {
        let mut source = Source::default();
        let mut files = 0;
        for (path, content) in tree.configuration(folder) {
            let place = || format!("{}/{path}", tree.name());
            let text = std::str::from_utf8(content).with_context(|| format!("{} is not UTF-8", place()))?;
            let sections = if path.ends_with(".json") { json::sections(text) } else { native::sections(text) };
            for section in sections.with_context(|| format!("cannot read {}", place()))? {
                source.add(section).with_context(place)?;
            }
            files += 1;
        }
        if files == 0 {
            bail!("{} has no Terraform in {folder}, which it calls as a module", tree.name());
        }
        Ok(source)
    }

    fn add(&mut self, section: Section) -> Result<()> {
        let Section { kind, labels, mut body } = section;
        let address = labels.join(".");
        match (kind.as_str(), labels.len()) {
            ("variable", 1) => drop(self.variables.insert(address, body.swap_remove("default"))),
            ("locals", 0) => self.locals.extend(body),
            ("output", 1) => {
                let value = body.swap_remove("value").with_context(|| format!("output.{address} has no value"))?;
                self.outputs.insert(address, value);
            }
            ("provider", 1) if address == "aws" && !body.contains_key("alias") => {
                self.default_tags = default_tags(&body)
            }
            ("module", 1) => {
                self.insert(&format!("module.{address}"), &body, |source| &mut source.calls, address.clone())?
            }
            ("resource", 2) => self.insert(&address, &body, |source| &mut source.resources, address.clone())?,
            ("data", 2) => {
                let address = format!("data.{address}");
                self.insert(&address, &body, |source| &mut source.resources, address.clone())?;
            }
            _ => {}
        }
        Ok(())
    }

    fn insert(
        &mut self,
        address: &str,
        body: &Body,
        place: fn(&mut Self) -> &mut BTreeMap<String, Body>,
        key: String,
    ) -> Result<()> {
        if let Some(argument) = REPEATING.iter().find(|argument| body.contains_key(**argument)) {
            bail!(
                "{address} uses {argument}, which no generated stack does; compare such stacks with `terraform plan`"
            );
        }
        match place(self).insert(key, body.clone()) {
            Some(_) => bail!("{address} is declared twice"),
            None => Ok(()),
        }
    }
}

fn default_tags(provider: &Body) -> Option<Expression> {
    let Expression::Object(block) = provider.get("default_tags")? else { return None };
    block.iter().find(|(key, _)| key_text(key) == "tags").map(|(_, tags)| tags.clone())
}

/// An object out of a body.
fn object(body: Body) -> Expression {
    Expression::Object(body.into_iter().map(|(key, value)| (hcl::ObjectKey::Expression(key.into()), value)).collect())
}

/// Several bodies of one block type: one stands for itself, so that both syntaxes give the same.
fn together(mut bodies: Vec<Body>) -> Expression {
    match bodies.len() {
        1 => object(bodies.remove(0)),
        _ => Expression::Array(bodies.into_iter().map(object).collect()),
    }
}

/// A key as a text; one that Terraform computes as its expression.
pub(super) fn key_text(key: &hcl::ObjectKey) -> String {
    key_name(key).map_or_else(|| key.to_string(), str::to_owned)
}
