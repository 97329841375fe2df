//! [`Names`]: what the names in an expression stand for.

use std::path::Path;

use crate::expr::{Reference, Step};
use crate::read::Result;
use crate::source::Span;
use crate::value::Value;

/// What the names of an expression stand for where it is evaluated: variables, locals, resources,
/// `each`, `path` … Names that a `for` gives are the evaluator's own.
pub trait Names {
    /// The value with which the path `root.step.step…` begins, and how many of the steps it stands
    /// for: of `var.zones[0]` the value of `var.zones`, and 1. A resource is an unknown value
    /// with the attributes that are known.
    ///
    /// # Errors
    /// There is no such name, or its own evaluation failed.
    fn resolve(&self, root: &str, steps: &[Step], span: Span) -> Result<(Value, usize)>;

    /// Whether what a reference names may be named where it is, whatever its value. All references
    /// of an expression are asked about before it is evaluated, so that `try(var.typo, 1)` is
    /// an error as it is in Terraform.
    ///
    /// # Errors
    /// There is no such name.
    fn check(&self, reference: &Reference<'_>) -> Result<()> {
        let _ = reference;
        Ok(())
    }

    /// Whether the module requires a provider of this name: only then it has functions here.
    fn has_provider(&self, name: &str) -> bool {
        let _ = name;
        false
    }

    /// The folder that relative paths of `file` and the like begin in: that of the root module.
    fn folder(&self) -> &Path;

    /// Why this function may not be called here, as those that fill templates may not within one.
    fn refuses(&self, function: &str) -> Option<String> {
        let _ = function;
        None
    }

    /// Whether the values are compared with those of another configuration: see
    /// [`crate::configuration::Configuration::read_for_comparison`].
    fn is_compared(&self) -> bool {
        false
    }

    /// Whether a value may be ephemeral: which one, is not followed.
    fn has_ephemeral(&self) -> bool {
        false
    }

    /// The folder within which `file` and the like read: one that all modules are in.
    fn readable(&self) -> &Path {
        self.folder()
    }
}

/// No names at all, as for the values of a variable file.
pub struct NoNames;

impl Names for NoNames {
    fn resolve(&self, root: &str, _: &[Step], span: Span) -> Result<(Value, usize)> {
        let detail = format!("Variables may not be used here; \"{root}\" is one.");
        Err(crate::diagnostic::Diagnostic::new(span, "Variables not allowed", detail))
    }

    fn folder(&self) -> &Path {
        Path::new("")
    }
}
