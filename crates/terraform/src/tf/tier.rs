//! [`Tier`]: a part of the stack that becomes a module.

use std::any::Any;
use std::fmt::Debug;

use super::module::{DeclareError, Module};
use super::ports::Ports;

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
    fn declare(
        &self,
        module: &mut Module,
        var: &Self::Inputs,
    ) -> Result<Self::Outputs, DeclareError>;
}

/// The outputs of a tier as the root sees them. Terraform orders resources by reference, so they
/// can be used before the tier is declared.
pub fn outputs_of<T: Tier>() -> T::Outputs {
    T::Outputs::references(&["module", T::NAME])
}

/// A tier of whatever type. Its module is declared when it is asked for, so that only one is in
/// memory at a time, and not at all where an equal tier's is available.
pub trait AnyTier: Any + Debug + Send + Sync {
    /// The module's name and folder.
    fn name(&self) -> &'static str;

    /// Declares the module.
    ///
    /// # Errors
    /// When one of the tier's blocks cannot be written, or an output has no value.
    fn module(&self) -> Result<Module, DeclareError>;

    /// Whether `other` declares the same module: it is of the same type, and equal.
    fn equals(&self, other: &dyn AnyTier) -> bool;
}

impl<T: Tier + PartialEq + Debug + Send + Sync + 'static> AnyTier for T {
    fn name(&self) -> &'static str {
        T::NAME
    }

    fn module(&self) -> Result<Module, DeclareError> {
        let mut module = Module::new::<T::Inputs>(T::NAME, T::DESCRIPTION);
        let outputs = self.declare(&mut module, &T::Inputs::references(&["var"]))?;
        module.outputs(outputs)?;
        Ok(module)
    }

    fn equals(&self, other: &dyn AnyTier) -> bool {
        (other as &dyn Any).downcast_ref::<T>().is_some_and(|other| self == other)
    }
}
