//! The text templates, compiled once.

use anyhow::{Context as _, Result};
use serde::Serialize;
use tera::{Context, Tera};

use crate::tiers::monitoring::runbooks::{PAGES, SHARED};

/// The README of an environment.
pub const STACK: &str = "stack.md";
/// The README of a module.
pub const MODULE: &str = "module.md";
/// The sheet of a drill.
pub const DRILL: &str = "drill.md";
/// The page of a watch.
pub const RUNBOOK: &str = "runbook.md";

/// The script that looks at an account before the first apply.
pub const PREFLIGHT: &str = "preflight.sh";

/// The script that makes the database users.
pub const DATABASE_SETUP: &str = "database-setup.sh";

/// The compiled templates.
#[derive(Debug)]
pub struct Templates(Tera);

impl Templates {
    /// Compiles them.
    pub fn new() -> Result<Self> {
        let mut tera = Tera::default();
        tera.add_raw_templates([
            (STACK, include_str!("templates/stack.md")),
            (MODULE, include_str!("templates/module.md")),
            (DRILL, include_str!("templates/drill.md")),
            (RUNBOOK, include_str!("templates/runbook.md")),
            (DATABASE_SETUP, include_str!("templates/database-setup.sh")),
            (PREFLIGHT, include_str!("templates/preflight.sh")),
        ])?;
        // An included file ends where its last line does.
        tera.add_raw_templates(
            SHARED.iter().chain(PAGES).map(|(name, text)| (*name, text.trim_end())),
        )?;
        Ok(Templates(tera))
    }

    /// A document: the template of this name, filled with `facts`, which must be an object.
    pub fn render(&self, name: &str, facts: &impl Serialize) -> Result<String> {
        let context = Context::from_serialize(facts).context("facts are an object")?;
        self.0.render(name, &context).with_context(|| format!("cannot render {name}"))
    }
}
