//! A fault that is planted in the source of a hardened stack by replacing text.

use super::stack::STYLES;
use crate::support::Files;

/// One fault.
pub struct Fault {
    /// The stack it is planted in.
    pub style: &'static str,
    /// What is wrong, as a name.
    pub name: &'static str,
    /// The text that is replaced, everywhere it occurs, and its replacement.
    pub edits: &'static [(&'static str, &'static str)],
    /// The rules that see it: these and no others.
    pub seen_by: &'static [&'static str],
    /// Those that see it too where its source is at hand.
    pub seen_with_source_by: &'static [&'static str],
}

impl Fault {
    /// The rules that see it as well where the configuration is at hand.
    pub const fn with_source(self, seen_with_source_by: &'static [&'static str]) -> Self {
        Self { seen_with_source_by, ..self }
    }

    /// The name of the variant.
    pub fn variant(&self) -> String {
        format!("{}-{}", self.style, self.name)
    }

    /// The files with the fault in them.
    pub fn planted(&self) -> Files {
        let style = STYLES.iter().find(|style| style.name == self.style).unwrap();
        let mut files = style.files();
        for (old, new) in self.edits {
            assert!(
                files.iter().any(|(_, content)| content.contains(old)),
                "{}: no {old:?}",
                self.variant()
            );
            files.iter_mut().for_each(|(_, content)| *content = content.replace(old, new));
        }
        files
    }
}

pub const fn each(
    name: &'static str,
    edits: &'static [(&'static str, &'static str)],
    seen_by: &'static [&'static str],
) -> Fault {
    Fault { style: "each", name, edits, seen_by, seen_with_source_by: &[] }
}

pub const fn modules(
    name: &'static str,
    edits: &'static [(&'static str, &'static str)],
    seen_by: &'static [&'static str],
) -> Fault {
    Fault { style: "modules", name, edits, seen_by, seen_with_source_by: &[] }
}
