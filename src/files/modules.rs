//! The modules of tiers, declared and rendered once for all environments that have the same.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};

use super::documentation;
use super::templates::Templates;
use crate::stack::VERSIONS;
use terraform::configuration::{Configuration, declared};
use terraform::render::Format;
use terraform::tf::settings::versions;
use terraform::tf::{AnyTier, Module};

/// How many modules are kept for further environments. A hundred of three profiles have some
/// twenty; where each differs, as by its own permissions boundary, keeping all would only take
/// memory.
pub const MOST_KEPT: usize = 64;

/// A file of a module.
#[derive(Debug)]
pub struct ModuleFile {
    /// Its name in the module's folder.
    pub name: String,
    /// What it holds, but for the header of a configuration file.
    content: String,
    takes_header: bool,
}

impl ModuleFile {
    /// What it holds in an environment, whose header a configuration file carries.
    pub fn headed(&self, format: Format, header: &str) -> String {
        if self.takes_header { format.headed(header, &self.content) } else { self.content.clone() }
    }
}

/// The module of a tier, and what is made of it for every environment.
#[derive(Debug)]
pub struct TierModule {
    tier: Arc<dyn AnyTier>,
    /// The module as the tier declares it.
    pub module: Module,
    /// The module as it is read when a configuration that calls it is evaluated.
    pub read: Arc<declared::Module>,
    /// Its files, all in the one syntax of a generator.
    pub files: Vec<ModuleFile>,
}

impl TierModule {
    fn of(tier: &Arc<dyn AnyTier>, format: Format, templates: &Templates) -> Result<Self> {
        let module = tier.module()?;
        let files = files(&module, format, templates)?;
        let read = Configuration::declared_module(&module)?;
        Ok(TierModule { tier: Arc::clone(tier), files, read, module })
    }
}

/// The modules so far.
#[derive(Debug)]
pub struct Modules {
    kept: Mutex<Vec<Arc<TierModule>>>,
    most: usize,
}

impl Modules {
    /// No modules yet, and at most `most` kept.
    pub fn keeping(most: usize) -> Self {
        Modules { kept: Mutex::default(), most }
    }

    /// The module of a tier.
    pub fn of_tier(
        &self,
        tier: &Arc<dyn AnyTier>,
        format: Format,
        templates: &Templates,
    ) -> Result<Arc<TierModule>> {
        if let Some(known) = self.known(tier) {
            return Ok(known);
        }
        // Made without the lock, so that no thread waits for another one. At worst, two threads
        // make the same module.
        let module = Arc::new(TierModule::of(tier, format, templates)?);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < self.most {
            kept.push(Arc::clone(&module));
        }
        Ok(module)
    }

    fn known(&self, tier: &Arc<dyn AnyTier>) -> Option<Arc<TierModule>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|known| known.tier.equals(tier.as_ref())).cloned()
    }
}

fn files(module: &Module, format: Format, templates: &Templates) -> Result<Vec<ModuleFile>> {
    let bodies = [
        ("main", Cow::Borrowed(module.main())),
        ("variables", Cow::Borrowed(module.variables())),
        ("outputs", Cow::Borrowed(module.output_blocks())),
        ("versions", Cow::Owned(versions(VERSIONS))),
    ];
    let mut files = Vec::with_capacity(bodies.len() + 1);
    for (name, body) in bodies {
        let content = format
            .render(&body, "")
            .with_context(|| format!("cannot render {name} of {}", module.name()))?;
        files.push(ModuleFile {
            name: format!("{name}.{}", format.extension()),
            content,
            takes_header: true,
        });
    }
    let readme = documentation::of_module(module, templates)?;
    files.push(ModuleFile { name: "README.md".to_owned(), content: readme, takes_header: false });
    Ok(files)
}
