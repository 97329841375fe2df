//! [`Root`]: the root module: what the operator sets, the call of each tier's module, and what comes out.

use hcl::expr::Expression;
use hcl::structure::{Attribute, Block as HclBlock, Body, Structure};

use super::Data;
use super::module::{DeclareError, Handle, Module, invalid, output};
use super::ports::{self, Ports};

/// A part of the stack that becomes a module: `modules/<NAME>`.
pub trait Tier {
    /// The module's name and folder.
    const NAME: &'static str;
    /// What the module is, in one sentence.
    const DESCRIPTION: &'static str;
    /// The module's input variables.
    type Inputs: Ports;
    /// The module's outputs.
    type Outputs: Ports;

    /// Declares the tier's resources; every field of `var` is a reference to its variable.
    ///
    /// # Errors
    /// When a block cannot be written: a mistake in the tier.
    fn declare(&self, module: &mut Module, var: &Self::Inputs) -> Result<Self::Outputs, DeclareError>;
}

/// The outputs of a tier as the root sees them. Terraform orders resources by reference, so they can be used before
/// the tier is declared.
pub fn outputs_of<T: Tier>() -> T::Outputs {
    T::Outputs::references(&["module", T::NAME])
}

/// The root module being declared, with the modules it calls.
#[derive(Debug)]
pub struct Root {
    settings: Vec<Structure>,
    variables: Vec<Structure>,
    data: Module,
    calls: Vec<Structure>,
    outputs: Vec<Structure>,
    modules: Vec<Module>,
}

impl Root {
    /// A root module that begins with `settings`: the `terraform` and `provider` blocks.
    pub fn new(settings: Vec<Structure>) -> Self {
        Root {
            settings,
            variables: Vec::new(),
            data: Module::new::<Nothing>("root", ""),
            calls: Vec::new(),
            outputs: Vec::new(),
            modules: Vec::new(),
        }
    }

    /// Declares the root's input variables with the given defaults, and returns the references to them. A variable
    /// without a default defaults to `null` where it may, and must be set where not.
    pub fn variables<P: Ports>(&mut self, defaults: P) -> P {
        for (port, default) in P::PORTS.iter().zip(defaults.expressions()) {
            let default = default.or(port.nullable.then_some(Expression::Null));
            self.variables.push(ports::variable(port, default));
        }
        P::references(&["var"])
    }

    /// Declares a data source of the root.
    ///
    /// # Errors
    /// When the block cannot be written.
    pub fn data<D: Data>(&mut self, name: &str, block: D) -> Result<Handle<D>, DeclareError> {
        self.data.data(name, block)
    }

    /// Declares a tier's module and its call.
    ///
    /// # Errors
    /// When one of the tier's blocks cannot be written, or an input or output has no value.
    pub fn tier<T: Tier>(&mut self, tier: &T, inputs: T::Inputs) -> Result<T::Outputs, DeclareError> {
        let mut module = Module::new::<T::Inputs>(T::NAME, T::DESCRIPTION);
        let outputs = tier.declare(&mut module, &T::Inputs::references(&["var"]))?;
        module.outputs(outputs)?;
        self.modules.push(module);
        self.calls.push(call::<T>(inputs)?);
        Ok(outputs_of::<T>())
    }

    /// Declares the root's outputs.
    ///
    /// # Errors
    /// When one has no value.
    pub fn outputs<P: Ports>(&mut self, values: P) -> Result<(), DeclareError> {
        let values = ports::values(values).map_err(|problems| invalid("outputs of the root".to_owned(), problems))?;
        self.outputs.extend(values.into_iter().map(|(port, value)| output(port, value, Vec::new())));
        Ok(())
    }

    /// The content of the root's `main`.
    pub fn main(&self) -> Body {
        Body([self.settings.clone(), self.data.main().0, self.calls.clone()].concat())
    }

    /// The content of the root's `variables`.
    pub fn variable_blocks(&self) -> Body {
        Body(self.variables.clone())
    }

    /// The content of the root's `outputs`.
    pub fn output_blocks(&self) -> Body {
        Body(self.outputs.clone())
    }

    /// The modules called, in the order of their calls.
    pub fn modules(&self) -> &[Module] {
        &self.modules
    }
}

crate::ports! {
    /// No ports: the root's data sources take no input.
    pub struct Nothing {}
}

fn call<T: Tier>(inputs: T::Inputs) -> Result<Structure, DeclareError> {
    let values = ports::values(inputs).map_err(|problems| invalid(format!("module.{}", T::NAME), problems))?;
    let call = HclBlock::builder("module")
        .add_label(T::NAME)
        .add_attribute(Attribute::new("source", format!("./modules/{}", T::NAME)))
        .add_attributes(values.into_iter().map(|(port, value)| Attribute::new(port.name, value)));
    Ok(call.build().into())
}

#[cfg(test)]
mod tests;
