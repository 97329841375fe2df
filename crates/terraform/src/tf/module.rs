//! [`Module`]: one Terraform module being declared.

use std::collections::{BTreeMap, HashSet};

use hcl::expr::Expression;
use hcl::structure::{Block as HclBlock, Body, Structure};
use hcl::{BlockLabel, Identifier};
use thiserror::Error;

use super::block::argument;
use super::handle::{Address, Data, Declared, Handle, Resource};
use super::meta::push_list;
use super::ports::{self, Port, Ports};
use super::{BlockWriter, Meta};

/// A declaration that cannot be written: a mistake in a tier, not in its user's input.
#[derive(Debug, Error)]
pub enum DeclareError {
    /// Two blocks with one address.
    #[error("`{0}` is declared twice")]
    Twice(String),
    /// A name that Terraform does not take.
    #[error(
        "`{0}` is not a valid Terraform name: letters, digits, `_` and `-`, not beginning with a \
         digit"
    )]
    Name(String),
    /// Missing arguments, inputs or outputs, or too few or many nested blocks.
    #[error("`{address}`: {}", problems.join("; "))]
    Invalid {
        /// The block's address.
        address: String,
        /// Every problem found in it.
        problems: Vec<String>,
    },
    /// A reference to what the module does not declare.
    #[error("`{0}` is referred to and not declared")]
    NotDeclared(String),
    /// A resource in `depends_on` of an output that the module does not have.
    #[error("module `{0}` has no output `{1}`")]
    NoSuchOutput(String, String),
}

/// A Terraform module being declared.
#[derive(Debug)]
pub struct Module {
    name: &'static str,
    description: &'static str,
    inputs: &'static [Port],
    output_ports: &'static [Port],
    addresses: HashSet<String>,
    resources: Body,
    variables: Body,
    outputs: Body,
    output_order: BTreeMap<&'static str, Vec<Expression>>,
}

impl Module {
    /// An empty module with the input variables that `I` declares.
    pub fn new<I: Ports>(name: &'static str, description: &'static str) -> Self {
        Module {
            name,
            description,
            inputs: I::PORTS,
            output_ports: &[],
            addresses: HashSet::new(),
            resources: Body::default(),
            variables: I::PORTS.iter().map(|port| ports::variable(port, None)).collect(),
            outputs: Body::default(),
            output_order: BTreeMap::new(),
        }
    }

    /// The module's name, which is its folder's.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What the module is, in one sentence.
    pub fn description(&self) -> &'static str {
        self.description
    }

    /// The input variables.
    pub fn inputs(&self) -> &'static [Port] {
        self.inputs
    }

    /// The outputs.
    pub fn output_ports(&self) -> &'static [Port] {
        self.output_ports
    }

    /// How many resources of each type the module has.
    pub fn resource_counts(&self) -> BTreeMap<&str, usize> {
        let mut counts = BTreeMap::new();
        for address in self.addresses.iter().filter(|address| !address.starts_with("data.")) {
            *counts.entry(address.split('.').next().unwrap_or_default()).or_insert(0) += 1;
        }
        counts
    }

    /// Declares a resource.
    pub fn resource<R: Resource>(
        &mut self,
        name: impl Into<String>,
        block: R,
    ) -> Result<Handle<R>, DeclareError> {
        self.resource_with(name, block, Meta::default())
    }

    /// Declares a resource with meta-arguments.
    pub fn resource_with<R: Resource>(
        &mut self,
        name: impl Into<String>,
        block: R,
        meta: Meta,
    ) -> Result<Handle<R>, DeclareError> {
        self.declare("resource", name.into(), block, meta)
    }

    /// Declares a data source.
    pub fn data<D: Data>(
        &mut self,
        name: impl Into<String>,
        block: D,
    ) -> Result<Handle<D>, DeclareError> {
        self.declare("data", name.into(), block, Meta::default())
    }

    fn declare<D: Declared>(
        &mut self,
        kind: &'static str,
        name: String,
        block: D,
        meta: Meta,
    ) -> Result<Handle<D>, DeclareError> {
        let mut writer = BlockWriter::default();
        block.write(&mut writer);
        let steps = self.add(kind, D::TYPE, name, writer, meta)?;
        Ok(Handle::at(Address(steps)))
    }

    /// The part of a declaration that is the same for every type.
    fn add(
        &mut self,
        kind: &'static str,
        block_type: &'static str,
        name: String,
        writer: BlockWriter,
        meta: Meta,
    ) -> Result<Vec<String>, DeclareError> {
        Identifier::new(name.as_str()).map_err(|_| DeclareError::Name(name.clone()))?;
        let mut steps = vec![block_type.to_owned(), name.clone()];
        if kind == "data" {
            steps.insert(0, "data".to_owned());
        }
        let address = steps.join(".");
        let structures = writer.finish().map_err(|problems| invalid(address.clone(), problems))?;
        if !self.addresses.insert(address.clone()) {
            return Err(DeclareError::Twice(address));
        }
        let labels = [BlockLabel::from(block_type), BlockLabel::from(name)];
        let block = HclBlock::builder(Identifier::unchecked(kind))
            .add_labels(labels)
            .add_structures(structures);
        self.resources.0.push(block.add_structures(meta.structures()).build().into());
        Ok(steps)
    }

    /// Holds everything that uses an output until `handle` exists too, as a role is of use only
    /// with its policy attached.
    pub fn output_depends_on<D: Declared>(&mut self, output: &'static str, handle: &Handle<D>) {
        self.output_order.entry(output).or_default().push(handle.address().expression());
    }

    /// Declares the outputs.
    ///
    /// # Errors
    /// When an output has no value, or when [`Module::output_depends_on`] named one that does not
    /// exist.
    pub fn outputs<O: Ports>(&mut self, outputs: O) -> Result<(), DeclareError> {
        self.output_ports = O::PORTS;
        let values = ports::values(outputs);
        for (port, value) in
            values.map_err(|problems| invalid(format!("outputs of {}", self.name), problems))?
        {
            let depends_on = self.output_order.remove(port.name).unwrap_or_default();
            self.outputs.0.push(output(port, value, depends_on));
        }
        match self.output_order.keys().next() {
            Some(unknown) => {
                Err(DeclareError::NoSuchOutput(self.name.to_owned(), (*unknown).to_owned()))
            }
            None => Ok(()),
        }
    }

    /// Hands over the resources and data sources declared so far.
    pub(super) fn take_blocks(&mut self) -> Vec<Structure> {
        std::mem::take(&mut self.resources.0)
    }

    /// The resources and data sources: the content of `main`.
    pub fn main(&self) -> &Body {
        &self.resources
    }

    /// The input variables: the content of `variables`.
    pub fn variables(&self) -> &Body {
        &self.variables
    }

    /// The outputs: the content of `outputs`.
    pub fn output_blocks(&self) -> &Body {
        &self.outputs
    }
}

/// An `output` block.
pub(crate) fn output(port: &Port, value: Expression, depends_on: Vec<Expression>) -> Structure {
    let mut content: Vec<Structure> =
        vec![argument("description", port.description.trim()), argument("value", value)];
    push_list(&mut content, "depends_on", depends_on);
    HclBlock::builder(Identifier::unchecked("output"))
        .add_label(port.name)
        .add_structures(content)
        .build()
        .into()
}

pub(crate) fn invalid(address: String, problems: Vec<String>) -> DeclareError {
    DeclareError::Invalid { address, problems }
}

#[cfg(test)]
mod tests;
