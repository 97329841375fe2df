//! [`Root`]: the root module: its variables, the call of each tier's module, and its outputs.

use std::sync::Arc;

use hcl::Identifier;
use hcl::expr::Expression;
use hcl::structure::{Block as HclBlock, Body, Structure};

use super::Data;
use super::block::argument;
use super::handle::Handle;
use super::module::{DeclareError, Module, invalid, output};
use super::ports::{self, Ports};
use super::tier::{AnyTier, Tier, outputs_of};

/// The root module being declared, with the tiers whose modules it calls.
#[derive(Debug)]
pub struct Root {
    main: Body,
    /// Where in `main` the calls begin.
    calls: usize,
    data: Module,
    variables: Body,
    outputs: Body,
    tiers: Vec<Arc<dyn AnyTier>>,
}

impl Root {
    /// A root module that begins with `settings`: the `terraform` and `provider` blocks.
    pub fn new(settings: Vec<Structure>) -> Self {
        Root {
            calls: settings.len(),
            main: Body(settings),
            data: Module::new::<Nothing>("root", ""),
            variables: Body::default(),
            outputs: Body::default(),
            tiers: Vec::new(),
        }
    }

    /// Declares the root's input variables with the given defaults, and returns the references to
    /// them. A variable without a default defaults to `null` where it may, and must be set
    /// where not.
    pub fn variables<P: Ports>(&mut self, defaults: P) -> P {
        for (port, default) in P::PORTS.iter().zip(defaults.expressions()) {
            let default = default.or(port.nullable.then_some(Expression::Null));
            self.variables.0.push(ports::variable(port, default));
        }
        P::references(&["var"])
    }

    /// Declares a data source of the root.
    ///
    /// # Errors
    /// When the block cannot be written.
    pub fn data<D: Data>(&mut self, name: &str, block: D) -> Result<Handle<D>, DeclareError> {
        let handle = self.data.data(name, block)?;
        let blocks = self.data.take_blocks();
        let calls = self.calls;
        self.calls += blocks.len();
        self.main.0.splice(calls..calls, blocks);
        Ok(handle)
    }

    /// Adds a tier, and the call of its module.
    ///
    /// # Errors
    /// When an input has no value.
    pub fn tier<T: Tier + AnyTier>(
        &mut self,
        tier: T,
        inputs: T::Inputs,
    ) -> Result<T::Outputs, DeclareError> {
        self.main.0.push(call::<T>(inputs)?);
        self.tiers.push(Arc::new(tier));
        Ok(outputs_of::<T>())
    }

    /// Declares the root's outputs.
    ///
    /// # Errors
    /// When one has no value.
    pub fn outputs<P: Ports>(&mut self, values: P) -> Result<(), DeclareError> {
        let values = ports::values(values)
            .map_err(|problems| invalid("outputs of the root".to_owned(), problems))?;
        self.outputs
            .0
            .extend(values.into_iter().map(|(port, value)| output(port, value, Vec::new())));
        Ok(())
    }

    /// The content of the root's `main`.
    pub fn main(&self) -> &Body {
        &self.main
    }

    /// The content of the root's `variables`.
    pub fn variable_blocks(&self) -> &Body {
        &self.variables
    }

    /// The content of the root's `outputs`.
    pub fn output_blocks(&self) -> &Body {
        &self.outputs
    }

    /// The tiers, in the order of their calls.
    pub fn tiers(&self) -> &[Arc<dyn AnyTier>] {
        &self.tiers
    }

    /// The tiers' modules, in the order of their calls.
    ///
    /// # Errors
    /// As [`AnyTier::module`].
    pub fn modules(&self) -> Result<Vec<Module>, DeclareError> {
        self.tiers.iter().map(|tier| tier.module()).collect()
    }
}

crate::ports! {
    /// No ports: the root's data sources take no input.
    pub struct Nothing {}
}

fn call<T: Tier>(inputs: T::Inputs) -> Result<Structure, DeclareError> {
    let values = ports::values(inputs)
        .map_err(|problems| invalid(format!("module.{}", T::NAME), problems))?;
    let call = HclBlock::builder(Identifier::unchecked("module"))
        .add_label(T::NAME)
        .add_structures([argument("source", format!("./modules/{}", T::NAME))])
        .add_structures(values.into_iter().map(|(port, value)| argument(port.name, value)));
    Ok(call.build().into())
}

#[cfg(test)]
mod tests;
