//! [`Rule`]: one thing that is checked, and the page that explains it.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::check::Check;

/// One thing that is checked. Its id is the path of its file, `rules/<group>/<rest_of_the_id>.rs`,
/// and its page is the documentation of that file.
pub struct Rule {
    /// As `zone-nat-own-zone`: the group, then what must hold.
    pub id: &'static str,
    /// What a finding means.
    pub severity: Severity,
    /// To whose plans it applies.
    pub applies: Applies,
    /// The requirements it proves, by the ids of the product's requirements: `NET-2`.
    pub requirements: &'static [&'static str],
    /// The committed page, with the header that says how it is generated.
    page: &'static str,
    /// Looks at every resource it concerns, and says what it saw of each.
    pub check: fn(&mut Check),
}

/// What a rule's own file says of it, by [`rule!`].
pub(crate) struct Definition {
    pub severity: Severity,
    pub applies: Applies,
    pub requirements: &'static [&'static str],
    pub check: fn(&mut Check),
}

/// `rule! { Error, AnyStack, ["NET-2"] }`: the severity, to whose plans the rule applies, and the
/// requirements it proves. The file's function `check` looks at the resources.
macro_rules! rule {
    ($severity:ident, $applies:ident, [$($requirement:literal),* $(,)?]) => {
        pub(super) const RULE: $crate::rule::Definition = $crate::rule::Definition {
            severity: $crate::Severity::$severity,
            applies: $crate::Applies::$applies,
            requirements: &[$($requirement),*],
            check,
        };
    };
}

/// The rule of a file, with its id and its page.
macro_rules! named {
    ($id:literal, $file:ident) => {
        &$crate::Rule::new($id, include_str!(concat!("../../docs/rules/", $id, ".md")), $file::RULE)
    };
}

/// What a finding means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The stack fails, loses data, leaks, or is refused by AWS.
    Error,
    /// It works, with less safety than it could have.
    Warning,
}

/// To whose plans a rule applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Applies {
    /// To any stack.
    AnyStack,
    /// To stacks that paytf wrote: its own conventions.
    Paytf,
}

impl Rule {
    pub(crate) const fn new(id: &'static str, page: &'static str, definition: Definition) -> Self {
        let Definition { severity, applies, requirements, check } = definition;
        Self { id, severity, applies, requirements, page, check }
    }

    /// What the rule belongs to, as `zone`.
    pub fn group(&self) -> &'static str {
        self.id.split('-').next().unwrap_or_default()
    }

    /// Its page, in Markdown: the documentation of its file.
    pub fn page(&self) -> &'static str {
        self.page.split_once('\n').map_or("", |(_, page)| page)
    }

    /// What must hold, in one sentence.
    pub fn title(&self) -> &'static str {
        self.page().lines().nth(2).unwrap_or_default()
    }

    /// What to do about a finding: the first paragraph under "Fix".
    pub fn fix(&self) -> &'static str {
        self.section("Fix").split("\n\n").next().unwrap_or_default()
    }

    /// The text under one heading of the page.
    pub fn section(&self, heading: &str) -> &'static str {
        let sections = self.page().split("\n## ");
        let text = sections.filter_map(|section| section.strip_prefix(heading)).next();
        text.unwrap_or_default().trim()
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}
